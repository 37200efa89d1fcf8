/// Which members a JSON writer leaves out, told of all that is written, in order.
///
/// A selection holds for one object and what is in it. A member that it does not have is muted: its
/// name is told and its value, brackets and all, and none of it is to be written.
struct MemberMuting {
  /// What the next object is to have.
  private var nextSelection: MemberSelection?
  /// What the object at ``level`` 1 has.
  private var selection: MemberSelection?
  /// The objects that are open since a selection holds; arrays are no level of their own.
  private var level = 0
  /// What the objects in the member that is being written have.
  private var inner = MemberSelection.Choice.whole
  /// Whether what comes is the value of a member that is left out.
  private(set) var isMuted = false
  /// The brackets that are open in that value.
  private var mutedDepth = 0

  /// A selection holds for the object that comes next; none holds without one.
  mutating func select(_ selection: MemberSelection?) { nextSelection = selection }

  /// Whether a member of that name is left out; then its value is muted.
  @inline(__always)
  mutating func leavesOut(_ name: StaticString) -> Bool {
    isMuted || selection != nil && isNotChosen(name)
  }

  /// Whether a value without brackets is left out; with it, what was muted is over, unless it is
  /// within brackets.
  @inline(__always)
  mutating func mutesValue() -> Bool {
    guard isMuted else { return false }
    isMuted = mutedDepth > 0
    return true
  }

  /// Whether an opening bracket is left out.
  @inline(__always)
  mutating func mutesOpening(ofObject isObject: Bool) -> Bool {
    if isMuted {
      mutedDepth += 1
      return true
    }
    if isObject, selection != nil || nextSelection != nil { enter() }
    return false
  }

  /// Whether a closing bracket is left out.
  @inline(__always)
  mutating func mutesClosing(ofObject isObject: Bool) -> Bool {
    if isMuted {
      mutedDepth -= 1
      isMuted = mutedDepth > 0
      return true
    }
    if isObject, selection != nil { leave() }
    return false
  }

  private mutating func enter() {
    if selection != nil {
      level += 1
    } else {
      selection = nextSelection
      level = 1
      nextSelection = nil
    }
  }

  private mutating func leave() {
    level -= 1
    if level == 0 { selection = nil }
  }

  private mutating func isNotChosen(_ name: StaticString) -> Bool {
    switch level {
    case 1:
      guard let choice = selection?[name.description] else {
        isMuted = true
        return true
      }
      inner = choice
    case 2:
      if case .members(let names) = inner { isMuted = !names.contains(name.description) }
    default: break
    }
    return isMuted
  }
}
