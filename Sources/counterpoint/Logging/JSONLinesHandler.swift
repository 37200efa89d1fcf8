import FoundationEssentials
import Glibc
import Logging

/// Writes log events to standard error, each as one line with one JSON object:
/// `{"time", "level", "message"}` and the event's metadata, whose values are strings.
struct JSONLinesHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  init(logLevel: Logger.Level) { self.logLevel = logLevel }

  func log(event: LogEvent) {
    var all = metadata
    if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
    if let own = event.metadata { all.merge(own) { $1 } }
    var line = Self.line(
      time: Date.now, level: event.level, message: event.message.description, metadata: all)
    line += "\n"
    // One call for one line, so that lines of several threads do not mix. There is nobody to tell
    // when it fails.
    _ = write(Array(line.utf8), to: STDERR_FILENO)
  }

  /// The object of an event. The names of metadata that the event itself uses are not for it.
  static func line(
    time: Date, level: Logger.Level, message: String, metadata: Logger.Metadata
  ) -> String {
    var members = [
      ("time", time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))),
      ("level", level.rawValue), ("message", message),
    ]
    for (name, value) in metadata.sorted(by: { $0.key < $1.key })
    where !["time", "level", "message"].contains(name) {
      members.append((name, "\(value)"))
    }
    return "{" + members.map { "\(quoted($0)):\(quoted($1))" }.joined(separator: ",") + "}"
  }

  /// A JSON string; long ones are cut, so that nothing that came from outside fills the log.
  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let json = try? encoder.encode(String(text.prefix(textLimit))) else { return "\"\"" }
    return String(decoding: json, as: UTF8.self)
  }

  /// In characters.
  private static let textLimit = 2_000
}
