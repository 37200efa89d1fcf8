import Testing

@testable import ArticleService

@Suite struct `The progress of a bulk submission` {
  @Test func `lines count what they take beside their bytes, however short they are`() {
    var progress = BulkProgress(answersAll: true, lineBound: 1 << 20)
    #expect(progress.hasRoom)
    progress.add((1...2_048).map { LineSplitter.Line(number: $0, bytes: [UInt8(ascii: "x")]) })
    #expect(!progress.hasRoom)
    while let batch = progress.takeUnread() {
      progress.add(batch.lines.map { _ in .failure(.emptyDocument) }, of: batch)
    }
    for ordinal in 0..<2_048 { _ = progress.add(.refused(.emptyDocument), of: ordinal) }
    #expect(progress.hasRoom)
  }

  @Test func `what is taken in order is all of it, whenever more is added`() {
    var numbers = TakenInOrder<Int>()
    var taken: [Int] = []
    for number in 0..<1_000 {
      numbers.append(number)
      if number % 3 != 0, let next = numbers.next() { taken.append(next) }
    }
    #expect(numbers.count == 1_000 - taken.count)
    while let next = numbers.next() { taken.append(next) }
    #expect(taken == Array(0..<1_000))
    #expect(numbers.count == 0)
  }
}
