import ArticleParsing

/// The short texts of an article that filters look into, by columns, as they are compared.
///
/// Their bytes are made to be searched with those of many articles (``ListTable``): a label stands
/// between two bytes that no text has, and of the words of a name a space stands before the first and
/// one such byte after the last.
struct FacetTexts: Sendable {
  /// What the texts are.
  enum Column: Int, CaseIterable {
    /// A label, if there is one.
    case language
    /// Labels.
    case tags
    /// Names, of those whose points there are.
    case actors
    /// Names, of what there are points about.
    case subjects
  }

  /// The byte before a label.
  private static let labelBeginning: UInt8 = 0xFE
  /// The byte after a label and after the words of a name.
  private static let end: UInt8 = 0xFF

  /// The texts of all columns, one after the other.
  let bytes: [UInt8]
  private let ends: InlineArray<4, UInt32>

  init(
    language: FoldedLabel?, tags: [FoldedLabel], actors: [String], subjects: [String]
  ) {
    var bytes: [UInt8] = []
    var ends = InlineArray<4, UInt32>(repeating: 0)
    for column in Column.allCases {
      switch column {
      case .language: if let language { bytes += Self.pattern(of: language).bytes }
      case .tags: for tag in tags { bytes += Self.pattern(of: tag).bytes }
      case .actors: for actor in actors { Self.append(name: actor, to: &bytes) }
      case .subjects: for subject in subjects { Self.append(name: subject, to: &bytes) }
      }
      ends[column.rawValue] = UInt32(clamping: bytes.count)
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// Where the texts of a column stand.
  subscript(column: Column) -> Range<Int> {
    let start = column.rawValue == 0 ? 0 : Int(ends[column.rawValue - 1])
    return start..<Int(ends[column.rawValue])
  }

  /// Where in all bytes each text of a column ends.
  func ends(of column: Column) -> some Sequence<Int> {
    self[column].lazy.filter { bytes[$0] == Self.end }.map { $0 + 1 }
  }

  /// A label as it stands in its column.
  static func pattern(of label: FoldedLabel) -> BytePattern {
    BytePattern(bytes: [labelBeginning] + label.text.utf8 + [end])
  }

  private static func append(name: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: " "))
    SearchWords.append(name, to: &bytes)
    bytes.append(end)
  }
}
