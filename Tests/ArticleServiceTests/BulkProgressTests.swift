import HTTPCore
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

  @Test(arguments: [
    (Problem.stopping, 8), (.storeFailed(isFinal: true), 8), (.memoryFull, 20),
    (.refused(.contentTimeout), 20),
  ])
  func `lines that nobody reads yet are cut off where they could not be stored`(
    problem: Problem, taken: Int
  ) throws {
    var progress = BulkProgress(answersAll: true)
    // Every second line of the content is empty.
    progress.add((1...20).map { LineSplitter.Line(number: 2 * $0, bytes: [UInt8(ascii: "x")]) })
    var batch = progress.takeUnread()
    progress.cutOff(problem, before: 41)
    while let read = batch {
      #expect(!progress.isComplete)
      progress.add(read.lines.map { _ in .failure(.emptyDocument) }, of: read)
      batch = progress.takeUnread()
    }
    for ordinal in 0..<taken { _ = progress.add(.refused(.emptyDocument), of: ordinal) }
    #expect(progress.isComplete)
    let ending = try JSON(Array(progress.ending.dropLast()))
    #expect(ending.taken.int == taken)
    #expect(ending.line.int == (taken == 20 ? 41 : 2 * taken + 2))
  }
}
