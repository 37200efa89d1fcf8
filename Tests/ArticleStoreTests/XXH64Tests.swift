import ArticleStore
import Testing

struct `The content hash` {
  /// Vectors published with the specification and with its implementations.
  @Test(
    arguments: [
      ("", 0, 0xEF46_DB37_51D8_E999), ("a", 0, 0xD24E_C4F1_A98C_6E5B),
      ("abc", 0, 0x44BC_2CF5_AD77_0999), ("xxhash", 20_141_025, 0xB559_B98D_844E_0635),
      ("Nobody inspects the spammish repetition", 0, 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64, UInt64)])
  func `gives the published values`(text: String, seed: UInt64, expected: UInt64) {
    #expect(XXH64.hash(Array(text.utf8), seed: seed) == expected)
  }

  /// The lengths and seeds of the reference implementation's own sanity check, over its generator.
  @Test(
    arguments: [
      (0, 0, 0xEF46_DB37_51D8_E999), (0, 2_654_435_761, 0xAC75_FDA2_929B_17EF),
      (1, 0, 0xE934_A84A_DB05_2768), (1, 2_654_435_761, 0x5014_6076_43A9_B4C3),
      (14, 0, 0x8282_DCC4_994E_35C8), (14, 2_654_435_761, 0xC3BD_6BF6_3DEB_6DF0),
      (222, 0, 0xB641_AE8C_B691_C174), (222, 2_654_435_761, 0x20CB_8AB7_AE10_C14A),
    ] as [(Int, UInt64, UInt64)])
  func `gives the reference's values`(length: Int, seed: UInt64, expected: UInt64) {
    var generator: UInt64 = 2_654_435_761
    let bytes = (0..<length).map { _ in
      defer { generator = generator &* 11_400_714_785_074_694_797 }
      return UInt8(truncatingIfNeeded: generator >> 56)
    }
    #expect(XXH64.hash(bytes, seed: seed) == expected)
  }

  @Test func `tells any two prefixes of a text apart`() {
    let bytes = (0..<200).map { UInt8($0) }
    let hashes = (0...bytes.count).map { XXH64.hash(Array(bytes.prefix($0))) }
    #expect(Set(hashes).count == hashes.count)
  }
}
