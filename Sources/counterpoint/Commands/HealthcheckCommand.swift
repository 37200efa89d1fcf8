import ArgumentParser
import FoundationEssentials
import HTTPServer

/// `counterpoint healthcheck`: asks a running service whether it lives, for containers whose image
/// has no other client.
struct HealthcheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "healthcheck",
    abstract: "Asks a running service whether it lives: exit 0 if it says so, 1 if not.",
    discussion: """
      Without --url it asks /livez where `serve` with the same environment listens.

      Examples:
        counterpoint healthcheck
        counterpoint healthcheck --url http://127.0.0.1:8080/readyz
      """)

  @Option(help: "Ask here: http://HOST[:PORT][/PATH].")
  var url: String?

  func run() throws {
    let probe = try url.map { (url) throws(ProbeError) in try HealthProbe(url: url) } ?? ownProbe()
    let status = try probe.status()
    guard status == 200 else { throw ProbeError.unhealthy(probe.description, status: status) }
  }

  private func ownProbe() throws(ConfigurationError) -> HealthProbe {
    let server = try Configuration(
      flags: [], environment: ProcessInfo.processInfo.environment, file: nil
    ).server
    let address = BoundAddress(host: server.host, port: server.port).onThisMachine
    return HealthProbe(host: address.host, port: address.port, path: "/livez")
  }
}
