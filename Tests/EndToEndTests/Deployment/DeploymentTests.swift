import Testing

/// The files that say how the service is run say what the binary understands.
@Suite struct `the files for deployment` {
  @Test func `the image starts the service, on its volume and its port, as nobody`() throws {
    let image = try Dockerfile()
    let run = ContainerRun(words: try image.command("CMD"), environment: try image.environment())
    let configuration = try run.configuration()
    #expect(try configuration["host"]["value"].string == "0.0.0.0")
    #expect(try configuration["data"]["value"].string == image.words("VOLUME"))
    #expect(try "\(configuration["port"]["value"].int)" == image.words("EXPOSE"))
    #expect(try image.words("USER") == "65532:65532")
    #expect(
      try Command.run("--version").output
        == Array("\(image.label("org.opencontainers.image.version"))\n".utf8))
    let binary = try #require(image.command("ENTRYPOINT").first)
    #expect(
      try DeploymentFiles.text("Dockerfile").contains(
        "COPY --from=build /out/counterpoint \(binary)"))
    let server = try run.service(in: TemporaryFolder())
    try run.expectHealthy(image.command("HEALTHCHECK"), server)
  }

  @Test func `compose.yaml runs what there is, where it is, and with no rights`() throws {
    let file = try #require(DeploymentFiles.documents("compose.yaml").first)
    let service = try file.at("services", "counterpoint")
    let image = try Dockerfile()
    var environment = try image.environment()
    for (name, value) in try service["environment"].members {
      // Without a value it is the one outside, and there only a secret.
      environment[name] = value == .null ? ContainerRun.token : try value.string
    }
    let run = ContainerRun(words: try service["command"].strings, environment: environment)
    let configuration = try run.configuration()

    let port = try configuration["port"]["value"].int
    #expect(try service["ports"].strings == ["127.0.0.1:\(port):\(port)"])
    let volumes = try service["volumes"].strings
    let folder = try configuration["data"]["value"].string
    #expect(try volumes == file["volumes"].members.keys.map { "\($0):\(folder)" })
    #expect(try service["user"].string == image.words("USER"))
    #expect(try service["read_only"] == .boolean(true))
    #expect(try service["cap_drop"].strings == ["ALL"])
    #expect(try service["security_opt"].strings == ["no-new-privileges:true"])
    #expect(try service["pids_limit"].integer > 16)
    #expect(try service["mem_limit"].string == "1g")
    try run.expectFits(into: 1 << 30)
    let grace = try #require(Int(service["stop_grace_period"].string.dropLast()))
    #expect(try grace > configuration["timeouts.stopSeconds"]["value"].int)
    #expect(try service["build"].string == "..")

    let server = try run.service(in: TemporaryFolder())
    let check = try service.at("healthcheck", "test").strings
    #expect(check.first == "CMD")
    try run.expectHealthy(Array(check.dropFirst()), server)
    // Compose gives a service its name in the network of its project.
    try run.expectReachable(under: "counterpoint:\(port)", server)
    #expect(
      try Set(service.members.keys).subtracting([
        "build", "image", "command", "environment", "ports", "volumes", "user", "read_only",
        "cap_drop", "security_opt", "mem_limit", "pids_limit", "healthcheck", "stop_grace_period",
        "restart",
      ]) == [])
  }

  @Test func `kubernetes.yaml runs what there is, where it is, and with no rights`() throws {
    let documents = try DeploymentFiles.documents("kubernetes.yaml")
    #expect(
      try documents.map { try $0["kind"].string } == [
        "PersistentVolumeClaim", "Deployment", "Service",
      ])
    let (claim, deployment, service) = (documents[0], documents[1], documents[2])
    let pod = try deployment.at("spec", "template", "spec")
    let containers = try pod["containers"].items
    let container = try #require(containers.first)
    #expect(containers.count == 1)
    let run = ContainerRun(
      words: try container["args"].strings, environment: try environment(of: container))
    let configuration = try run.configuration()

    let port = try configuration["port"]["value"].int
    let own = try #require(container["ports"].items.first)
    #expect(try own["containerPort"].integer == port)
    let outer = try #require(service.at("spec", "ports").items.first)
    #expect(try outer["targetPort"].string == own["name"].string)
    let labels = try deployment.at("spec", "template", "metadata", "labels")
    #expect(try deployment.at("spec", "selector", "matchLabels") == labels)
    #expect(try service.at("spec", "selector") == labels)
    #expect(try deployment.at("spec", "replicas").integer == 1)
    #expect(try deployment.at("spec", "strategy", "type").string == "Recreate")

    let mount = try #require(container["volumeMounts"].items.first)
    let volume = try #require(pod["volumes"].items.first)
    #expect(try mount["mountPath"].string == configuration["data"]["value"].string)
    #expect(try mount["name"].string == volume["name"].string)
    #expect(
      try volume.at("persistentVolumeClaim", "claimName").string
        == claim.at("metadata", "name").string)
    try expectNoRights(pod, container)
    #expect(try container.at("resources", "limits", "memory").string == "1Gi")
    try run.expectFits(into: 1 << 30)
    #expect(
      try pod["terminationGracePeriodSeconds"].integer
        > configuration["timeouts.stopSeconds"]["value"].int)
    // Loops and workers are as many as the processors of the container's limit.
    #expect(try container.at("resources", "limits", "cpu").string == "2")
    for key in ["loops", "workers"] {
      #expect(try configuration[key]["from"].string == "default")
    }
    #expect(
      try container["image"].string
        == "counterpoint:\(Dockerfile().label("org.opencontainers.image.version"))")

    let server = try run.service(in: TemporaryFolder())
    let wanted = ["startupProbe": "/livez", "livenessProbe": "/livez", "readinessProbe": "/readyz"]
    for (probe, path) in wanted {
      let request = try container.at(probe, "httpGet")
      #expect(try request["path"].string == path, "\(probe)")
      #expect(try request["port"].string == own["name"].string, "\(probe)")
      #expect(try server.client.get(request["path"].string).status == 200, "\(probe)")
    }
    let name = try service.at("metadata", "name").string
    for domain in ["", ".default", ".default.svc", ".default.svc.cluster.local"] {
      try ContainerRun.expectAnswer(under: "\(name)\(domain):\(port)", server)
    }
    try run.expectReachable(under: name, server)
  }

  /// The variables of a container, whose values must be strings.
  private func environment(of container: YAML) throws -> [String: String] {
    var environment = try Dockerfile().environment()
    for variable in try container["env"].items {
      let name = try variable["name"].string
      if case .some(let value) = try? variable["value"] {
        environment[name] = try value.string
      } else {
        _ = try variable.at("valueFrom", "secretKeyRef", "key").string
        environment[name] = ContainerRun.token
      }
    }
    return environment
  }

  private func expectNoRights(_ pod: YAML, _ container: YAML) throws {
    let user = try #require(Int(Dockerfile().words("USER").prefix { $0 != ":" }))
    for id in ["runAsUser", "runAsGroup", "fsGroup"] {
      #expect(try pod.at("securityContext", id).integer == user, "\(id)")
    }
    #expect(try pod.at("securityContext", "runAsNonRoot") == .boolean(true))
    #expect(try pod.at("securityContext", "seccompProfile", "type").string == "RuntimeDefault")
    #expect(try pod["automountServiceAccountToken"] == .boolean(false))
    let rights = try container["securityContext"]
    #expect(try rights["allowPrivilegeEscalation"] == .boolean(false))
    #expect(try rights["readOnlyRootFilesystem"] == .boolean(true))
    #expect(try rights.at("capabilities", "drop").strings == ["ALL"])
  }
}
