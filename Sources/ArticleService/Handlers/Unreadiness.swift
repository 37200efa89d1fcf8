import ArticleStore
import HTTPServer

/// Why `/readyz` says no.
package enum Unreadiness: String, Sendable, CaseIterable {
  /// The service is starting or stopping.
  case notStarted = "starting-or-stopping"
  /// The disk failed in a way after which no write is taken before the service is started again.
  case writesRefused = "writes-refused"
  /// Work waits and none is begun, or writes wait and none is decided.
  case standstill

  /// What it is in words, and what helps.
  package var detail: String {
    switch self {
    case .notStarted: "The service is starting or stopping."
    case .writesRefused:
      "Writing to the disk of the store failed, and nothing is written until the service is started again;"
        + " reading goes on."
    case .standstill:
      "Work has been waiting for long and none was begun: the disk or the processors stand still."
    }
  }
}

extension ArticleService {
  /// Why requests are not wanted now; `nil` when they are.
  var unreadiness: Unreadiness? {
    if !isReady { return .notStarted }
    if store.refusesWrites { return .writesRefused }
    return max(workers.standstill, store.standstill)
      > configuration.standstillPatience ? .standstill : nil
  }
}
