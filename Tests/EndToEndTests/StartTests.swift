import Glibc
import Testing

@Suite struct `starting` {
  @Test func `the first line says where it listens, and that articles end with the process`()
    throws
  {
    let server = try Server()
    let line = try JSON(Array(server.command.errorLine(with: "").utf8))
    #expect(
      try line["message"].string
        == "listening on \(server.url); articles are kept in memory and end with the process")
    #expect(try line["level"].string == "notice")
    #expect(try line["time"].string.hasSuffix("Z"))
  }

  /// Addresses to listen on, with the URL of the first line and what it says of others.
  static let hosts: [(String, String, String)] = [
    ("0.0.0.0", "http://127.0.0.1:", " and all other IPv4 addresses of this machine"),
    ("::", "http://[::1]:", " and all other IPv6 addresses of this machine"),
    ("0:0::0", "http://[::1]:", " and all other IPv6 addresses of this machine"),
    ("localhost", "http://127.0.0.1:", ""), ("127.0.0.2", "http://127.0.0.2:", ""),
    ("::1", "http://[::1]:", ""),
  ]
  /// Whether the machine has IPv6, and so its loopback address.
  ///
  /// Right because the call reads the path only.
  static let hasIPv6 = unsafe access("/proc/net/if_inet6", R_OK) == 0

  @Test(arguments: hosts.filter { hasIPv6 || !$0.0.contains(":") })
  func `the URL of the first line is one that answers, and so does the health check`(
    host: String, url: String, others: String
  ) throws {
    let server = try Server("--host", host, "--allow-unauthenticated")
    #expect(server.url == "\(url)\(server.port)")
    let line = try JSON(Array(server.command.errorLine(with: "listening on").utf8))
    #expect(try line["message"].string.hasPrefix("listening on \(server.url)\(others); "))
    #expect(try server.client.get("/livez").status == 200)
    let health = try Command.run(
      "healthcheck",
      environment: ["COUNTERPOINT_HOST": host, "COUNTERPOINT_PORT": "\(server.port)"])
    #expect(health.end == .exit(0), "\(health.errors)")
  }

  /// The binary with so many descriptors.
  private func command(_ arguments: String..., descriptors: Int) throws -> Command {
    try Command(
      ["-c", "ulimit -n \(descriptors) && exec \"$0\" \"$@\"", Command.path] + arguments,
      tool: "/bin/sh")
  }

  @Test func `a descriptor limit that lowers the connections is told, with what to do`() throws {
    let command = try command("serve", "--port", "0", "--loops", "1", descriptors: 100)
    let listening = try JSON(Array(command.errorLine(with: "listening on").utf8))
    let line = try JSON(Array(command.errorLine(with: "\"warning\"").utf8))
    #expect(
      try line["message"].string
        == "36 connections are taken instead of 512, since the limit of open files is too low:"
        + " raise it to 576 (ulimit -n, LimitNOFILE), or lower limits.connections")
    #expect(try line["configured"].int == 512)
    #expect(try line["inForce"].int == 36)
    #expect(try line["descriptorsNeeded"].int == 576)
    let client = try CurlClient(base: listening["url"].string)
    let metrics = try Exposition(parsing: try client.get("/metrics").text)
    #expect(metrics["counterpoint_connections_limit"] == 36)

    let printed = try JSON(
      self.command("serve", "--print-config", descriptors: 100).outcome().output
    )["limits.connections"]
    #expect(try printed["value"].int == 36)
    #expect(try printed["from"].string == "default")
    #expect(try printed["loweredFrom"].int == 512)
  }

  @Test func `a descriptor limit that is high enough is not spoken of`() throws {
    let command = try command("serve", "--port", "0", "--loops", "1", descriptors: 576)
    let listening = try JSON(Array(command.errorLine(with: "listening on").utf8))
    let client = try CurlClient(base: listening["url"].string)
    let metrics = try Exposition(parsing: try client.get("/metrics").text)
    #expect(metrics["counterpoint_connections_limit"] == 512)
    command.signal(SIGTERM)
    #expect(!(try command.outcome().errors.contains("\"warning\"")))
    let printed = try JSON(
      self.command("serve", "--print-config", descriptors: 576).outcome().output
    )["limits.connections"]
    #expect(try printed["value"].int == 512)
    #expect(!printed["loweredFrom"].isThere)
  }

  @Test func `a port in use is an error that says so`() throws {
    let server = try Server()
    let outcome = try Command.run("serve", "--port", "\(server.port)")
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.hasPrefix("Error: 127.0.0.1 port \(server.port) is in use"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  /// Wrong words, with what the one line about them says.
  static let mistakes: [([String], String)] = [
    (["--host", "192.0.2.1"], "192.0.2.1 is no address of this machine"),
    (["--host", "fe80::1"], "fe80::1 cannot be listened on by itself, as link-local addresses"),
    (
      ["--host", "example"],
      "--host is \"example\", and must be an IPv4 or IPv6 address, or localhost."
    ),
    (["--port", "65536"], "--port is 65536, and must be a whole number from 0 to 65535."),
    (["--port", "http"], "--port is \"http\", and must be a whole number"),
    (["--loops", "0"], "--loops is 0, and must be a whole number from 1 to 256."),
    (["--log-level", "loud"], "--log-level is \"loud\", and must be one of trace, debug, info,"),
    (["--set", "limits.contentBytes"], "this must be KEY=VALUE"),
    (["--set", "limits.size=3"], "--set limits.size: the key is not known. There are host, port,"),
    (
      ["--set", "limits.contentByte=3"],
      "--set limits.contentByte: the key is not known. Did you mean limits.contentBytes?"
    ),
    (["--config", "/nowhere.json"], "/nowhere.json: there is no such file."),
    (["--load", "/nowhere"], "/nowhere: there is no such file."),
    (["--auth", "none"], "--auth is \"none\", and must be one of writes, all."),
    (["--token-file", "/nowhere"], "/nowhere: there is no such file."),
    (
      ["--set", "access.token=short"],
      "access.token is a text of 5 characters, and must be 16 to 4096"
    ),
    (["--allowed-host", "a:80"], "--allowed-host is [\"a:80\"], and must be a list of host names"),
    (["--allowed-origin", "a"], "--allowed-origin is [\"a\"], and must be a list of origins"),
    (["--data", "/sys/data"], "/sys/data: it cannot be written; --data needs a folder that"),
    (["--data", ""], "--data is \"\", and must be a path."),
  ]

  @Test(arguments: mistakes)
  func `wrong words are one line that says what is right`(words: [String], says: String) throws {
    let outcome = try Command(["serve", "--port", "0"] + words).outcome()
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  /// Wrong files, with what the one line about them says after the file's path.
  static let files: [(String, String)] = [
    (#"{"prot": 1}"#, "line 1: the key prot is not known. Did you mean port?"),
    (#"{"contentBytes": 1}"#, "line 1: the key contentBytes is not known. Did you mean limits."),
    (#"{"nothing": 1}"#, "line 1: the key nothing is not known. There are host, port,"),
    (#"{"limits": {"size": 1}}"#, "line 1: the key limits.size is not known. There are limits."),
    ("{\n\"limits\":\n{\"workline\": 1}}", "line 3: the key limits.workline is not known. Did"),
    (#"{"limits": 3}"#, "line 1: limits is 3, and must be an object"),
    (
      "{\n\n\"port\": \"80\"}", #"line 3: port is "80", and must be a whole number from 0 to 65535"#
    ),
    (#"{"port": 8080.5}"#, "line 1: port is 8080.5, and must be a whole number"),
    (#"{"port": 1e999}"#, "line 1: the value of port is a number beyond all bounds."),
    (#"{"load": "articles"}"#, #"line 1: load is "articles", and must be a list of paths"#),
    (#"{"timeouts": {"idleSeconds": 0}}"#, "line 1: timeouts.idleSeconds is 0, and must be"),
    ("{\"port\": 1,\n\"port\": 2}", "line 2: the key port is there once more."),
    (#"{"limits": {"workLine": 1, "workLine": 2}}"#, "line 1: the key limits.workLine is there"),
    ("{\"port\": 1,\n}", "it is no JSON. Line 2, column 1:"),
    ("{\"host\": \"\u{0}\"}", "it is no JSON. Line 1, column 11:"),
    ("[]", "it must hold one JSON object."),
  ]

  @Test(arguments: files)
  func `a wrong file is one line with its path, the key and what is allowed`(
    content: String, says: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(content, to: "wrong.json")
    let outcome = try Command.run("serve", "--config", path)
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.hasPrefix("Error: \(path): \(says)"), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("COUNTERPOINT_PROT", "1", "COUNTERPOINT_PROT is not known. Did you mean COUNTERPOINT_PORT?"),
    ("COUNTERPOINT_FOO", "1", "COUNTERPOINT_FOO is not known. There are COUNTERPOINT_CONFIG,"),
    (
      "COUNTERPOINT_CONTENT_BYTES", "1",
      "COUNTERPOINT_CONTENT_BYTES is not known. Did you mean COUNTERPOINT_LIMITS_CONTENT_BYTES?"
    ),
    ("COUNTERPOINT_ACCESS_TOKEN", "", "COUNTERPOINT_ACCESS_TOKEN is a text of 0 characters, and"),
    ("COUNTERPOINT_ACCESS_TOKEN_FILE", "", #"COUNTERPOINT_ACCESS_TOKEN_FILE is "", and must be"#),
    ("COUNTERPOINT_CONFIG", "/nowhere.json", "/nowhere.json: there is no such file."),
    ("COUNTERPOINT_PORT", "x", #"COUNTERPOINT_PORT is "x", and must be a whole number"#),
  ])
  func `a wrong variable is one line that says what is right`(
    name: String, value: String, says: String
  ) throws {
    let outcome = try Command.run("serve", environment: [name: value])
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.hasPrefix("Error: \(says)"), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("short", "what it holds has 5 characters and is no token, which has 16 to 4096 letters"),
    ("a token with white space", "what it holds has 24 characters and is no token"),
  ])
  func `a file that holds no token is one line that says what one is`(
    content: String, says: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(content, to: "token")
    let outcome = try Command.run("serve", "--token-file", path)
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.hasPrefix("Error: \(path): \(says)"), "\(outcome.errors)")
    #expect(!outcome.errors.contains(content))
  }

  @Test func `two tokens are one too many`() throws {
    let outcome = try Command.run(
      "serve", "--token-file", "/nowhere",
      environment: ["COUNTERPOINT_ACCESS_TOKEN": "0123456789abcdef"])
    #expect(outcome.end == .exit(1))
    #expect(
      outcome.errors
        == "Error: access.token (environment COUNTERPOINT_ACCESS_TOKEN) and access.tokenFile (flag"
        + " --token-file) are both given; give one of them.\n")
  }

  @Test func `flags win over the environment, which wins over the file`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      #"{"limits": {"contentBytes": 10, "fieldCount": 10, "requestLineBytes": 300}}"#,
      to: "some.json")
    let server = try Server(
      "--set", "limits.contentBytes=30",
      environment: [
        "COUNTERPOINT_CONFIG": path, "COUNTERPOINT_LIMITS_CONTENT_BYTES": "20",
        "COUNTERPOINT_LIMITS_FIELD_COUNT": "20",
      ])
    func status(ofContent count: Int) throws -> Int {
      try server.client.post("/v1/analyze", Array(repeating: 0x61, count: count)).status
    }
    #expect(try status(ofContent: 30) == 200)
    #expect(try status(ofContent: 31) == 413)
    // libcurl sends Host and Accept by itself.
    #expect(try server.client.get("/", (1...18).map { "X-\($0): 1" }).status == 200)
    #expect(try server.client.get("/", (1...19).map { "X-\($0): 1" }).status == 431)
    #expect(try server.client.get("/livez?" + String(repeating: "a", count: 300)).status == 414)
  }

  @Test func `variables that Kubernetes gives beside a service are not meant`() throws {
    let server = try Server(environment: [
      "COUNTERPOINT_PORT": "tcp://10.0.0.1:80", "COUNTERPOINT_SERVICE_HOST": "10.0.0.1",
      "COUNTERPOINT_PORT_80_TCP_PROTO": "tcp",
    ])
    #expect(try server.client.get("/livez").status == 200)
  }
}
