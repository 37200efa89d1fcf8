/// Takes the text of a query apart at white space and quotation marks. One pass.
struct QueryReader {
  /// A word or a phrase as it was written, without its operators.
  struct Part {
    var text: ArraySlice<Unicode.Scalar>
    var isExcluded = false
    var isPrefix = false
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// A reader of at most so many characters of a text.
  init(_ text: String, limit: Int) { scalars = Array(text.unicodeScalars.prefix(limit)) }

  /// The next part, which may hold no word; `nil` at the end.
  mutating func next() -> Part? {
    while index < scalars.count, isSpace(scalars[index]) { index += 1 }
    guard index < scalars.count else { return nil }
    let dashes = index
    while index < scalars.count, scalars[index] == "-" { index += 1 }
    let isExcluded = index > dashes
    if index < scalars.count, isQuotationMark(scalars[index]) {
      let start = index + 1
      if let end = scalars[start...].firstIndex(where: isQuotationMark) {
        index = end + 1
        var part = Part(text: scalars[start..<end], isExcluded: isExcluded)
        part.isPrefix = part.text.last == "*"
        if index < scalars.count, scalars[index] == "*" {
          index += 1
          part.isPrefix = true
        }
        return part
      }
      // The mark has no other: none follows it, so this is not searched for twice.
      index = start
    }
    let start = index
    while index < scalars.count, !isSpace(scalars[index]), !isQuotationMark(scalars[index]) {
      index += 1
    }
    let text = scalars[start..<index]
    return Part(text: text, isExcluded: isExcluded, isPrefix: text.last == "*")
  }

  /// What parts two words of a query. Other spaces of Unicode stand within numbers.
  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{3000}" || scalar.value <= 0x20
  }

  /// Keyboards and word processors make curly ones of straight ones.
  private func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || ("\u{201C}"..."\u{201F}").contains(scalar) || scalar == "\u{FF02}"
  }
}
