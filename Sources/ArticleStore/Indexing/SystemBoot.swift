import Glibc

/// The run of the system that this process is part of: what a process has written and not synced
/// outlives its own end, and not that of the system.
enum SystemBoot {
  /// The name that the system gives itself when it starts (random(4)); where it has none, one that
  /// no later process has.
  static let id = read() ?? Epoch.random()

  private static func read() -> String? {
    // Right because the calls read a path that ends with a NUL, and write no more than there is room
    // for.
    let file = unsafe open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe Glibc.read(file, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
