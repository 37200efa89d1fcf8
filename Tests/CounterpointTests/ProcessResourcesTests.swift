import Foundation
import HTTPServer
import Testing

@testable import counterpoint

/// A folder with files of `/proc` and `/sys` in it, gone with the value.
private final class SystemFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "counterpoint-\(UUID())")

  init(_ files: [String: String]) throws {
    for (path, content) in files {
      let file = url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(content.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var limits: CgroupLimits { CgroupLimits(root: url.path) }
}

/// What these files of `/sys/fs/cgroup` say to a process of the groups.
private func limits(
  of groups: String = "0::/pod/web\n", _ files: [String: String]
) throws -> CgroupLimits {
  var all = ["proc/self/cgroup": groups]
  for (path, content) in files { all["sys/fs/cgroup/\(path)"] = content }
  return try SystemFolder(all).limits
}

@Suite struct `the limits of control groups` {
  @Test(arguments: [
    ("200000 100000\n", 2), ("50000 100000\n", 1), ("150000 100000\n", 2), ("100001 100000\n", 2),
    ("max 100000\n", nil), ("1000 1000000\n", 1), ("6400000 100000", 64),
    // Whatever else stands there limits nothing, and ends nothing.
    ("", nil), ("max", nil), ("100000\n", nil), ("0 100000", nil), ("100000 0", nil),
    ("-1 100000", nil), ("100000 -1", nil), ("1e5 100000", nil), ("\u{0}\u{FFFD}", nil),
    ("99999999999999999999 100000", nil), ("9223372036854775807 1", Int.max),
    ("9223372036854775807 2", 4_611_686_018_427_387_904), ("100000 100000 100000", nil),
  ])
  func `give the processors that a quota comes to, rounded up`(quota: String, processors: Int?)
    throws
  {
    #expect(try limits(["pod/web/cpu.max": quota]).processors == processors)
  }

  @Test(arguments: [
    ("1073741824\n", 1_073_741_824), ("max\n", nil), ("", nil), ("0\n", nil), ("-1", nil),
    ("1 GiB", 1), ("none", nil), ("9223372036854771712\n", nil), ("99999999999999999999", nil),
  ])
  func `give the bytes of memory`(content: String, bytes: Int?) throws {
    #expect(try limits(["pod/web/memory.max": content]).memoryMax == bytes)
    let first = try limits(of: "4:memory:/a\n", ["memory/a/memory.limit_in_bytes": content])
    #expect(first.memoryMax == bytes)
  }

  @Test func `are the least along the path to the root`() throws {
    let files = [
      "cpu.max": "800000 100000", "memory.max": "4000", "pod/cpu.max": "150000 100000",
      "pod/memory.max": "max", "pod/web/cpu.max": "max 100000", "pod/web/memory.max": "5000",
      "pod/other/memory.max": "1", "pod/web/below/memory.max": "1",
    ]
    let limits = try limits(files)
    #expect(limits.processors == 2)
    #expect(limits.memoryMax == 4_000)
  }

  @Test(arguments: ["0::/\n", "0::/not/there\n", "0::/../other\n", "0::/..\n", "0::\n"])
  func `of a container are those at the root of what it sees`(groups: String) throws {
    let files = ["cpu.max": "100000 100000", "memory.max": "7000", "other/memory.max": "1"]
    let limits = try limits(of: groups, files)
    #expect(limits.processors == 1)
    #expect(limits.memoryMax == 7_000)
  }

  @Test func `are read of version 1, with a folder for each controller`() throws {
    let groups = "9:name=systemd:/\n5:memory:/a/b\n4:cpu,cpuacct:/a\n1:cpuset:/\n0::/\n"
    let limits = try limits(
      of: groups,
      [
        "cpu,cpuacct/a/cpu.cfs_quota_us": "250000\n", "cpu,cpuacct/a/cpu.cfs_period_us": "100000\n",
        "cpu,cpuacct/cpu.cfs_quota_us": "-1\n", "cpu,cpuacct/cpu.cfs_period_us": "100000\n",
        "memory/a/b/memory.limit_in_bytes": "9223372036854771712\n",
        "memory/a/memory.limit_in_bytes": "3000\n",
        "memory/memory.limit_in_bytes": "9223372036854771712\n",
      ])
    #expect(limits.processors == 3)
    #expect(limits.memoryMax == 3_000)
  }

  @Test func `of both versions together are the least`() throws {
    let limits = try limits(
      of: "2:memory:/\n0::/\n", ["memory/memory.limit_in_bytes": "3000", "memory.max": "2000"])
    #expect(limits.memoryMax == 2_000)
  }

  @Test(arguments: [
    "", "\n\n", "nonsense", "0:", "::", "0::", ":::::",
    "0::/" + String(repeating: "a/", count: 9_000),
    "\u{FFFD}\u{0}", "x:memory,,cpu:/\u{0}/b",
  ])
  func `are none where the groups cannot be read`(groups: String) throws {
    #expect(try limits(of: groups, ["pod/web/memory.max": "1"]) == CgroupLimits(root: "/nowhere"))
    #expect(CgroupLimits(root: "/nowhere").processors == nil)
  }

  @Test func `are none where a folder stands in the place of a file`() throws {
    let limits = try limits(["pod/web/memory.max/x": "1", "pod/web/cpu.max/x": "1"])
    #expect(limits == CgroupLimits(root: "/nowhere"))
  }
}

@Suite struct `the resources of a process` {
  @Test(arguments: [
    (1, 64, "max 100000", 1), (64, 64, "150000 100000", 2), (8, 4, "max 100000", 4),
    (nil, 4, "max 100000", 4), (nil, -1, "max 100000", 1), (0, 4, "max 100000", 1),
    (nil, 4, "300000 100000", 3), (3, -1, "", 3),
  ])
  func `have the least of the processors that are online, allowed and paid for`(
    allowed: Int?, online: Int, quota: String, processors: Int
  ) throws {
    let limits = try limits(["pod/web/cpu.max": quota, "pod/memory.max": "5000"])
    let resources = ProcessResources(allowed: allowed, online: online, limits: limits)
    #expect(resources.processors == processors)
    #expect(resources.memoryMax == 5_000)
  }

  @Test func `are the defaults of loops and workers, as far as their range goes`() {
    func configuration(_ processors: Int) -> Configuration {
      Configuration(
        on: ProcessResources(
          allowed: processors, online: processors, limits: CgroupLimits(root: "/nowhere")))
    }
    #expect(configuration(3).server.loops == 3)
    #expect(configuration(3).workers == 3)
    #expect(configuration(1_000).server.loops == 256)
    #expect(configuration(1_000).workers == 256)
  }

  @Test func `of this process are no more than the machine has`() {
    let processors = ProcessResources.current.processors
    #expect((1...ProcessInfo.processInfo.processorCount).contains(processors))
  }
}
