import Dispatch
import Foundation
import Glibc
import Locking
import Synchronization
import Testing

/// A process that is killed at any moment has lost nothing that it acknowledged, and made nothing up.
@Suite struct `killing the process` {
  /// A few rounds, or as many as are asked for: `.ci/run killing`.
  static let rounds =
    ProcessInfo.processInfo.environment["COUNTERPOINT_KILL_ROUNDS"].flatMap { Int($0) } ?? 3
  static let writers = 4

  @Test func `loses no write that was answered, and leaves none in part`() throws {
    let folder = try TemporaryFolder()
    var random = Random(seed: 20_260_102)
    var writers = (0..<Self.writers).map { Writer(number: $0, seed: random.next()) }
    var answered = 0
    for round in 1...Self.rounds {
      let server = try Server("--data", "\(folder.path)/data")
      try server.isReady()
      try check(&writers, on: server, round)
      let killing = Killing(after: Int.random(in: 1...60, using: &random), server.command.id)
      let url = server.url
      let moved = writers
      let results = Locked<[Writer]>([])
      let threads = DispatchGroup()
      for writer in moved {
        threads.enter()
        Thread.detachNewThread {
          var writer = writer
          writer.write(to: url, killing)
          results.withLock { $0.append(writer) }
          threads.leave()
        }
      }
      threads.wait()
      writers = results.withLock { $0 }.sorted { $0.number < $1.number }
      answered += killing.answers
      #expect(try server.command.outcome().end == .signal(SIGKILL))
    }
    let server = try Server("--data", "\(folder.path)/data")
    try server.isReady()
    try check(&writers, on: server, Self.rounds + 1)
    #expect(answered >= Self.rounds)
  }

  /// Looks at all that is there, and takes it for what is known from here on: a write that was not
  /// answered may have happened.
  private func check(_ writers: inout [Writer], on server: Server, _ round: Int) throws {
    var there: [String: [UInt8]] = [:]
    for item in try server.client.get("/v1/articles?limit=1000").json["items"].items {
      let id = try item["id"].string
      let content = try server.client.get("/v1/articles/\(id)/source").content
      there[id] = content
      try checkSearch(for: content, id, on: server, round)
    }
    let count = there.count
    for index in writers.indices {
      let open = writers[index].open
      var known: [String: [UInt8]] = [:]
      for id in Set(writers[index].articles.keys).union(open.map { [$0.id] } ?? []) {
        let found = there.removeValue(forKey: id)
        let isAsAnswered = found == writers[index].articles[id]
        let isAsOpen = open?.id == id && found == open?.content
        #expect(isAsAnswered || isAsOpen, "round \(round): \(id)")
        known[id] = found
      }
      writers[index].articles = known
      writers[index].open = nil
    }
    let total = try server.client.get("/v1/search?q=quiet").json["total"].int
    #expect(total == count, "round \(round): what is gone is found")
    let strangers = there.keys.sorted()
    #expect(strangers.isEmpty, "round \(round): nobody wrote these")
  }

  /// Looks for an article by the number that it alone has.
  private func checkSearch(
    for content: [UInt8], _ id: String, on server: Server, _ round: Int
  ) throws {
    let line = String(decoding: content.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let number = try #require(line.split(separator: " ").last)
    let hits = try server.client.get("/v1/search?q=\(number)").json["items"].items
    #expect(
      try hits.map { try $0["article"]["id"].string } == [id], "round \(round): \(number)")
  }

  /// Kills a process once so many writes are answered, while others are on their way.
  private final class Killing: Sendable {
    private let count = Atomic(0)
    private let limit: Int
    private let process: pid_t

    init(after limit: Int, _ process: pid_t) {
      self.limit = limit
      self.process = process
    }

    var answers: Int { count.load(ordering: .relaxed) }

    func isAnswered() {
      if count.add(1, ordering: .relaxed).newValue == limit { kill(process, SIGKILL) }
    }
  }

  /// One client, with articles of its own, who knows what was answered.
  private struct Writer {
    /// A write without an answer: the content that it makes, `nil` when it deletes.
    struct Open {
      let id: String
      let content: [UInt8]?
    }

    let number: Int
    var articles: [String: [UInt8]] = [:]
    var open: Open?
    private var random: Random
    private var count = 0

    init(number: Int, seed: UInt64) {
      self.number = number
      random = Random(seed: seed)
    }

    /// Writes until the process is gone.
    mutating func write(to url: String, _ killing: Killing) {
      guard let client = try? CurlClient(base: url) else { return }
      while true {
        let id = "w\(number)-\(Int.random(in: 0..<12, using: &random))"
        let deletes = articles[id] != nil && Int.random(in: 0..<3, using: &random) == 0
        let content = deletes ? nil : text()
        open = Open(id: id, content: content)
        let answer =
          try? content.map {
            try client.put("/v1/articles/\(id)", String(decoding: $0, as: UTF8.self))
          }
          ?? client.delete("/v1/articles/\(id)")
        guard let answer else { return }
        #expect((200..<300).contains(answer.status), "\(answer.status) \(answer.text)")
        articles[id] = content
        open = nil
        killing.isAnswered()
      }
    }

    /// A text that no other write has, of one page of the database or of many.
    private mutating func text() -> [UInt8] {
      count += 1
      let words = Int.random(in: 0..<4, using: &random) == 0 ? 5_000 : 3
      let body = (0..<words).map { "word\($0) " }.joined()
      return Array("\(number), \(count), \(random.next())\n\nPros:\n- quiet\n\n\(body)".utf8)
    }
  }
}
