import FoundationEssentials
import Testing

/// One case of `Tests/Fixtures/wire`; its README describes the form.
struct WireFixture: Sendable, CustomTestStringConvertible {
  let name: String
  let input: [UInt8]
  let expected: [String]

  var testDescription: String { name }

  /// Whether no request of the case is refused, so that every cut of it asks for more.
  var isValid: Bool { !expected.contains { $0.first?.isNumber == true } }

  /// Every case of every file.
  static let all: [WireFixture] = {
    let folder = sourceFolder + "/../Fixtures/wire/"
    return ["request-line", "target", "host", "fields", "framing", "chunked", "persistence"]
      .flatMap { parse((try? String(contentsOfFile: folder + $0 + ".txt", encoding: .utf8)) ?? "") }
  }()

  private static let sourceFolder = #filePath.split(separator: "/").dropLast()
    .reduce("") { $0 + "/" + $1 }

  private static func parse(_ text: String) -> [WireFixture] {
    var cases: [WireFixture] = []
    var name: String?
    var input: [Substring] = []
    var expected: [String] = []
    var isInput = true
    func finish() {
      guard let name else { return }
      cases.append(
        WireFixture(
          name: name, input: input.flatMap { unescape($0) },
          expected: expected.map {
            String(decoding: unescape($0[...], runsOnly: true), as: UTF8.self)
          }
        ))
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      if line.hasPrefix("=== ") {
        finish()
        (name, input, expected, isInput) = (String(line.dropFirst(4)), [], [], true)
      } else if line == "---" {
        isInput = false
      } else if isInput {
        input.append(line)
      } else {
        expected.append(String(line))
      }
    }
    finish()
    return cases
  }

  /// The bytes that a line of a fixture stands for.
  private static func unescape(_ line: Substring, runsOnly: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = line
    while let character = rest.popFirst() {
      guard character == "\\", !runsOnly || rest.first == "{" else {
        bytes += Array(String(character).utf8)
        continue
      }
      switch rest.popFirst() {
      case "r": bytes.append(0x0D)
      case "n": bytes.append(0x0A)
      case "t": bytes.append(0x09)
      case "s": bytes.append(0x20)
      case "0": bytes.append(0x00)
      case "\\": bytes.append(0x5C)
      case "x":
        bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      case "{":
        let run = rest.prefix { $0 != "}" }.split(separator: "×")
        rest = rest.drop { $0 != "}" }.dropFirst()
        let unit = unescape(run[1])
        for _ in 0..<(Int(run[0]) ?? 0) { bytes += unit }
      default: fatalError("no such escape in a fixture: \(line)")
      }
    }
    return bytes
  }
}

/// Bytes as a fixture writes them.
func escaped(_ bytes: some Sequence<UInt8>) -> String {
  bytes.reduce(into: "") { text, byte in
    switch byte {
    case 0x0D: text += "\\r"
    case 0x0A: text += "\\n"
    case 0x00: text += "\\0"
    case 0x20...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      text += "\\x" + (digits.count == 1 ? "0" : "") + digits
    }
  }
}

/// Text with its ASCII control characters as a fixture writes them.
func visible(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { visible, scalar in
    let isControl = scalar.value < 0x20 || scalar.value == 0x7F
    visible += isControl ? escaped([UInt8(ascii: scalar)]) : String(scalar)
  }
}
