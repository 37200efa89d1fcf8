import FoundationEssentials
import Glibc
import JSON
import Logging

/// Writes log events to standard error, each as one line with one JSON object:
/// `{"time", "level", "message"}` and the event's metadata.
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
    // One call for one line, so that lines of several threads do not mix. There is nobody to report to
    // when it fails.
    _ = write(Array(line.utf8), to: STDERR_FILENO)
  }

  /// The object of an event. The names of metadata that the event itself uses are not for it. Numbers
  /// and truth values, given as `.stringConvertible`, are such in JSON; all else is text.
  static func line(
    time: Date, level: Logger.Level, message: String, metadata: Logger.Metadata
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      func member(_ name: String, _ value: String) {
        json.name(of: name)
        // Long ones are cut, so that nothing that came from outside fills the log.
        json.string(onOneLine: value.unicodeScalars.prefix(textLimit))
      }
      let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
      member("time", time.formatted(style))
      member("level", level.rawValue)
      member("message", message)
      for (name, value) in metadata.sorted(by: { $0.key < $1.key })
      where !["time", "level", "message"].contains(name) {
        if isLiteral(value) {
          json.name(of: name)
          json.verbatim("\(value)")
        } else {
          member(name, "\(value)")
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Whether a value, as Swift writes it, is a number or a truth value of JSON. What is no number
  /// (NaN, an infinity) JSON has no word for, so that it stays text.
  private static func isLiteral(_ value: Logger.Metadata.Value) -> Bool {
    guard case .stringConvertible(let value) = value else { return false }
    if let number = value as? any BinaryFloatingPoint { return number.isFinite }
    return value is any BinaryInteger || value is Bool
  }

  /// In scalars.
  private static let textLimit = 2_000
}
