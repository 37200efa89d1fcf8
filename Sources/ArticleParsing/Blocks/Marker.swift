/// What announces a list item: a bullet, or a number with its punctuation.
package struct Marker: Sendable, Equatable {
  /// How the items of a list are counted.
  package enum Numbering: UInt8, Sendable {
    case bullet, decimal, letter, roman
  }

  package let numbering: Numbering
  /// The number that the marker says; `nil` for bullets.
  package let number: Int?
  /// What closes it, or the bullet itself: items of one list agree in it.
  package let shape: Unicode.Scalar
  /// Bytes of the marker without the white space behind it.
  let length: Int

  /// The largest number that a marker may have: `2024.` begins a sentence, not an item.
  static let largestNumber = 999

  /// The marker at an offset, when there is one with something behind it on the same line.
  ///
  /// - Returns: the marker, and where the item's text begins.
  static func parse(_ bytes: [UInt8], in line: Range<Int>) -> (marker: Marker, content: Int)? {
    guard !line.isEmpty, let marker = bullet(bytes, at: line.lowerBound) ?? ordinal(bytes, in: line)
    else {
      return nil
    }
    var content = line.lowerBound + marker.length
    guard content < line.upperBound else { return nil }
    let afterMarker = content
    content = bytes.skippingSpaces(from: content, to: line.upperBound)
    if content == afterMarker, !marker.standsWithoutSpace { return nil }
    return content < line.upperBound ? (marker, content) : nil
  }

  /// The marker of an item that a Markdown parser has found at an offset.
  static func markdown(_ bytes: [UInt8], at offset: Int) -> Marker {
    let digits = bytes[offset...].prefix { $0.isDigit }.prefix(9)
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
      let bullet = bytes[offset...].first ?? UInt8(ascii: "-")
      return Marker(numbering: .bullet, number: nil, shape: Unicode.Scalar(bullet), length: 1)
    }
    let closing = bytes[digits.endIndex...].first ?? UInt8(ascii: ".")
    return Marker(
      numbering: .decimal, number: number, shape: Unicode.Scalar(closing),
      length: digits.count + 1)
  }

  /// Whether this may stand behind that in one list.
  func continues(_ other: Marker) -> Bool {
    numbering == other.numbering && shape == other.shape
  }

  /// Whether this says the number that follows that one in one list.
  func follows(_ other: Marker) -> Bool {
    guard continues(other), let number, let before = other.number else { return false }
    return number == before + 1
  }

  private var standsWithoutSpace: Bool {
    switch shape {
    case "・", "•", "●", "．", "、", "°", "①"..."⑳": true
    default: false
    }
  }

  private static func bullet(_ bytes: [UInt8], at offset: Int) -> Marker? {
    guard let (scalar, length) = bytes.scalar(at: offset) else { return nil }
    switch scalar {
    case "-", "*", "+", "•", "–", "—", "‣", "·", "・", "▪", "◦", "●", "○", "■", "►", "➤", "⁃":
      return Marker(numbering: .bullet, number: nil, shape: scalar, length: length)
    default: return nil
    }
  }

  /// `1.` `1)` `(1)` `1°` `１．` `①` `a.` `a)` `(a)` `IV.` `iv)`
  private static func ordinal(_ bytes: [UInt8], in line: Range<Int>) -> Marker? {
    var offset = line.lowerBound
    if let (scalar, length) = bytes.scalar(at: offset), ("①"..."⑳").contains(scalar) {
      let number = Int(scalar.value - Unicode.Scalar("①").value) + 1
      return Marker(numbering: .decimal, number: number, shape: "①", length: length)
    }
    let opened = bytes[offset] == UInt8(ascii: "(")
    if opened { offset += 1 }
    guard let (numbering, number, end) = count(bytes, from: offset, to: line.upperBound),
      end < line.upperBound, let (closing, length) = bytes.scalar(at: end)
    else { return nil }
    switch (closing, opened, numbering) {
    case (")", _, _), (".", false, _), ("．", false, _), ("、", false, .decimal),
      ("°", false, .decimal), ("º", false, .decimal):
      return Marker(
        numbering: numbering, number: number, shape: opened ? "(" : closing,
        length: end + length - line.lowerBound)
    default: return nil
    }
  }

  private static func count(_ bytes: [UInt8], from start: Int, to limit: Int) -> (
    Numbering, Int, end: Int
  )? {
    if let (number, end) = decimal(bytes, from: start, to: limit) { return (.decimal, number, end) }
    var end = start
    while end < limit, end - start < 8, bytes[end].isLetter { end += 1 }
    guard end > start else { return nil }
    if let number = roman(bytes[start..<end]) { return (.roman, number, end) }
    guard end == start + 1, bytes[start].isLowercase else { return nil }
    return (.letter, Int(bytes[start] - UInt8(ascii: "a")) + 1, end)
  }

  /// Digits, ASCII or full-width, up to ``largestNumber``.
  private static func decimal(_ bytes: [UInt8], from start: Int, to limit: Int) -> (
    Int, end: Int
  )? {
    var number = 0
    var end = start
    while end < limit, let (scalar, length) = bytes.scalar(at: end) {
      switch scalar {
      case "0"..."9": number = number * 10 + Int(scalar.value - 0x30)
      case "０"..."９": number = number * 10 + Int(scalar.value - 0xFF10)
      default: return end > start ? (number, end) : nil
      }
      guard number <= largestNumber else { return nil }
      end += length
    }
    return end > start ? (number, end) : nil
  }

  /// A Roman numeral in its usual form, up to 39: no list is longer.
  private static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
    let upper = letters.allSatisfy(\.isUppercase)
    guard upper || letters.allSatisfy(\.isLowercase) else { return nil }
    let word = String(decoding: letters, as: UTF8.self).uppercased()
    let tens = word.prefix { $0 == "X" }
    let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    guard tens.count <= 3, let unit = units.firstIndex(of: String(word.dropFirst(tens.count)))
    else { return nil }
    return tens.count * 10 + unit
  }
}

extension [UInt8] {
  /// The first offset that is no space, tab or no-break space.
  func skippingSpaces(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      if self[offset].isSpace {
        offset += 1
      } else if has("\u{A0}", at: offset) {
        offset += 2
      } else if has("\u{3000}", at: offset) || has("\u{202F}", at: offset) {
        offset += 3
      } else {
        break
      }
    }
    return Swift.min(offset, end)
  }
}
