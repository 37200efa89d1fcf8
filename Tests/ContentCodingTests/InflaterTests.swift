import ContentCoding
import Testing

/// Text that compresses as articles do.
private func article(_ length: Int) -> [UInt8] {
  var bytes: [UInt8] = []
  var number: UInt64 = 7
  while bytes.count < length {
    number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    bytes.append(contentsOf: "Pro \(number >> 40): the option is cheap to run.\n".utf8)
  }
  return Array(bytes.prefix(length))
}

private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
  var deflater = try Deflater()
  return try deflater.deflate(bytes)
}

private func refusal(_ content: [UInt8], limit: Int = 1 << 24) -> ContentCodingError? {
  do throws(ContentCodingError) {
    _ = try Inflater.inflate(content, limit: limit)
    return nil
  } catch {
    return error
  }
}

struct `Inflating gzip` {
  @Test(arguments: [0, 1, 2, 255, 65_535, 65_536, 65_537, 1_000_000])
  func `what was compressed comes back`(length: Int) throws {
    let bytes = article(length)
    #expect(try Inflater.inflate(gzip(bytes), limit: length) == bytes)
  }

  @Test func `one stream compresses one thing after another`() throws {
    var deflater = try Deflater()
    for length in [10, 100_000, 0, 3] {
      let bytes = article(length)
      #expect(try Inflater.inflate(deflater.deflate(bytes), limit: length) == bytes)
    }
  }

  @Test func `the result keeps no more room than it needs`() throws {
    let compressed = try gzip(article(100_000))
    #expect(compressed.capacity < 2 * compressed.count + 64)
    #expect(compressed.count < 50_000)
  }

  @Test func `split at every offset it gives the same`() throws {
    let bytes = article(300)
    let content = try gzip(bytes)
    for offset in 0...content.count {
      var inflater = try Inflater(limit: 300)
      try inflater.append(content[..<offset])
      try inflater.append(content[offset...])
      #expect(try inflater.complete() == bytes)
    }
  }

  @Test func `a byte at a time it gives the same`() throws {
    let bytes = article(3_000)
    var inflater = try Inflater(limit: 3_000)
    for byte in try gzip(bytes) { try inflater.append([byte]) }
    #expect(try inflater.complete() == bytes)
  }

  @Test func `several members are joined`() throws {
    let content = try gzip(article(10)) + gzip([]) + gzip(article(70_000))
    let expected = article(10) + article(70_000)
    #expect(try Inflater.inflate(content, limit: 100_000) == expected)
  }

  @Test func `every truncation is refused`() throws {
    let content = try gzip(article(200))
    for length in 0..<content.count {
      #expect(refusal(Array(content.prefix(length))) == .truncated, "\(length) bytes")
    }
  }

  @Test func `a truncated second member is refused`() throws {
    let content = try gzip(article(50)) + gzip(article(50)).dropLast(1)
    #expect(refusal(content) == .truncated)
  }

  @Test func `a changed byte of the data or of the trailer is refused`() throws {
    let content = try gzip(article(200))
    // Bytes 4 to 9 of the header (time, flags, system) carry nothing that is checked.
    for offset in [0, 1, 2] + Array(10..<content.count) {
      var changed = content
      changed[offset] ^= 0x55
      #expect(refusal(changed) != nil, "byte \(offset)")
    }
  }

  @Test(arguments: [
    Array("plain text".utf8), [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01], [0, 0, 0],
  ])
  func `what is no gzip is corrupt`(content: [UInt8]) {
    #expect(refusal(content) == .corrupt)
  }

  @Test func `something after the last member is corrupt`() throws {
    #expect(refusal(try gzip(article(50)) + Array("tail".utf8)) == .corrupt)
  }

  @Test func `one byte beyond the limit is refused`() throws {
    let content = try gzip(article(70_000))
    #expect(refusal(content, limit: 70_000) == nil)
    #expect(refusal(content, limit: 69_999) == .tooLarge(limit: 69_999))
    #expect(refusal(content, limit: 0) == .tooLarge(limit: 0))
  }

  @Test func `the limit counts all members together`() throws {
    let member = try gzip(article(600))
    #expect(refusal(member + member, limit: 1_000) == .tooLarge(limit: 1_000))
  }

  @Test func `an unlimited inflater does not overflow`() throws {
    #expect(refusal(try gzip(article(10)), limit: .max) == nil)
  }

  @Test func `a ratio beyond a hundred is refused above one mebibyte`() throws {
    let bomb = try gzip([UInt8](repeating: 0, count: 4 << 20))
    #expect(bomb.count * 100 < 4 << 20)
    #expect(refusal(bomb) == .ratioExceeded(limit: 100))
  }

  @Test func `up to one mebibyte the ratio does not matter`() throws {
    let zeros = try gzip([UInt8](repeating: 0, count: 1 << 20))
    #expect(zeros.count * 100 < 1 << 20)
    #expect(refusal(zeros) == nil)
  }
}

struct `Compressing for several threads` {
  @Test func `each gets its own content back`() async throws {
    let encoder = GzipEncoder()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<64 {
        group.addTask {
          let bytes = article(500 + number)
          return try Inflater.inflate(encoder.encode(bytes), limit: 1_000) == bytes
        }
      }
      for try await equal in group { #expect(equal) }
    }
  }
}
