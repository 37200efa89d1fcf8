/// What the control groups of this process leave it of processors and memory (cgroups(7)).
///
/// A group's limit holds for all groups below it, so the least along the path from the process's own
/// group to the root is the one that counts. Groups are looked for where every distribution mounts
/// them, below `/sys/fs/cgroup`: of version 2 in one tree, of version 1 in one for each controller.
/// A container sees its own group at the root of that tree, whatever `/proc/self/cgroup` calls it;
/// this is why folders that are not there are passed over, and the root is always looked at.
///
/// Whatever cannot be read or understood sets no limit: a file of the system that is missing or
/// has a form of its own is no reason not to start.
struct CgroupLimits: Sendable, Equatable {
  /// How many processors can be kept busy, rounded up; at least 1. `nil` where nothing limits them.
  private(set) var processors: Int?
  /// In bytes; `nil` where nothing limits it.
  private(set) var memoryMax: Int?

  /// The most bytes of a path (PATH_MAX); it also bounds the number of groups in one.
  private static let pathLimit = 4_096
  /// The most bytes of a file that are read: there is a path for each of some fifteen controllers.
  private static let fileLimit = 32 * pathLimit
  /// Version 1 writes a number near the greatest that there is where there is no limit.
  private static let unlimitedMemory = 1 << 62

  /// The limits that hold now.
  ///
  /// - Parameter root: the folder in which `proc` and `sys` are; tests make one up.
  init(root: String = "") {
    guard let groups = Self.text("\(root)/proc/self/cgroup") else { return }
    for line in groups.split(separator: "\n") {
      // `0::/path` of version 2; `4:cpu,cpuacct:/path` of version 1.
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let controllers = parts[1].split(separator: ",")
      // Of version 1 the folder has the names of all controllers that are mounted together.
      let mount = "\(root)/sys/fs/cgroup/\(parts[1])"
      for folder in Self.folders(from: parts[2], to: mount) {
        if controllers.isEmpty { addVersion2(folder) }
        if controllers.contains("cpu") { addProcessors1(folder) }
        if controllers.contains("memory") { addMemory1(folder) }
      }
    }
  }

  /// The folders of a group and of all above it, the one where they are mounted last.
  private static func folders(from path: Substring, to mount: String) -> [String] {
    guard path.utf8.count <= pathLimit else { return [] }
    var names = path.split(separator: "/")
    // Of a group outside the namespace of the process only the mount itself can be seen.
    if names.contains("..") { names = [] }
    var folders: [String] = []
    while !names.isEmpty {
      folders.append("\(mount)/\(names.joined(separator: "/"))")
      names.removeLast()
    }
    return folders + [mount]
  }

  /// `cpu.max` has a quota, or `max`, and a period, in microseconds.
  private mutating func addVersion2(_ folder: String) {
    let numbers = (Self.text("\(folder)/cpu.max") ?? "").split { $0.isWhitespace }.map { Int($0) }
    if numbers.count == 2 { add(quota: numbers[0], period: numbers[1]) }
    add(memory: Self.number("\(folder)/memory.max"))
  }

  /// The quota is -1 where there is none.
  private mutating func addProcessors1(_ folder: String) {
    add(
      quota: Self.number("\(folder)/cpu.cfs_quota_us"),
      period: Self.number("\(folder)/cpu.cfs_period_us"))
  }

  private mutating func addMemory1(_ folder: String) {
    add(memory: Self.number("\(folder)/memory.limit_in_bytes"))
  }

  private mutating func add(quota: Int?, period: Int?) {
    guard let quota, let period, quota > 0, period > 0 else { return }
    let (whole, rest) = quota.quotientAndRemainder(dividingBy: period)
    // Rounded up without a sum that could be too great: the whole part is below the greatest
    // number wherever there is a rest.
    processors = min(processors ?? .max, rest > 0 ? whole + 1 : whole)
  }

  private mutating func add(memory: Int?) {
    guard let memory, memory > 0, memory < Self.unlimitedMemory else { return }
    memoryMax = min(memoryMax ?? .max, memory)
  }

  /// The number that a file holds; `nil` for `max`, for what is no number, and for one beyond `Int`.
  private static func number(_ path: String) -> Int? {
    text(path).flatMap { Int($0.trimmingPrefix { $0.isWhitespace }.prefix { !$0.isWhitespace }) }
  }

  private static func text(_ path: String) -> String? {
    (try? InputFile(path).read(limit: fileLimit)).map { String(decoding: $0, as: UTF8.self) }
  }
}
