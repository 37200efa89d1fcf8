import HTTPCore
import Testing

@Suite struct IPAddressTests {
  private func address(_ text: String) -> IPAddress? { IPAddress(literal: Array(text.utf8)[...]) }

  @Test(arguments: [
    ("1.2.3.4", "::ffff:1.2.3.4"), ("1.2.3.4", "::FFFF:102:304"), ("::", "0:0:0:0:0:0:0:0"),
    ("::1", "0::1"), ("::1", "0:0:0:0:0:0:0:1"), ("1::", "1:0:0:0:0:0:0:0"),
    ("1::8", "1:0:0:0:0:0:0:8"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
    ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("2001:db8::a", "2001:0DB8:0:0::000A"),
    ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
  ])
  func `two spellings of one address are equal`(one: String, other: String) throws {
    #expect(try #require(address(one)) == #require(address(other)))
  }

  @Test(arguments: [
    ("1.2.3.4", "1.2.3.5"), ("::1", "1::"), ("1::2:0", "1:2::"), ("0.0.0.1", "::1"),
  ])
  func `two addresses are not`(one: String, other: String) throws {
    #expect(try #require(address(one)) != #require(address(other)))
  }

  @Test func `a literal is the number that the system takes it for`() {
    #expect(address("1.2.3.4") == IPAddress(v4: 0x0102_0304))
    #expect(
      address("1:2:3:4:5:6:7:8") == IPAddress(v6: 0x0001_0002_0003_0004_0005_0006_0007_0008))
    #expect(address("fe80::1") == IPAddress(v6: 0xfe80 << 112 | 1))
  }

  @Test(arguments: [
    "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.", ".1.2.3", "1..2.3", "256.1.1.1", "01.2.3.4",
    "1.2.3.04",
    "1.2.3.4 ", "+1.2.3.4", "1.2.3.x", "0x1.2.3.4", "999999999999.1.1.1", ":", ":::", "1:", ":1",
    "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "1::2::3", "12345::", "g::",
    "::1%lo",
    "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "1.2.3.4::", "::1:", "[::1]",
    "0000:0000:0000:0000:0000:ffff:255.255.255.2555",
  ])
  func `what is no literal is none`(text: String) {
    #expect(address(text) == nil)
  }

  @Test(arguments: [
    ("0.0.0.0", true), ("::", true), ("0:0:0:0:0:0:0:0", true), ("0::0.0.0.0", true),
    ("::ffff:0.0.0.0", true), ("0.0.0.1", false), ("::1", false), ("127.0.0.1", false),
    ("fe80::", false),
  ])
  func `the unspecified address is known in both families`(text: String, isUnspecified: Bool) {
    #expect(address(text)?.isUnspecified == isUnspecified)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.255.255.255", true), ("::1", true), ("::ffff:127.1.2.3", true),
    ("126.255.255.255", false), ("128.0.0.0", false), ("0.0.0.0", false), ("::", false),
    ("::7f00:1", false), ("7f00::1", false),
  ])
  func `loopback is known in both families`(text: String, isLoopback: Bool) {
    #expect(address(text)?.isLoopback == isLoopback)
  }
}
