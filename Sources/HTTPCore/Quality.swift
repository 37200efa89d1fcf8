/// A weight (RFC 9110 section 12.4.2) in thousandths: 0 for "not acceptable" to 1000.
enum Quality {
  /// The offer of the greatest quality, the first of those that are equal; `nil` when none has any.
  static func best<Offer>(of offers: [Offer], _ quality: (Offer) -> Int) -> Offer? {
    var best: (offer: Offer, quality: Int)?
    for offer in offers {
      let quality = quality(offer)
      if quality > best?.quality ?? 0 { best = (offer, quality) }
    }
    return best?.offer
  }

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
