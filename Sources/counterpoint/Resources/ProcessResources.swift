import CAffinity
import Glibc

/// What this process may use of the machine: the defaults are made to fit it.
///
/// One core of a large host, given to a container, is one core: event loops and workers for each of
/// the host's cores would take memory and turns from one another, and serve less.
struct ProcessResources: Sendable, Equatable {
  /// How many threads can run at once; at least 1.
  let processors: Int
  /// The bytes of memory beyond which the kernel ends processes of this one's control group; `nil`
  /// where nothing is said.
  let memoryMax: Int?

  /// What this process has, as it was when it was first asked for; some file reads.
  static let current = ProcessResources(
    allowed: allowedProcessors(), online: sysconf(Int32(_SC_NPROCESSORS_ONLN)),
    limits: CgroupLimits())

  /// The least of all that bounds the processors; what is not known bounds nothing.
  ///
  /// - Parameters:
  ///   - allowed: the processors on which the kernel may run the process (sched_setaffinity(2)).
  ///   - online: the processors of the machine; not positive where they are not known.
  ///   - limits: what its control groups say.
  init(allowed: Int?, online: Int, limits: CgroupLimits) {
    self.init(allowed: allowed, online: online, memoryMax: limits.memoryMax, limits: limits)
  }

  /// What bounds the process, with a limit of memory that is not the control groups'.
  init(allowed: Int?, online: Int, memoryMax: Int?, limits: CgroupLimits) {
    let bounds = [allowed, online > 0 ? online : nil, limits.processors].compactMap(\.self)
    processors = max(bounds.min() ?? 1, 1)
    self.memoryMax = memoryMax
  }

  private static func allowedProcessors() -> Int? {
    let count = Int(caffinity_count())
    return count > 0 ? count : nil
  }
}
