/// What announces a list item: a bullet, or a number with its punctuation.
package struct Marker: Sendable, Equatable {
  /// How the items of a list are counted.
  package enum Numbering: UInt8, Sendable {
    case bullet, decimal, letter, roman
  }

  package let numbering: Numbering
  /// What closes it, or the bullet itself: items of one list agree in it.
  package let shape: Unicode.Scalar
  /// The number, -1 for bullets, and the length: small, since every item has a marker.
  private let storedNumber: Int32
  private let storedLength: UInt32

  init(numbering: Numbering, number: Int?, shape: Unicode.Scalar, length: Int) {
    self.numbering = numbering
    self.shape = shape
    storedNumber = number.map { Int32(clamping: $0) } ?? -1
    storedLength = UInt32(clamping: length)
  }

  /// The number that the marker says; `nil` for bullets.
  package var number: Int? { storedNumber < 0 ? nil : Int(storedNumber) }
  /// Bytes of the marker without the white space behind it.
  var length: Int { Int(storedLength) }

  /// The largest number that a marker may have: `2024.` begins a sentence, not an item.
  static let largestNumber = 999

  /// The marker at an offset, when there is one with something behind it on the same line.
  ///
  /// - Returns: the marker, and where the item's text begins.
  static func parse(_ bytes: Excerpt, in line: Range<Int>) -> (marker: Marker, content: Int)? {
    guard let first = line.first, mayBegin(bytes, in: line),
      let marker = bullet(bytes, at: first) ?? ordinal(bytes, in: line)
    else {
      return nil
    }
    var content = first + marker.length
    guard content < line.upperBound else { return nil }
    let afterMarker = content
    content = bytes.skippingSpaces(from: content, to: line.upperBound)
    if content == afterMarker, !marker.standsWithoutSpace { return nil }
    return content < line.upperBound ? (marker, content) : nil
  }

  /// Whether a marker may stand at the beginning of a line, as its first two bytes show: most lines
  /// begin with a word, and no word is a marker unless it is one letter or made of i, v and x.
  private static func mayBegin(_ bytes: Excerpt, in line: Range<Int>) -> Bool {
    let first = bytes[line.lowerBound]
    if first.isLetter {
      guard line.count > 1 else { return false }
      let second = bytes[line.lowerBound + 1]
      return second.isLetter ? first.isRoman && second.isRoman : !second.isSpace
    }
    switch first {
    case UInt8(ascii: "("), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), 0x80...:
      return true
    default: return first.isDigit
    }
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

  private static func bullet(_ bytes: Excerpt, at offset: Int) -> Marker? {
    guard let (scalar, length) = bytes.scalar(at: offset) else { return nil }
    switch scalar {
    case "-", "*", "+", "•", "–", "—", "‣", "·", "・", "▪", "◦", "●", "○", "■", "►", "➤", "⁃":
      return Marker(numbering: .bullet, number: nil, shape: scalar, length: length)
    default: return nil
    }
  }

  /// `1.` `1)` `(1)` `1°` `１．` `①` `a.` `a)` `(a)` `IV.` `iv)`
  private static func ordinal(_ bytes: Excerpt, in line: Range<Int>) -> Marker? {
    var offset = line.lowerBound
    if let (scalar, length) = bytes.scalar(at: offset), ("①"..."⑳").contains(scalar) {
      let number = Int(scalar.value - Unicode.Scalar("①").value) + 1
      return Marker(numbering: .decimal, number: number, shape: "①", length: length)
    }
    let opened = bytes[offset] == UInt8(ascii: "(")
    if opened { offset += 1 }
    guard let (numbering, number, end) = count(bytes, from: offset, to: line.upperBound),
      let (closing, length) = bytes.scalar(at: end)
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

  /// A number in front of something else.
  private static func count(_ bytes: Excerpt, from start: Int, to limit: Int) -> (
    Numbering, Int, end: Int
  )? {
    if let (number, end) = decimal(bytes, from: start, to: limit) {
      return end < limit ? (.decimal, number, end) : nil
    }
    var end = start
    while end < limit, end - start < longestWord, bytes[end].isLetter { end += 1 }
    // Most words are no number, and what stands behind them shows it.
    guard end > start, end < limit, !bytes[end].isSpace else { return nil }
    if let number = roman(bytes, start..<end) { return (.roman, number, end) }
    guard end == start + 1, bytes[start].isLowercase else { return nil }
    return (.letter, Int(bytes[start] - UInt8(ascii: "a")) + 1, end)
  }

  /// No number in letters that is taken has more of them.
  private static let longestWord = 8

  /// Digits, ASCII or full-width, up to ``largestNumber``.
  private static func decimal(_ bytes: Excerpt, from start: Int, to limit: Int) -> (
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

  /// A Roman numeral in its usual form and in letters of one case, up to 39: no list is longer.
  private static func roman(_ bytes: Excerpt, _ letters: Range<Int>) -> Int? {
    let end = letters.upperBound
    let caseBit = bytes[letters.lowerBound] & 0x20
    let one = UInt8(ascii: "I") | caseBit
    let five = UInt8(ascii: "V") | caseBit
    let ten = UInt8(ascii: "X") | caseBit
    func run(of letter: UInt8, from start: Int) -> Int {
      var offset = start
      while offset < end, bytes[offset] == letter { offset += 1 }
      return offset - start
    }
    let tens = run(of: ten, from: letters.lowerBound)
    let start = letters.lowerBound + tens
    guard tens <= 3 else { return nil }
    if end - start == 2, bytes[start] == one, bytes[start + 1] == ten { return tens * 10 + 9 }
    if end - start == 2, bytes[start] == one, bytes[start + 1] == five { return tens * 10 + 4 }
    let fives = run(of: five, from: start)
    let ones = run(of: one, from: start + fives)
    guard fives <= 1, ones <= 3, start + fives + ones == end else { return nil }
    return tens * 10 + fives * 5 + ones
  }
}

extension UInt8 {
  /// Whether a letter is a digit of small Roman numbers.
  fileprivate var isRoman: Bool {
    switch self | 0x20 {
    case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"): true
    default: false
    }
  }
}
