extension Unicode.Scalar {
  /// What a letter is written in, and how many letters of an alphabet it is worth; none for what is
  /// no letter and for other scripts.
  var script: (Script, weight: Int)? {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: (.latin, 1)
    case 0x400...0x52F: (.cyrillic, 1)
    case 0x620...0x64A, 0x66E...0x6D3: (.arabic, 1)
    case 0x1100...0x11FF, 0xAC00...0xD7A3: (.hangul, 2)
    case 0x3041...0x3096, 0x30A1...0x30FA: (.kana, 2)
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F: (.han, 3)
    default: nil
    }
  }
}
