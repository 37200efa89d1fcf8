package import Glibc

/// A value that one thread at a time can touch.
///
/// What `Synchronization.Mutex` is, over a POSIX mutex. The thread sanitizer knows those, and does
/// not know the way that a `Mutex` takes when threads contend for it (it asks the kernel with a futex
/// of its own, out of the sanitizer's sight): each contention was reported as a race, and among such
/// reports a true one would not be seen. Uncontended the two cost the same.
///
/// `@unchecked Sendable`: the value is touched with the mutex held and no reference to it leaves
/// ``withLock(_:)``. `@safe`: the two allocations are made once, never handed out, and freed with
/// their only owner, which cannot be copied; the mutex never moves, as POSIX demands.
@safe
@frozen
package struct Locked<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
  @usableFromInline let mutex: UnsafeMutablePointer<pthread_mutex_t>
  @usableFromInline let value: UnsafeMutablePointer<Value>

  /// A value that is not yet shared.
  @inlinable
  package init(_ initial: consuming sending Value) {
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    // With no attributes it cannot fail (pthread_mutex_init(3)).
    _ = unsafe pthread_mutex_init(mutex, nil)
    unsafe value = .allocate(capacity: 1)
    unsafe value.initialize(to: initial)
  }

  @inlinable
  deinit {
    // Right because nobody can hold the mutex: whoever did would keep this alive.
    unsafe value.deinitialize(count: 1)
    unsafe value.deallocate()
    _ = unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Calls `body` with the value, when no other thread is at it. Not from within `body`: a thread
  /// that asks for what it holds waits for ever.
  @inlinable
  package borrowing func withLock<Result: ~Copyable, Failure>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    _ = unsafe pthread_mutex_lock(mutex)
    defer { _ = unsafe pthread_mutex_unlock(mutex) }
    return unsafe try body(&value.pointee)
  }
}
