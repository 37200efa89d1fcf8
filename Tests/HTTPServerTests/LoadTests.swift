import Dispatch
import Glibc
import HTTPCore
import Synchronization
import Testing

@testable import HTTPServer

/// The service under more than it can do: what it cannot do it says, and the rest goes on.
@Suite(.serialized) struct LoadTests {
  /// Generous for the sanitizer and for machines with other things to do.
  private static let bound = Duration.seconds(1)

  @Test func `sixty-four clients with 8 MiB each do not keep others waiting`() throws {
    let service = try LiveService(workLine: 2)
    let size = 8 << 20
    // No text at its last byte: the workers look through all of it and need not parse it, which
    // takes longer under the sanitizer than a client waits.
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 64 << 10)
    let last = piece.dropLast() + [0xFF]
    let pieces = size / piece.count
    let clients = try (0..<64).map { _ in try service.client() }
    for client in clients { client.send(LiveService.head("POST", "/v1/analyze", length: size)) }
    let posting = DispatchGroup()
    let isOver = Atomic(false)
    for lane in 0..<4 {
      DispatchQueue(label: "test.posting.\(lane)").async(group: posting) {
        // Piece by piece in turn, so that all are under way at once. A client that was refused sends
        // on until the server has closed; the refusal waits for it in its socket.
        for number in 0..<pieces {
          let content = number < pieces - 1 ? piece : Array(last)
          for client in clients[(lane * 16)..<(lane * 16 + 16)] { client.send(content) }
        }
      }
    }
    posting.notify(queue: .global()) { isOver.store(true, ordering: .relaxed) }
    let pulse = try Pulse(service)
    #expect(pulse.beats { isOver.load(ordering: .relaxed) })
    #expect(pulse.times.count > 3)
    #expect(
      pulse.slowest99 < Self.bound, "p99 of \(pulse.times.count) answers: \(pulse.slowest99)")
    var statuses: [Int: Int] = [:]
    for client in clients { statuses[client.response()?.status ?? 0, default: 0] += 1 }
    // Half are beyond the content that may be in flight, and the line of work is short.
    #expect(statuses[422, default: 0] >= 1, "\(statuses)")
    #expect(statuses[503, default: 0] >= 32, "\(statuses)")
    #expect(statuses[422, default: 0] + statuses[503, default: 0] == 64, "\(statuses)")
  }

  @Test func `slow and greedy clients are outwaited while others are served`() throws {
    let service = try LiveService {
      $0.maximumConnections = 256
      $0.connection.timeouts.head = 300_000_000
      $0.connection.timeouts.idle = 1_000_000_000
      $0.connection.timeouts.contentPause = 300_000_000
      $0.connection.timeouts.writeStall = 300_000_000
      $0.connection.timeouts.drain = 100_000_000
    }
    let pulse = try Pulse(service)
    #expect(pulse.beats())
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 256 << 10)
    let writer = try service.client()
    writer.send(LiveService.head("PUT", "/v1/articles/large", length: text.count))
    writer.send(text)
    #expect(writer.response()?.status == 201)
    let slowHeads = try (0..<80).map { _ in try service.client() }
    for client in slowHeads { client.send("GET /livez HTTP/1.1\r\nHost: loc") }
    let slowBodies = try (0..<80).map { _ in try service.client() }
    for client in slowBodies {
      client.send(LiveService.head("POST", "/v1/analyze", length: 1 << 20) + "begun")
    }
    let slowReaders = try (0..<40).map { _ in try service.client(receiveBuffer: 4096) }
    for client in slowReaders {
      // 8 MiB of answers: more than the sockets between take for it.
      let request = "GET /v1/articles/large/source HTTP/1.1\r\nHost: localhost\r\n\r\n"
      client.send(String(repeating: request, count: 32))
    }
    // 54 find a place; for each of the others one makes room whose request has been longest in coming.
    let others = try (0..<200).map { _ in
      let client = try service.client()
      client.send("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(client.response()?.status == 200)
      // One that goes on asking never waits longest.
      #expect(pulse.beats())
      return client
    }
    for client in slowHeads + slowBodies {
      // The answer may be lost with the connection, which is not waited for.
      #expect(client.response().map { $0.status == 408 || $0.status == 503 } ?? true)
    }
    for client in slowReaders { #expect(client.waitForReset()) }
    withExtendedLifetime(others) {
      // What stays are the pulse and those who are idle, until their time is up.
      #expect(pulse.beats { service.server.connectionCount <= 1 })
    }
    #expect(
      pulse.slowest99 < Self.bound, "p99 of \(pulse.times.count) answers: \(pulse.slowest99)")
  }

  @Test func `two hundred clients that die in the middle leave nothing behind`() async {
    // In a process of its own, where nobody else opens descriptors.
    await #expect(processExitsWith: .success) {
      let service = try LiveService()
      let pulse = try Pulse(service)
      guard pulse.beats() else { exit(2) }
      let before = Descriptors.count
      for round in 0..<5 {
        let clients = try (0..<40).map { _ in try service.client() }
        for (number, client) in clients.enumerated() {
          switch (number + round) % 4 {
          case 0: client.send("POST /v1/analyze HTT")
          case 1: client.send(LiveService.head("POST", "/v1/articles", length: 100) + "begun")
          case 2: client.send(LiveService.head("POST", "/v1/analyze", length: 4) + "text")
          default: client.send("GET /v1/articles HTTP/1.1\r\nHost: localhost\r\n\r\n")
          }
        }
        for client in clients { client.reset() }
        guard pulse.beats() else { exit(3) }
      }
      guard pulse.beats(until: { Descriptors.count == before }) else { exit(4) }
      guard service.server.connectionCount == 1 else { exit(5) }
      exit(EXIT_SUCCESS)
    }
  }

  @Test func `work whose client is gone is not begun`() throws {
    let service = try LiveService(workers: 1)
    let gate = DispatchSemaphore(value: 0)
    #expect(service.workers.submit { gate.wait() })
    let pulse = try Pulse(service)
    let gone = try (0..<3).map { _ in try service.client() }
    for client in gone {
      client.send(LiveService.head("POST", "/v1/analyze", length: 4) + "text")
    }
    #expect(pulse.beats { service.workers.figures.waiting == gone.count })
    for client in gone { client.reset() }
    #expect(pulse.beats { service.server.connectionCount == 1 })
    gate.signal()
    #expect(pulse.beats { service.workers.figures.running == 0 })
    let asker = try service.client()
    asker.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let metrics = try #require(asker.response()?.text)
    #expect(metrics.contains("counterpoint_parse_duration_seconds_count 0\n"))
    // One that stays is answered.
    asker.send(LiveService.head("POST", "/v1/analyze", length: 4) + "text")
    #expect(asker.response()?.status == 200)
  }

  @Test func `a process without descriptors serves whom it has, and then others again`() async {
    await #expect(processExitsWith: .success) {
      let service = try LiveService()
      let pulse = try Pulse(service)
      guard pulse.beats() else { exit(2) }
      // Clients and the server share the limit here: what is left goes in pairs.
      guard Descriptors.allow(Descriptors.count + 41) else { exit(3) }
      var clients: [RawClient] = []
      while let client = try? service.client(), clients.count < 100 { clients.append(client) }
      guard clients.count >= 20, clients.count < 100 else { exit(4) }
      for _ in 0..<100 { guard pulse.beats() else { exit(5) } }
      let waiting = clients.removeLast()
      waiting.send("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
      clients.removeAll()
      guard waiting.response()?.status == 200 else { exit(6) }
      guard try service.client().send("GET /livez HTTP/1.1\r\n"), pulse.beats() else { exit(7) }
      exit(EXIT_SUCCESS)
    }
  }
}

/// The descriptors of this process.
enum Descriptors {
  /// How many are open.
  static var count: Int {
    guard let directory = unsafe opendir("/proc/self/fd") else { return 0 }
    defer { unsafe closedir(directory) }
    var count = 0
    while unsafe readdir(directory) != nil { count += 1 }
    return count
  }

  /// Lets the process have no more than so many.
  static func allow(_ count: Int) -> Bool {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return false
    }
    limit.rlim_cur = rlim_t(count)
    return unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
  }
}
