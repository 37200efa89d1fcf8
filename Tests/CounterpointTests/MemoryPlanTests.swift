import ArticleService
import HTTPServer
import Testing

@testable import counterpoint

/// The defaults of what is held in memory.
@Suite struct `the default limits of memory` {
  private static func resources(_ memory: Int?, processors: Int = 2) -> ProcessResources {
    let root = "/nowhere"
    return ProcessResources(
      allowed: processors, online: processors, memoryMax: memory,
      limits: CgroupLimits(root: root))
  }

  /// What may be held at once, as README.md says it.
  private static func total(_ configuration: Configuration) -> Int {
    5 * configuration.storeBytes + configuration.memoryBytes + configuration.service.cacheLimit
      + configuration.server.maximumContentInFlight
  }

  @Test(arguments: [128, 256, 512, 1_024, 2_048, 8_192, 65_536], [1, 2, 16, 256])
  func `fit what the kernel gives, with an eighth left`(mebibytes: Int, processors: Int) throws {
    let memory = mebibytes << 20
    var configuration = Configuration(on: Self.resources(memory, processors: processors))
    try configuration.settle()
    #expect(Self.total(configuration) <= memory / 8 * 7)
    #expect(configuration.reservableBytes >= 8 << 20)
    #expect(configuration.server.maximumConnections >= 1)
    #expect(configuration.workers >= 1)
  }

  @Test(arguments: [0, 1, 1 << 20, 63 << 20, .max])
  func `can be worked with, however little or much it is`(memory: Int) throws {
    var configuration = Configuration(on: Self.resources(memory, processors: 64))
    try configuration.settle()
    #expect(configuration.reservableBytes >= 8 << 20)
  }

  @Test func `are the usual ones where nothing bounds the process`() throws {
    var configuration = Configuration(on: Self.resources(nil))
    try configuration.settle()
    #expect(configuration.server.maximumConnections == 512)
    #expect(configuration.storeBytes == 1 << 30)
    #expect(configuration.reservableBytes == 768 << 20)
  }

  @Test func `grow with connections and workers that are given, where nothing bounds the process`()
    throws
  {
    let flags = [("limits.connections", 4_096), ("workers", 64)].map { key, value in
      Configuration.Assignment(place: "--set", key: key, value: .number(value))
    }
    let configuration = try Configuration(
      flags: flags, environment: [:], file: nil, on: Self.resources(nil))
    #expect(configuration.reservableBytes == 768 << 20)
    #expect(throws: ConfigurationError.self) {
      try Configuration(flags: flags, environment: [:], file: nil, on: Self.resources(512 << 20))
    }
  }

  @Test func `connections and workers that are not given fit the memory that is`() throws {
    let flag = Configuration.Assignment(
      place: "--set", key: "limits.memoryBytes", value: .number(64 << 20))
    let configuration = try Configuration(
      flags: [flag], environment: [:], file: nil, on: Self.resources(nil, processors: 64))
    #expect(configuration.server.maximumConnections == 42)
    #expect(configuration.workers == 2)
    #expect(configuration.reservableBytes >= 8 << 20)
  }
}
