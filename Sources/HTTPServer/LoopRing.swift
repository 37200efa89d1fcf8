import Locking

/// The loops of a server by their numbers, so that each can pass a socket on to the next.
final class LoopRing: Sendable {
  private let mailboxes = Locked<[Mailbox]>([])

  /// Adds the next loop's.
  func add(_ mailbox: Mailbox) { mailboxes.withLock { $0.append(mailbox) } }

  /// That of the loop after the one of that number, around.
  func mailbox(after number: Int) -> Mailbox? {
    mailboxes.withLock { $0.isEmpty ? nil : $0[(number + 1) % $0.count] }
  }
}
