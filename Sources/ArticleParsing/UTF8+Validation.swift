extension [UInt8] {
  /// The offset of the first byte that begins no valid UTF-8 sequence; `nil` when there is none.
  var firstInvalidUTF8Offset: Int? {
    var decoder = Unicode.UTF8.ForwardParser()
    var offset = 0
    var bytes = makeIterator()
    while true {
      switch decoder.parseScalar(from: &bytes) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
