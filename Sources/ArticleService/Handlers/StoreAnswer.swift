import ArticleStore
import HTTPServer
import Operations
import Synchronization

/// The answer of a handler on an event loop that asks the store: given by the handler itself where the
/// store calls back before it returns, as memory does, else sent when the store calls back.
final class StoreAnswer: Sendable {
  /// What is answered.
  let call: Call
  /// Whether the store has called back or the handler has returned, whichever came first.
  private let isHalfDone = Atomic(false)
  /// What was made of what the store gave.
  ///
  /// `nonisolated(unsafe)`: it is written once, before ``isHalfDone`` is exchanged by who wrote it, and
  /// read once, by who comes second: either in the same call, or after its own exchange, which sees
  /// that write. A ``Locked`` would be two allocations more for each request.
  private nonisolated(unsafe) var made: Answer?

  /// An answer that is not made yet.
  init(to call: Call) { self.call = call }

  /// Makes the answer of what the store gave, or of why it gave nothing. To be called once.
  func make<Found>(
    of found: Result<Found, OperationError>, _ make: (Found) throws(Problem) -> Answer
  ) {
    let answer: Answer
    do throws(Problem) {
      switch found {
      case .success(let found): answer = try make(found)
      case .failure(let error): throw Problem(error)
      }
    } catch {
      answer = .now(error.response)
    }
    unsafe made = answer
    if isSecond, case .now(let response) = answer { call.reply(response) }
  }

  /// What the handler answers, after it asked the store. To be called once.
  func taken() -> Answer {
    guard isSecond, let made = unsafe made else { return .later }
    return made
  }

  private var isSecond: Bool { isHalfDone.exchange(true, ordering: .acquiringAndReleasing) }
}
