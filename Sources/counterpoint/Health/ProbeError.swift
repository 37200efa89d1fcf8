/// Why a service cannot be called healthy.
enum ProbeError: Error, Equatable {
  case malformedURL(String)
  case unknownHost(String)
  case unreachable(String, errno: Int32)
  case noAnswer(String)
  case unhealthy(String, status: Int)
}

extension ProbeError: CustomStringConvertible {
  /// One line: what is wrong.
  var description: String {
    switch self {
    case .malformedURL(let url):
      "--url is \"\(url)\", and must be http://HOST[:PORT][/PATH]."
    case .unknownHost(let host): "\(host): there is no such host."
    case .unreachable(let url, let errno): "\(url): \(meaning(of: errno))."
    case .noAnswer(let url): "\(url): no HTTP answer came."
    case .unhealthy(let url, let status): "\(url): the answer was \(status), not 200."
    }
  }
}
