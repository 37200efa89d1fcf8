import Glibc

/// The names of what lies in a folder.
package enum FolderNames {
  /// Why a folder could not be read.
  package struct Fault: Error {
    /// What the system said.
    package let errno: Int32
  }

  /// The names in a folder, sorted by their bytes, but for those of itself and its parent; of a folder
  /// that has more than `limit`, any so many.
  package static func all(in folder: String, limit: Int = .max) throws(Fault) -> [String] {
    guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name),
      // Right because the call reads the path, which ends with a NUL.
      let stream = unsafe opendir(folder)
    else { throw Fault(errno: errno) }
    // Right because the stream is closed once, and an entry is looked at before the next one is asked
    // for, and no further than its record goes.
    defer { _ = unsafe closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = unsafe readdir(stream) {
      let record = unsafe UnsafeRawBufferPointer(start: entry, count: Int(entry.pointee.d_reclen))
      let name = unsafe String(
        decoding: record.dropFirst(nameOffset).prefix { $0 != 0 }, as: UTF8.self)
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
