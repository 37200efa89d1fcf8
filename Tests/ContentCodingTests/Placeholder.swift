@testable import ContentCoding
