import Testing

@testable import counterpoint

@Suite struct `a URL to probe` {
  @Test(arguments: [
    ("http://127.0.0.1:8080/livez", HealthProbe(host: "127.0.0.1", port: 8080, path: "/livez")),
    ("http://[::1]:81/a?b=c", HealthProbe(host: "::1", port: 81, path: "/a?b=c")),
    ("http://localhost", HealthProbe(host: "localhost", port: 80, path: "/")),
    ("http://[::1]", HealthProbe(host: "::1", port: 80, path: "/")),
  ])
  func `is taken apart`(url: String, probe: HealthProbe) throws {
    #expect(try HealthProbe(url: url) == probe)
  }

  @Test(arguments: [
    "", "http://", "https://a/", "ftp://a/", "http://:80/", "http://a:/", "http://a:0/",
    "http://a:65536/", "http://a:+1/", "http://a:80:80/", "http://u@a/", "http://a/#b",
    "http://a?b", "http://a/\r\nX: y", "http://a/ b", "http://[::1", "http://ä/",
  ])
  func `is refused when it is none that can be asked`(url: String) {
    #expect(throws: ProbeError.malformedURL(url)) { try HealthProbe(url: url) }
  }
}
