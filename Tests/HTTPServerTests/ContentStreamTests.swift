import HTTPCore
import Testing

@testable import HTTPServer

/// The queue between the loop and whoever takes content.
@Suite struct ContentStreamTests {
  private let consumed = Arrivals<Int>()

  private func stream() -> ContentStream { ContentStream { [consumed] in consumed.add($0) } }

  @Test func `a piece is given back when the next is taken`() {
    let stream = stream()
    stream.receive([1, 2, 3])
    #expect(stream.next {} == .bytes([1, 2, 3]))
    stream.receive([4])
    #expect(stream.next {} == .bytes([4]))
    #expect(consumed.next() == 3)
    stream.end()
    #expect(stream.next {} == .end)
    #expect(consumed.next() == 1)
    #expect(stream.next {} == .end)
  }

  @Test func `whoever finds nothing is woken once`() {
    let stream = stream()
    let woken = Arrivals<String>()
    #expect(stream.next { woken.add("first") } == nil)
    #expect(stream.next { woken.add("second") } == nil)
    stream.receive([1])
    stream.receive([2])
    #expect(woken.next() == "second")
    #expect(stream.next { woken.add("third") } == .bytes([1, 2]))
    #expect(stream.next { woken.add("fourth") } == nil)
    stream.lose(.gone)
    #expect(woken.next() == "fourth")
    #expect(stream.next {} == .lost(.gone))
  }

  @Test func `dribs become pieces of 64 KiB`() {
    let stream = stream()
    for _ in 0..<70_000 { stream.receive([7]) }
    stream.end()
    #expect(stream.next {} == .bytes([UInt8](repeating: 7, count: 65_536)))
    #expect(stream.next {} == .bytes([UInt8](repeating: 7, count: 4_464)))
    #expect(stream.next {} == .end)
  }

  @Test func `what has ended cannot be lost, and what is lost is gone`() {
    let whole = ContentStream(whole: [1])
    whole.lose(.gone)
    #expect(whole.next {} == .bytes([1]))
    #expect(whole.next {} == .end)
    for loss in [ContentStream.Loss.gone, .stopping] {
      let stream = stream()
      stream.receive([1])
      stream.lose(loss)
      stream.lose(.broken(.contentTimeout))
      #expect(stream.next {} == .lost(loss))
    }
    let broken = stream()
    broken.receive([1])
    broken.lose(.broken(.contentTimeout))
    #expect(broken.next {} == .bytes([1]))
    #expect(broken.next {} == .lost(.broken(.contentTimeout)))
    #expect(ContentStream(whole: []).next {} == .end)
  }
}

/// The way from a handler to the client.
@Suite struct ContentPipeTests {
  private let pieces = Arrivals<ContentSource.Piece>()

  private func ask(_ source: ContentSource) { source.next { [pieces] in pieces.add($0) } }

  @Test func `what is written goes to whoever asks, then or later`() {
    let pipe = ContentPipe()
    let source = pipe.source
    ask(source)
    pipe.write([1])
    #expect(pieces.next() == .bytes([1]))
    pipe.write([2])
    pipe.write([3])
    ask(source)
    #expect(pieces.next() == .bytes([2, 3]))
    pipe.write([4])
    pipe.end()
    pipe.write([5])
    pipe.fail()
    for _ in 0..<2 { ask(source) }
    #expect(pieces.next() == .bytes([4]))
    #expect(pieces.next() == .end)
  }

  @Test func `much is handed out in pieces of 64 KiB, and a failure behind them`() {
    let pipe = ContentPipe()
    let source = pipe.source
    let content = Array(TestServer.large.prefix(150_000))
    pipe.write(content)
    pipe.fail()
    for _ in 0..<4 { ask(source) }
    #expect(pieces.next() == .bytes(Array(content[..<65_536])))
    #expect(pieces.next() == .bytes(Array(content[65_536..<131_072])))
    #expect(pieces.next() == .bytes(Array(content[131_072...])))
    #expect(pieces.next() == .failed)
  }

  @Test func `whoever finds no room is woken once there is`() {
    let pipe = ContentPipe(bound: 3)
    let source = pipe.source
    let woken = Arrivals<Int>()
    pipe.write([1, 2])
    #expect(pipe.hasRoom { woken.add(1) })
    pipe.write([3])
    #expect(!pipe.hasRoom { woken.add(2) })
    #expect(!pipe.hasRoom { woken.add(3) })
    ask(source)
    #expect(woken.next() == 3)
    #expect(pieces.next() == .bytes([1, 2, 3]))
  }

  @Test func `what nobody reads is thrown away, and its writer woken`() {
    let pipe = ContentPipe(bound: 1)
    let source = pipe.source
    let woken = Arrivals<Int>()
    pipe.write([1])
    #expect(!pipe.hasRoom { woken.add(1) })
    source.cancel()
    #expect(woken.next() == 1)
    #expect(pipe.isAbandoned)
    pipe.write([1, 2, 3])
    #expect(pipe.count == 0)
    #expect(pipe.hasRoom {})
  }
}
