import HTTPCore
import Testing

@testable import ArticleService

/// A case that is added to one of the two lists of errors does not compile here until it has a
/// number, and then fails until it has an example.
struct `There is an example` {
  @Test func `of every problem`() {
    #expect(Set(Problem.examples.map(Self.number)) == Set(0..<35))
    let codes = Problem.examples.map(\.code)
    // What the service and the server call too large is of one type.
    #expect(codes.count - Set(codes).count == 1)
  }

  @Test func `of everything that is no request`() {
    #expect(Set(RequestError.examples.map(Self.number)) == Set(0..<49))
  }

  private static func number(_ problem: Problem) -> Int {
    switch problem {
    case .noSuchResource: 0
    case .noSuchArticle: 1
    case .noSuchPart: 2
    case .methodNotAllowed: 3
    case .misdirected: 4
    case .crossSite: 5
    case .unauthorized: 6
    case .invalidParameters: 7
    case .invalidArticleID: 8
    case .malformedPrecondition: 9
    case .notAcceptable: 10
    case .unsupportedMedia: 11
    case .unsupportedCharset: 12
    case .unsupportedCoding: 13
    case .corruptContent: 14
    case .contentTooLarge: 15
    case .malformedJSON: 16
    case .invalidSubmission: 17
    case .undecodable: 18
    case .emptyDocument: 19
    case .binaryDocument: 20
    case .idTaken: 21
    case .preconditionFailed: 22
    case .storeFull: 23
    case .diskFull: 24
    case .storeFailed: 25
    case .changesGone: 26
    case .busy: 27
    case .notReady: 28
    case .refused: 29
    case .forwarded: 30
    case .memoryFull: 31
    case .tooMuchMemory: 32
    case .queryTooLong: 33
    case .stopping: 34
    }
  }

  private static func number(_ error: RequestError) -> Int {
    switch error {
    case .bareLineFeed: 0
    case .bareCarriageReturn: 1
    case .forbiddenByte: 2
    case .tooManyEmptyLines: 3
    case .malformedMethod: 4
    case .unknownMethod: 5
    case .malformedRequestLine: 6
    case .missingVersion: 7
    case .malformedVersion: 8
    case .unsupportedVersion: 9
    case .requestLineTooLong: 10
    case .malformedTarget: 11
    case .fragmentInTarget: 12
    case .unsupportedScheme: 13
    case .authorityFormTarget: 14
    case .asteriskOutsideOptions: 15
    case .malformedPercentEncoding: 16
    case .encodedControl: 17
    case .invalidUTF8InTarget: 18
    case .dotSegment: 19
    case .whitespaceBeforeFirstField: 20
    case .obsoleteLineFolding: 21
    case .whitespaceBeforeColon: 22
    case .emptyFieldName: 23
    case .malformedFieldName: 24
    case .missingColon: 25
    case .fieldSectionTooLarge: 26
    case .tooManyFields: 27
    case .missingHost: 28
    case .repeatedHost: 29
    case .malformedHost: 30
    case .malformedContentLength: 31
    case .repeatedContentLength: 32
    case .contentLengthWithTransferEncoding: 33
    case .malformedTransferEncoding: 34
    case .repeatedTransferEncoding: 35
    case .transferEncodingInHTTP10: 36
    case .unsupportedTransferCoding: 37
    case .unknownExpectation: 38
    case .malformedChunkSize: 39
    case .malformedChunkExtension: 40
    case .chunkExtensionsTooLong: 41
    case .chunkDataTooLong: 42
    case .contentTooLarge: 43
    case .incompleteRequest: 44
    case .headTimeout: 45
    case .contentTimeout: 46
    case .tooManyConnections: 47
    case .tooMuchInFlight: 48
    }
  }
}
