import GregorianCalendar
import Testing

struct `A date of the Gregorian calendar` {
  @Test(arguments: [
    ("1970-01-01", 0, 3), ("1969-12-31", -1, 2), ("2000-02-29", 11_016, 1),
    ("2000-03-01", 11_017, 2), ("2024-12-31", 20_088, 1), ("1900-03-01", -25_508, 3),
    ("0000-01-01", -719_528, 5), ("0000-03-01", -719_468, 2), ("9999-12-31", 2_932_896, 4),
  ])
  func `has its days since 1970 and its weekday`(text: String, days: Int, weekday: Int) throws {
    let date = try #require(GregorianDate(text.utf8))
    #expect(date.daysSince1970 == days)
    #expect(date.weekday == weekday)
    #expect(date.text == text)
    #expect(GregorianDate(daysSince1970: days) == date)
  }

  @Test func `follows the one before, all through the calendar`() throws {
    var (year, month, day) = (0, 1, 1)
    for days in GregorianDate.range {
      let date = GregorianDate(daysSince1970: days)
      guard (date.year, date.month, date.day) == (year, month, day), date.daysSince1970 == days
      else {
        Issue.record("\(date.text) is not \(year)-\(month)-\(day), the day \(days)")
        return
      }
      if GregorianDate(year: year, month: month, day: day + 1) != nil {
        day += 1
      } else {
        (month, day) = (month % 12 + 1, 1)
        if month == 1 { year += 1 }
      }
    }
    #expect((year, month, day) == (10_000, 1, 1))
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-02-30", "2024-04-31", "2024-00-10", "2024-13-01",
    "2024-01-00",
    "2024-1-01", "24-01-01", "2024/01/01", "2024-01-01T", "+024-01-01", "２０２４-01-01", "",
  ])
  func `is none that there is not`(text: String) { #expect(GregorianDate(text.utf8) == nil) }

  @Test func `has a year of four digits`() {
    #expect(GregorianDate(year: -1, month: 1, day: 1) == nil)
    #expect(GregorianDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(GregorianDate(year: .max, month: 1, day: 1) == nil)
  }
}
