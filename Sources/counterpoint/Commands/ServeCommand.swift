import ArgumentParser
import CAllocator
import FoundationEssentials
import Glibc

/// `counterpoint serve`: the HTTP service.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves the API over HTTP until it is told to stop.",
    discussion: """
      Articles are kept in memory and end with the process; with --data they are kept in a folder, \
      and an answer to a write says that it is on the disk. SIGTERM and SIGINT stop it: no more \
      connections, requests in flight are finished, exit 0; a second signal ends it at once. SIGHUP \
      has it read the file of the token again, and nothing else.

      Every key of the configuration can be given in a JSON file, in the environment as \
      COUNTERPOINT_KEY, or with --set: flags win over the environment, which wins over the file. \
      README.md lists the keys; Config/counterpoint.json has them all with their defaults; \
      --print-config shows which values are in force, and where each was given.

      Examples:
        counterpoint serve
        counterpoint serve --data articles
        counterpoint serve --port 0 --load articles report.txt
        counterpoint serve --config counterpoint.json --set limits.contentBytes=1048576
        COUNTERPOINT_LOG_LEVEL=debug counterpoint serve
        counterpoint serve --config counterpoint.json --print-config

      Exit status: 0 stopped in order; 1 not started, or not able to go on: one line says why; \
      64 words that are not understood; 128 and its number at a second signal.
      """)

  @Option(help: "Listen on this IPv4 or IPv6 address, or on localhost. (default: 127.0.0.1)")
  var host: String?

  @Option(help: "Listen on this port; 0 takes any that is free. (default: 8080)")
  var port: String?

  @Option(
    help: ArgumentHelp(
      "Keep articles in this folder, which is made if need be. (default: in memory alone)",
      valueName: "folder"))
  var data: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Store these files, and all *.txt and *.md in these folders, before /readyz says yes.",
      valueName: "path"))
  var load: [String] = []

  @Option(help: ArgumentHelp("Read the configuration from this JSON file.", valueName: "file"))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "What the token is needed for: writes, or all. (default: writes)", valueName: "scope"))
  var auth: String?

  @Option(help: ArgumentHelp("Read the bearer token from this file.", valueName: "file"))
  var tokenFile: String?

  @Flag(
    help: """
      Do without a token beyond this machine and behind a proxy: everyone who reaches it may write.
      """)
  var allowUnauthenticated = false

  @Option(
    help: ArgumentHelp(
      "Answer under this host name, too; may be repeated.", valueName: "name"))
  var allowedHost: [String] = []

  @Option(
    help: ArgumentHelp(
      "Let pages of this web origin use the service; may be repeated.", valueName: "origin"))
  var allowedOrigin: [String] = []

  @Option(help: "Run this many event loops. (default: one per processor that it may use)")
  var loops: String?

  @Option(
    help: "Run this many workers for longer work. (default: one per processor that it may use)")
  var workers: String?

  @Option(
    help: ArgumentHelp(
      "Log from this level on: trace, debug, info, notice, warning, error, critical. (default: info)",
      valueName: "level"))
  var logLevel: String?

  @Option(
    help: ArgumentHelp(
      "Set any key of the configuration; may be repeated.", valueName: "key=value"))
  var set: [String] = []

  @Flag(help: "Print each value of the configuration and where it was given, and do not serve.")
  var printConfig = false

  func run() throws {
    ProcessSignals.prepare()
    // A few more than threads that work at once: beyond that they only keep memory from each other.
    callocator_configure(Int32(clamping: 2 * ProcessResources.current.processors + 2))
    var configuration = try Configuration(
      flags: try assignments(), environment: ProcessInfo.processInfo.environment, file: config)
    try configuration.readTokenFile()
    if printConfig {
      guard write(Array(configuration.printed.utf8), to: STDOUT_FILENO) else {
        throw InputError.unwritable("standard output", errno: errno)
      }
      return
    }
    let files = try InputFiles.find(in: configuration.load)
    let signals = ProcessSignals()
    let service = try ServiceProcess(configuration)
    try service.start(loading: files)
    let first = signals.nextEnding { service.readTokenAgain() }
    service.stop(because: ProcessSignals.name(of: first))
    // The process ends when what was in flight is finished, or with another signal.
    _exit(128 + signals.nextEnding { service.readTokenAgain() })
  }

  /// What the command line says, `--set` first: a flag of its own is the plainer word.
  private func assignments() throws(ConfigurationError) -> [Configuration.Assignment] {
    var assignments: [Configuration.Assignment] = []
    func assign(_ place: String, _ key: String, _ text: String) {
      let value = ConfigurationKey.named(key)?.value(of: text, separator: ":") ?? .string(text)
      assignments.append(Configuration.Assignment(place: place, key: key, value: value))
    }
    for text in set {
      guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
        throw .malformedAssignment(text)
      }
      let key = String(text[..<sign])
      assign("--set \(key)", key, String(text[text.index(after: sign)...]))
    }
    let flags = [
      ("--host", "host", host), ("--port", "port", port), ("--data", "data", data),
      ("--loops", "loops", loops),
      ("--workers", "workers", workers), ("--log-level", "logLevel", logLevel),
      ("--auth", "access.auth", auth), ("--token-file", "access.tokenFile", tokenFile),
    ]
    for case (let flag, let key, let text?) in flags { assign(flag, key, text) }
    let lists = [
      ("--load", "load", load), ("--allowed-host", "access.allowedHosts", allowedHost),
      ("--allowed-origin", "access.allowedOrigins", allowedOrigin),
    ]
    for (flag, key, values) in lists where !values.isEmpty {
      assignments.append(
        Configuration.Assignment(
          place: flag, key: key, value: .array(values.map { .string($0) })))
    }
    if allowUnauthenticated {
      assignments.append(
        Configuration.Assignment(
          place: "--allow-unauthenticated", key: "access.allowUnauthenticated",
          value: .boolean(true)))
    }
    return assignments
  }
}
