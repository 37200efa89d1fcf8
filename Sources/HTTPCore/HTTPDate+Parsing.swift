import GregorianCalendar

/// Reading dates: all three forms that HTTP has had (RFC 9110 section 5.6.7).
extension HTTPDate {
  /// Seconds since 1970 of `Sun, 06 Nov 1994 08:49:37 GMT`, and of the obsolete
  /// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`; `nil` for anything else, and
  /// for dates before 1970. The day of the week is not held to the date.
  package static func parse(_ bytes: ArraySlice<UInt8>) -> Int? {
    // The longest is `Wednesday, 06-Nov-94 08:49:37 GMT`.
    guard (24...33).contains(bytes.count) else { return nil }
    let words = bytes.split(separator: .space, omittingEmptySubsequences: true)
    let numbers: (year: Int?, month: Int?, day: Int?, time: Int?) =
      switch words.count {
      case 6 where words[0].last == .comma && words[5].elementsEqual("GMT".utf8):
        (number(words[3], 4), month(words[2]), number(words[1], 2), time(words[4]))
      case 4 where words[0].last == .comma && words[3].elementsEqual("GMT".utf8):
        obsolete(words[1], words[2])
      case 5:
        (
          number(words[4], 4), month(words[1]), number(words[2], words[2].count == 1 ? 1 : 2),
          time(words[3])
        )
      default: (nil, nil, nil, nil)
      }
    guard let year = numbers.year, let month = numbers.month, let day = numbers.day,
      let time = numbers.time, year >= 1970,
      let date = GregorianDate(year: year, month: month, day: day)
    else { return nil }
    return date.daysSince1970 * 86_400 + time
  }

  /// `06-Nov-94`. Two digits stand for 1970 to 2069: nothing that still writes this form means
  /// another century.
  private static func obsolete(
    _ date: ArraySlice<UInt8>, _ clock: ArraySlice<UInt8>
  ) -> (year: Int?, month: Int?, day: Int?, time: Int?) {
    let parts = date.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return (nil, nil, nil, nil) }
    let year = number(parts[2], 2).map { $0 < 70 ? 2000 + $0 : 1900 + $0 }
    return (year, month(parts[1]), number(parts[0], 2), time(clock))
  }

  /// `08:49:37` in seconds; 60 seconds are a leap second.
  private static func time(_ bytes: ArraySlice<UInt8>) -> Int? {
    let parts = bytes.split(separator: .colon, omittingEmptySubsequences: false)
    guard parts.count == 3, let hour = number(parts[0], 2), let minute = number(parts[1], 2),
      let second = number(parts[2], 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Exactly so many digits; at most four, so that nothing overflows.
  private static func number(_ bytes: ArraySlice<UInt8>, _ count: Int) -> Int? {
    guard bytes.count == count, bytes.allSatisfy(\.isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The month from its three letters.
  private static func month(_ name: ArraySlice<UInt8>) -> Int? {
    guard name.count == 3 else { return nil }
    return (1...12).first { months[($0 * 3 - 3)..<($0 * 3)].elementsEqual(name) }
  }
}
