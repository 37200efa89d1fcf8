/// A weight (RFC 9110 section 12.4.2) in thousandths: 0 for "not acceptable" to 1000.
enum Quality {
  /// The weight of a member that names none.
  static let full = 1000

  /// The weight that these bytes write; `nil` when they write none.
  ///
  /// `qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] )`
  static func parse(_ value: String) -> Int? {
    let bytes = Array(value.utf8)
    guard let whole = bytes.first, whole == UInt8(ascii: "0") || whole == UInt8(ascii: "1"),
      bytes.count <= 5, bytes.count < 2 || bytes[1] == UInt8(ascii: ".")
    else { return nil }
    var thousandths = whole == UInt8(ascii: "1") ? full : 0
    var unit = 100
    for digit in bytes.dropFirst(2) {
      guard digit.isDigit else { return nil }
      thousandths += Int(digit - UInt8(ascii: "0")) * unit
      unit /= 10
    }
    return thousandths <= full ? thousandths : nil
  }
}
