/// What a database says of whoever writes it: whether its log belongs to it, and must be there.
///
/// SQLite applies whatever log lies beside a database, and misses none that is gone. So each session, from
/// when a database is opened to be written until it is closed, has a name, which is in the database itself
/// before anything else is written, and in all that comes into the log.
struct SessionNote: Equatable {
  /// How the database was left.
  enum State: String {
    /// It is written, or whoever wrote it has ended: what was written last is in its log alone.
    case open
    /// It was closed in order, and has all.
    case closed
    /// It is a copy, which goes on under a name of its own once it is restored.
    case copy
  }

  let state: State
  /// The name of the session.
  let session: String
  /// The name of the one before; empty where there was none.
  let previous: String

  /// A note from its parts.
  init(_ state: State, session: String, previous: String) {
    self.state = state
    self.session = session
    self.previous = previous
  }

  /// The note of a session that begins now, and follows another.
  init(after last: SessionNote?) {
    self.init(.open, session: Epoch.random(), previous: last?.session ?? "")
  }

  /// The session as it is noted when it is left in another way.
  func left(_ state: State) -> SessionNote {
    SessionNote(state, session: session, previous: previous)
  }

  /// The note that a database has; `nil` where it is none.
  init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let state = State(rawValue: parts[0]) else { return nil }
    self.init(state, session: parts[1], previous: parts[2])
  }

  /// As a database has it.
  var text: String { "\(state.rawValue) \(session) \(previous)" }
}
