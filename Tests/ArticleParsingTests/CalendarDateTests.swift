import Testing

@testable import ArticleParsing

@Suite struct `the date of a line` {
  @Test(arguments: [
    ("9 August 2025", "2025-08-09"), ("August 9, 2025", "2025-08-09"), ("2025-08-09", "2025-08-09"),
    ("Saturday, 9 August 2025", "2025-08-09"), ("Published on August 9th, 2025", "2025-08-09"),
    ("5 min read · March 8, 2017", "2017-03-08"), ("Vol. 3 · March 8, 2017", "2017-03-08"),
    ("10:30 AM, March 8, 2017", "2017-03-08"), ("2017-03-08T10:30Z", "2017-03-08"),
    ("Ann May, 8 June 2017", "2017-06-08"), ("8 de marzo de 2017", "2017-03-08"),
    ("le 1er mars 2017", "2017-03-01"), ("am 8. März 2017", "2017-03-08"),
    ("2017/3/8", "2017-03-08"),
    ("8 марта 2017", "2017-03-08"),
  ])
  func `is read where day, month and year stand together`(line: String, date: String) {
    #expect(CalendarDate(Excerpt(line), .builtIn)?.string == date)
  }

  @Test(arguments: [
    "March 2017", "8 March", "31 February 2017", "8 March 2017 to 9 March 2017", "5 March 8",
    "The council met on 8 March 2017 and on other days", "In May 5 people of 2017", "1.2.2017.3",
    "2017-03-08 2017-03-09", "12017-03-08", "2017-13-08", "",
  ])
  func `is none where it is doubtful`(line: String) {
    #expect(CalendarDate(Excerpt(line), .builtIn) == nil)
  }
}
