import Glibc

// What is done to a folder beside a service, or while there is none.

extension ArticleStore {
  /// Copies what a folder keeps into a file, of which nothing is to be seen before it is whole. A service
  /// may use the folder meanwhile, and is not held up; the copy has what it had at one moment.
  ///
  /// The file is marked as a copy: a service does not open it, so that it is brought back by
  /// ``restore(_:into:_:)`` alone. With `replaces` it takes the place of one that is there.
  ///
  /// - Returns: what was copied.
  /// - Throws: ``BackupError``.
  package static func backUp(
    _ folder: String, to file: String, replaces: Bool, _ report: @escaping CopyProgress.Report
  ) throws(BackupError) -> CopySummary {
    let path = DataFolder.databasePath(in: folder)
    try BackupPlace.expectOutside(folder, file)
    try BackupPlace.expectFree(file, replaces: replaces)
    let head = try BackupError.ofData { () throws(DataError) in
      let head = try FileHead(at: path)
      if FileHead.isFolder(folder) { try FolderCheck(folder).check() }
      return head
    }
    guard head != .missing, head != .empty else { throw .nothingKept(folder) }
    var draft = try Draft(newBeside: file)
    // A folder without a log is read without a lock, so that nothing is left in it; if a service has
    // begun to write meanwhile, what was read may be of two moments.
    var summary = try copy(path, to: draft, report)
    if !summary.isOfOneMoment { summary = try copy(path, to: draft, report) }
    try draft.move(replaces: replaces)
    return CopySummary(articles: summary.articles, before: summary.bytes, after: draft.size)
  }

  private static func copy(
    _ path: String, to draft: borrowing Draft, _ report: @escaping CopyProgress.Report
  ) throws(BackupError) -> (articles: Int, bytes: Int, isOfOneMoment: Bool) {
    let articles = try ofFolder(path)
    try BackupError.ofData { () throws(DataError) in
      _ = try ArticleDatabase.file(at: path).schema(of: articles.connection)
    }
    do throws(BackupError) {
      try articles.copy(to: draft, epoch: nil, .copy, report)
    } catch {
      guard !articles.hadLog, DatabaseFile.logSize(of: path) > 0 else { throw error.ofFolder }
    }
    return (
      articles.count, articles.byteCount, articles.hadLog || DatabaseFile.logSize(of: path) == 0
    )
  }

  /// Puts what a backup has into a folder, which is made if need be, and may have no articles. It goes on
  /// under another epoch: what followers of its change feed know of it may not be so.
  ///
  /// The backup is looked at, whole, before anything is changed.
  ///
  /// - Returns: what was restored.
  /// - Throws: ``BackupError``.
  package static func restore(
    _ file: String, into folder: String, _ report: @escaping CopyProgress.Report
  ) throws(BackupError) -> CopySummary {
    let backup = try KeptArticles(at: file)
    try BackupError.ofData { () throws(DataError) in try FolderCheck.checkLog(of: file) }
    try backup.check(report)
    let mayLackNewest = try backup.mayLackNewest()
    let place = try BackupError.ofData { () throws(DataError) in try DataFolder(folder) }
    try expectNoArticles(in: place)
    var draft = try Draft(of: place.databasePath)
    draft.give(toOwnerOf: folder)
    try backup.copy(to: draft, epoch: Epoch.random(), .closed, report)
    // Nothing of what was there may be taken for what belongs to it.
    DatabaseFile.remove(place.indexPath)
    DatabaseFile.remove(place.databasePath)
    try draft.move()
    return CopySummary(
      articles: backup.count, before: backup.byteCount, after: draft.size,
      mayLackNewest: mayLackNewest)
  }

  /// What the database of a folder keeps.
  private static func ofFolder(_ path: String) throws(BackupError) -> KeptArticles {
    do throws(BackupError) { return try KeptArticles(at: path) } catch { throw error.ofFolder }
  }

  private static func expectNoArticles(in folder: DataFolder) throws(BackupError) {
    let path = folder.databasePath
    let head = try BackupError.ofData { () throws(DataError) in try FileHead(at: path) }
    switch head {
    case .missing, .empty:
      if DatabaseFile.logSize(of: path) > 0 {
        throw .data(.misfit(.logAlone(path, isEmpty: head == .empty)))
      }
    case .noFile: throw .data(.notFile(path))
    case .database(ArticleDatabase.applicationID):
      let count = try ofFolder(path).count
      guard count == 0 else { throw .hasArticles(folder.path, count: count) }
    case .beginning, .other, .database: throw .data(.foreign(path))
    }
  }

  /// Writes what a folder keeps anew: its files take no more than they need, and have nothing of what was
  /// deleted, however it was. No service may use the folder meanwhile.
  ///
  /// - Returns: what there is.
  /// - Throws: ``BackupError``.
  package static func compact(
    _ folder: String, _ report: @escaping CopyProgress.Report
  ) throws(BackupError) -> CopySummary {
    let path = DataFolder.databasePath(in: folder)
    guard FileHead.isFolder(folder) else { throw .nothingKept(folder) }
    let place = try BackupError.ofData { () throws(DataError) in
      let place = try DataFolder(folder)
      try FolderCheck(folder).check()
      return place
    }
    let head = try BackupError.ofData { () throws(DataError) in try FileHead(at: path) }
    guard head != .missing, head != .empty else { throw .nothingKept(folder) }
    let before = place.byteCount
    let count = try compactArticles(in: place, report)
    IndexDatabase.compact(in: place)
    return CopySummary(articles: count, before: before, after: place.byteCount)
  }

  private static func compactArticles(
    in folder: DataFolder, _ report: @escaping CopyProgress.Report
  ) throws(BackupError) -> Int {
    var draft = try Draft(of: folder.databasePath)
    draft.give(toOwnerOf: folder.path)
    let count: Int
    do {
      var database = try BackupError.ofData { () throws(DataError) in
        try ArticleDatabase.open(in: folder)
      }
      do throws(SQLiteError) {
        try ArticleDatabase.upgrade(database.connection)
        try database.begin()
        try database.complete()
      } catch {
        throw .data(DataError(error, at: folder.databasePath))
      }
    }
    do throws(BackupError) {
      let articles = try KeptArticles(at: folder.databasePath)
      try articles.check(report)
      try articles.copy(to: draft, epoch: nil, .closed, report)
      count = articles.count
    } catch {
      throw error.ofFolder
    }
    try draft.move()
    return count
  }
}
