import ArticleStore
import Formats
import HTTPCore
import JSON

/// What came of one line of a bulk submission.
enum BulkResult: Sendable {
  /// The document is stored as this article; members of its metadata that had no effect by name.
  case stored(Written, ignored: [String])
  case refused(Problem)

  /// Whether the document was not stored.
  var isRefused: Bool {
    switch self {
    case .refused: true
    case .stored: false
    }
  }

  /// Adds the result as a line of its own, as if the line had been sent alone.
  func write(line number: Int, to output: inout [UInt8]) {
    var json = JSONWriter()
    json.object { json in
      json.member("line", number)
      switch self {
      case .stored(let written, let ignored):
        json.member("status", written.outcome == .created ? 201 : 200)
        json.member("outcome", written.outcome.rawValue)
        json.member("id", written.article.id.text)
        json.member("revision", written.article.revision)
        if !ignored.isEmpty {
          json.name("ignored")
          json.strings(ignored)
        }
      case .refused(let problem):
        json.member("status", Int(problem.status.code))
        json.name("problem")
        json.write(problem.json)
      }
    }
    output.append(contentsOf: json.bytes)
    output.append(UInt8(ascii: "\n"))
  }
}

/// How many lines of a bulk submission came to what.
struct BulkTally: Sendable {
  private var created = 0
  private var replaced = 0
  private var existing = 0
  private var failed = 0

  mutating func count(_ result: BulkResult) {
    switch result {
    case .stored(let written, _):
      switch written.outcome {
      case .created: created += 1
      case .replaced: replaced += 1
      case .existing: existing += 1
      }
    case .refused: failed += 1
    }
  }

  /// Adds the summary as a line of its own, with whether that were all lines.
  func write(isComplete: Bool, to output: inout [UInt8]) {
    var json = JSONWriter()
    json.object { json in
      json.member("lines", created + replaced + existing + failed)
      json.member("created", created)
      json.member("replaced", replaced)
      json.member("existing", existing)
      json.member("failed", failed)
      json.name("complete")
      json.boolean(isComplete)
    }
    output.append(contentsOf: json.bytes)
    output.append(UInt8(ascii: "\n"))
  }
}

extension BulkProgress.CutOff {
  /// Adds the line that says from which line on the rest is to be sent again, and how many are done before
  /// it. No other line has `complete` and a problem.
  func write(to output: inout [UInt8]) {
    var json = JSONWriter()
    json.object { json in
      json.member("line", line)
      json.member("status", Int(problem.status.code))
      json.name("complete")
      json.boolean(false)
      json.member("taken", taken)
      json.name("problem")
      json.write(problem.json)
    }
    output.append(contentsOf: json.bytes)
    output.append(UInt8(ascii: "\n"))
  }
}

extension Problem {
  /// Whether it is not the document's, and whatever comes next would meet it, too, so that no more of many
  /// submissions are taken.
  var endsStoring: Bool {
    switch self {
    case .diskFull, .storeFailed, .notReady, .stopping: true
    default: false
    }
  }
}
