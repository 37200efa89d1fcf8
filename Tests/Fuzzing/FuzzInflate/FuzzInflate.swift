import ContentCoding

/// What libFuzzer calls with each input: gzip content, inflated whole and in two pieces.
///
/// Both must come to the same bytes or the same refusal, and never to more bytes than the limit.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzInflate(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // libFuzzer owns the input and keeps it for the length of this call.
  let data = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = data.first else { return 0 }
  let content = Array(data.dropFirst())
  let split = Int(first) * content.count / 256
  let whole = inflated([content])
  let parts = inflated([Array(content[..<split]), Array(content[split...])])
  precondition(whole == parts, "split at \(split), the content comes to something else")
  if case .success(let bytes) = whole { precondition(bytes.count <= limit) }
  return 0
}

/// In bytes: small, so that the fuzzer meets it.
private let limit = 4096

private func inflated(_ pieces: [[UInt8]]) -> Result<[UInt8], ContentCodingError> {
  do throws(ContentCodingError) {
    var inflater = try Inflater(limit: limit)
    for piece in pieces { try inflater.append(piece[...]) }
    return .success(try inflater.complete())
  } catch {
    return .failure(error)
  }
}
