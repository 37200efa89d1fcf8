import FoundationEssentials
import Glibc
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
    var line: [UInt8] = []
    func member(_ name: String, _ value: String, isText: Bool = true) {
      line.append(line.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
      appendQuoted(name, to: &line)
      line.append(UInt8(ascii: ":"))
      if isText { appendQuoted(value, to: &line) } else { line.append(contentsOf: value.utf8) }
    }
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    member("time", time.formatted(style))
    member("level", level.rawValue)
    member("message", message)
    for (name, value) in metadata.sorted(by: { $0.key < $1.key })
    where !["time", "level", "message"].contains(name) {
      member(name, "\(value)", isText: !isLiteral(value))
    }
    line.append(UInt8(ascii: "}"))
    return String(decoding: line, as: UTF8.self)
  }

  /// Whether a value, as Swift writes it, is a number or a truth value of JSON. What is no number
  /// (NaN, an infinity) JSON has no word for, so that it stays text.
  private static func isLiteral(_ value: Logger.Metadata.Value) -> Bool {
    guard case .stringConvertible(let value) = value else { return false }
    if let number = value as? any BinaryFloatingPoint { return number.isFinite }
    return value is any BinaryInteger || value is Bool
  }

  /// Adds a JSON string; long ones are cut, so that nothing that came from outside fills the log. What
  /// some take for the end of a line, U+2028 and its like, is escaped as control characters are.
  private static func appendQuoted(_ text: String, to line: inout [UInt8]) {
    line.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars.prefix(textLimit) {
      switch scalar {
      case "\"", "\\":
        line.append(UInt8(ascii: "\\"))
        line.append(UInt8(ascii: scalar))
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        line.append(
          contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      default: line.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    line.append(UInt8(ascii: "\""))
  }

  /// In scalars.
  private static let textLimit = 2_000
}
