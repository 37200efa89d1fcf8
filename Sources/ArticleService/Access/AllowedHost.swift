import HTTPCore

/// A host under which the service may be asked for, on any port.
package struct AllowedHost: Sendable, Equatable {
  private enum Host: Sendable, Equatable {
    /// In lower case.
    case name([UInt8])
    case address(IPAddress)
  }

  /// As the configuration names it.
  package let text: String
  private let host: Host

  /// The host that a configuration names: a name, an IPv4 address, or an IPv6 address with or
  /// without brackets; `nil` for anything else, a port or a wildcard among them.
  package init?(_ text: String) {
    self.text = text
    let bytes = Array(text.utf8)[...]
    if let address = IPAddress(literal: bytes) {
      host = .address(address)
      return
    }
    // The authority is the host alone when nothing but brackets is left out of it.
    guard Authority.isValid(bytes), !bytes.contains(UInt8(ascii: "*")) else { return nil }
    let name = Authority.host(of: bytes)
    let isBracketed = bytes.first == UInt8(ascii: "[")
    guard name.count + (isBracketed ? 2 : 0) == bytes.count else { return nil }
    host =
      IPAddress(literal: name).map(Host.address) ?? .name(name.map(\.asciiLowercased))
  }

  /// Whether the host of a request is this one.
  func matches(_ given: ArraySlice<UInt8>) -> Bool {
    switch host {
    case .name(let name):
      name.count == given.count && given.elementsEqual(name) { $0.asciiLowercased == $1 }
    case .address(let address): IPAddress(literal: given) == address
    }
  }
}
