import ArticleParsing
import Formats
import HTTPCore
import JSON

// Every problem, as an example under the status with which it answers.

extension OpenAPIDocument {
  /// The answers with problems, one for each status that there is.
  static var problemResponses: [(name: String, json: JSONTree)] {
    let byStatus = Dictionary(grouping: Problem.examples, by: \.status.code)
    return byStatus.sorted { $0.key < $1.key }.map { code, problems in
      (problemName(code), response(code, problems))
    }
  }

  /// The name of the component for a status.
  static func problemName(_ code: UInt16) -> String { "Problem\(code)" }

  private static func response(_ code: UInt16, _ problems: [Problem]) -> JSONTree {
    let types = problems.map { "`\($0.code)`: \($0.title)." }
    return .object([
      "description": .string(types.joined(separator: "\n")),
      "headers": headers(of: problems),
      "content": .object([
        "application/problem+json": .object([
          "schema": Schema.reference(.problem).json,
          "examples": .object(of: problems) { problem in
            (problem.code, .object(["value": problem.json]))
          },
        ])
      ]),
    ])
  }

  /// The fields that problems of a status may carry beside the usual ones.
  private static func headers(of problems: [Problem]) -> JSONTree {
    var names: [String] = []
    for problem in problems {
      for name in problem.fieldNames where !names.contains(name) { names.append(name) }
    }
    return headers(names)
  }
}
