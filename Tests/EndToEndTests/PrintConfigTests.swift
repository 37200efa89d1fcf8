import Foundation
import Testing

/// `serve --print-config`: what is in force, and who said so.
@Suite struct `printing the configuration` {
  @Test func `each value has its origin, and the stronger one is told`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      #"{"port": 1, "logLevel": "error", "limits": {"workLine": 7, "fieldCount": 9}}"#,
      to: "some.json")
    let outcome = try Command.run(
      "serve", "--print-config", "--port", "3", "--load", "a", "b", "--set",
      "timeouts.idleSeconds=5", "--config", path,
      environment: [
        "COUNTERPOINT_PORT": "2", "COUNTERPOINT_LIMITS_WORK_LINE": "8",
        "COUNTERPOINT_ACCESS_ALLOWED_HOSTS": "a.example,b.example",
      ])
    #expect(outcome.end == .exit(0))
    #expect(outcome.errors == "")
    let printed = try JSON(outcome.output)
    func expect(_ key: String, _ value: Int, from origin: String) throws {
      #expect(try printed[key]["value"].int == value, "\(key)")
      #expect(try printed[key]["from"].string == origin, "\(key)")
    }
    try expect("port", 3, from: "flag --port")
    try expect("timeouts.idleSeconds", 5, from: "flag --set timeouts.idleSeconds")
    try expect("limits.workLine", 8, from: "environment COUNTERPOINT_LIMITS_WORK_LINE")
    try expect("limits.fieldCount", 9, from: "file \(path)")
    try expect("limits.requestLineBytes", 8_192, from: "default")
    #expect(try printed["logLevel"]["value"].string == "error")
    #expect(try printed["load"]["value"].items.map { try $0.string } == ["a", "b"])
    #expect(
      try printed["access.allowedHosts"]["value"].items.map { try $0.string }
        == ["a.example", "b.example"])
    #expect(try printed["host"]["value"].string == "127.0.0.1")
  }

  @Test func `there are a loop and a worker for each processor that the process may use`() throws {
    // One that the tests themselves may use.
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let allowed = try #require(status.firstMatch(of: /Cpus_allowed_list:\s*([0-9]+)/)?.1)
    let outcome = try Command(
      ["--cpu-list", "\(allowed)", Command.path, "serve", "--print-config"],
      tool: "/usr/bin/taskset"
    ).outcome()
    #expect(outcome.end == .exit(0), "\(outcome.errors)")
    let printed = try JSON(outcome.output)
    for key in ["loops", "workers"] {
      #expect(try printed[key]["value"].int == 1, "\(key)")
      #expect(try printed[key]["from"].string == "default", "\(key)")
    }
  }

  @Test func `a line for each key, in the order of the documentation`() throws {
    let lines = String(decoding: try Command.run("serve", "--print-config").output, as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.first == "{")
    #expect(lines.dropFirst().first == #"  "host": {"value": "127.0.0.1", "from": "default"},"#)
    #expect(lines.last == "}")
  }

  @Test func `no token is shown, wherever it comes from`() throws {
    let folder = try TemporaryFolder()
    let secret = "a-secret-of-more-than-sixteen"
    let path = try folder.write("\(secret)\n", to: "token")
    for (words, variables, origin) in [
      ([], ["COUNTERPOINT_ACCESS_TOKEN": secret], "environment COUNTERPOINT_ACCESS_TOKEN"),
      (["--token-file", path], [:], "file \(path)"),
      (["--set", "access.token=\(secret)"], [:], "flag --set access.token"),
    ] {
      let outcome = try Command(
        ["serve", "--print-config"] + words, environment: variables
      ).outcome()
      #expect(outcome.end == .exit(0))
      #expect(!String(decoding: outcome.output, as: UTF8.self).contains(secret))
      let token = try JSON(outcome.output)["access.token"]
      #expect(try token["value"].string == "********")
      #expect(try token["from"].string == origin)
    }
    let none = try JSON(Command.run("serve", "--print-config").output)["access.token"]
    #expect(try none["from"].string == "default")
    #expect(throws: JSON.Missing.self) { try none["value"].string }
  }

  @Test func `what is wrong is told as at the start`() throws {
    let outcome = try Command.run("serve", "--print-config", "--port", "x")
    #expect(outcome.end == .exit(1))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: --port is \"x\""))
  }

  @Test func `an empty variable is as if it were not there`() throws {
    let printed = try JSON(
      Command.run(
        "serve", "--print-config",
        environment: ["COUNTERPOINT_DATA": "", "COUNTERPOINT_PORT": "", "COUNTERPOINT_CONFIG": ""]
      ).output)
    #expect(try printed["data"]["from"].string == "default")
    #expect(try printed["port"]["value"].int == 8_080)
  }
}
