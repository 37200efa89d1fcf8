import ArticleParsing
import ArticleService
import Dispatch
import Glibc
import Locking
import Operations

/// Several documents, analysed one after the other: what is written is in the order of the
/// documents, some of which are read at once. A document that cannot be read is reported, and left
/// out.
struct AnalysisBatch {
  let series: AnalysisSeries
  /// What all documents are; `nil` where each says it itself.
  let media: DocumentMedia?
  /// The bytes that a document may have.
  let documentLimit: Int

  /// How many documents are held at once: enough that no processor waits for another one.
  private let window = 2 * ProcessResources.current.processors

  /// Analyses what is at the paths, folders being as in ``InputFiles``, and writes it to standard
  /// output.
  ///
  /// - Returns: how many documents and paths were not read.
  /// - Throws: ``InputError/unwritable(_:errno:)``.
  func run(_ paths: [String]) throws(InputError) -> Int {
    var failures = 0
    let files = paths.flatMap { path in
      do throws(InputError) {
        return path == "-" ? [InputFile(path)] : try InputFiles.find(in: [path])
      } catch {
        StandardError.report(error)
        failures += 1
        return []
      }
    }
    // Where the output itself goes to the terminal, it is the progress.
    let showsProgress = StandardError.isTerminal && isatty(STDOUT_FILENO) == 0
    var progress = ProgressLine()
    try put(series.head)
    var isFirst = true
    var start = 0
    while start < files.count {
      if showsProgress { progress.show("\(start) of \(files.count) documents") }
      let end = min(start + window, files.count)
      for result in analyses(of: files[start..<end]) {
        switch result {
        case .success(let analysis):
          if !isFirst { try put(series.separator) }
          isFirst = false
          try put(analysis)
        case .failure(let error):
          progress.clear()
          StandardError.report(error)
          failures += 1
        }
      }
      start = end
    }
    progress.clear()
    return failures
  }

  private func put(_ bytes: [UInt8]) throws(InputError) {
    guard write(bytes, to: STDOUT_FILENO) else {
      throw .unwritable("standard output", errno: errno)
    }
  }

  /// The analyses in the order of the files, made by all cores.
  private func analyses(of files: ArraySlice<InputFile>) -> [Result<[UInt8], InputError>] {
    let results = Locked<[Int: Result<[UInt8], InputError>]>([:])
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let file = files[files.startIndex + index]
      let result: Result<[UInt8], InputError>
      do throws(InputError) {
        result = .success(try analysis(of: file))
      } catch {
        result = .failure(error)
      }
      results.withLock { $0[index] = result }
    }
    return results.withLock { results in (0..<files.count).compactMap { results[$0] } }
  }

  private func analysis(of file: InputFile) throws(InputError) -> [UInt8] {
    let document = try file.document(media: media, limit: documentLimit)
    do throws(DocumentError) {
      return series.analysis(
        of: try Document(bytes: document.bytes, media: document.media), path: file.path)
    } catch {
      throw .noArticle(file.name, Problem(error))
    }
  }
}
