# The build: the toolchain, and the system libraries with their headers.
FROM swift:6.3-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends zlib1g-dev libcmark-dev libsqlite3-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY Package.swift ./
COPY Sources Sources
# The manifest names the test targets, so their folders must be there; none of them is built.
COPY Tests Tests
# Everything that a build leaves, the dependencies too, stays in a cache beside the layers: the next
# build compiles what has changed, and no layer holds more than the stripped binary.
RUN --mount=type=cache,id=counterpoint-build-6.3-bookworm,target=/build/.build,sharing=locked \
    swift build -c release --static-swift-stdlib --product counterpoint \
    && install -D -s "$(swift build -c release --static-swift-stdlib --show-bin-path)/counterpoint" \
        /out/counterpoint \
    && install -d -m 0700 /out/data

# What runs: one binary, and of the C libraries that it links those that the base has not got.
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libcmark0.30.2 libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/*-old /var/log/apt /var/log/dpkg.log
COPY --from=build /out/counterpoint /usr/local/bin/counterpoint
# A new volume takes its owner and mode from this folder.
COPY --from=build --chown=65532:65532 /out/data /data
LABEL org.opencontainers.image.title="counterpoint" \
    org.opencontainers.image.description="Reads analysis articles and gives back what they argue, as typed JSON over HTTP" \
    org.opencontainers.image.version="0.1.0" \
    org.opencontainers.image.base.name="docker.io/library/debian:bookworm-slim"
# In the environment, so that other flags after `serve` leave them as they are, and the health check
# asks where the service listens.
ENV COUNTERPOINT_HOST=0.0.0.0 \
    COUNTERPOINT_PORT=8080 \
    COUNTERPOINT_DATA=/data
USER 65532:65532
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s --retries=3 \
    CMD ["/usr/local/bin/counterpoint", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/counterpoint"]
CMD ["serve"]
