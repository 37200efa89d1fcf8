# The build: the toolchain, and the system libraries with their headers.
FROM swift:6.3-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends zlib1g-dev libcmark-dev libsqlite3-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build

# Dependencies change less often than sources: a layer of their own.
COPY Package.swift ./
RUN swift package resolve

COPY Sources Sources
# The manifest names the test targets, so their folders must be there; none of them is built.
COPY Tests Tests
RUN swift build -c release --static-swift-stdlib --product counterpoint \
    && install -D -s "$(swift build -c release --static-swift-stdlib --show-bin-path)/counterpoint" \
        /out/counterpoint

# What runs: one binary, and of the C libraries that it links those that the base has not got.
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libcmark0.30.2 libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /out/counterpoint /usr/local/bin/counterpoint
USER 65532:65532
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s --retries=3 \
    CMD ["/usr/local/bin/counterpoint", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/counterpoint"]
CMD ["serve", "--host", "0.0.0.0"]
