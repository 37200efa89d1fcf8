import Dispatch
import Locking

/// Takes what came of a call of the store; called once.
///
/// Whoever can be answered from memory is answered on their own thread, before the call returns. All
/// others are answered later, from a thread of the store, which has other things to do than to make
/// much of the answer.
package typealias StoreCompletion<Value> = @Sendable (Result<Value, StoreError>) -> Void

/// Makes a call of the store and waits for its completion: for workers and commands, never for an
/// event loop or a thread of the store.
///
/// - Returns: what the completion was given.
/// - Throws: ``StoreError``, where the call failed.
package func waitForStore<Value: Sendable>(
  _ call: (@escaping StoreCompletion<Value>) -> Void
) throws(StoreError) -> Value {
  let answered = DispatchSemaphore(value: 0)
  let answer = Locked(Result<Value, StoreError>.failure(.closed))
  call { result in
    answer.withLock { $0 = result }
    answered.signal()
  }
  answered.wait()
  return try answer.withLock { $0 }.get()
}
