// swift-tools-version: 6.2
import PackageDescription

/// Language rules of every Swift target, each with the proposal that describes it.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),  // SE-0458: each unsafe use is marked `unsafe` and explained
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
]

let package = Package(
  name: "counterpoint",
  products: [.executable(name: "counterpoint", targets: ["counterpoint"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
  ],
  targets: [
    // Arrows point down: a target may import only what stands below it.
    .executableTarget(
      name: "counterpoint",
      dependencies: [
        "ArticleService", "Operations", "Formats", "ArticleStore", "ArticleParsing", "HTTPServer",
        "HTTPCore", "JSON", "Locking", "CAffinity", "CAllocator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .target(
      name: "ArticleService",
      dependencies: [
        "Operations", "Formats", "ArticleStore", "ArticleParsing", "ContentCoding", "HTTPServer",
        "HTTPCore", "JSON", "Locking", "Metrics",
      ]),
    .target(
      name: "Operations",
      dependencies: ["ArticleStore", "ArticleParsing", "GregorianCalendar", "Metrics"]),
    .target(
      name: "Formats",
      dependencies: ["ArticleStore", "ArticleParsing", "GregorianCalendar", "HTTPCore", "JSON"]),
    .target(
      name: "ArticleStore",
      dependencies: ["ArticleParsing", "CSQLite", "JSON", "Locking", "Metrics"]),
    .target(
      name: "ArticleParsing",
      dependencies: ["CBlockTree", "CData", "CMarkdown", "GregorianCalendar"]),
    .target(name: "ContentCoding", dependencies: ["CZlib", "Locking"]),
    .target(name: "HTTPServer", dependencies: ["HTTPCore", "CEpoll", "Locking", "Metrics"]),
    .target(name: "HTTPCore", dependencies: ["GregorianCalendar"]),
    // The arithmetic of dates, once for all who write or read them: dates of HTTP, of the API, and in
    // documents. Values alone, so that HTTPCore and ArticleParsing may build on it.
    .target(name: "GregorianCalendar"),
    .target(name: "JSON", dependencies: ["Locking"]),
    .target(name: "Locking"),
    .target(name: "Metrics"),
    .target(name: "CAffinity"),
    .target(name: "CAllocator"),
    .target(name: "CBlockTree", dependencies: ["CMarkdown"]),
    // Files that are built in with `#embed`: a hundred times quicker than SwiftPM's `.embedInCode`.
    .target(name: "CData", exclude: ["Languages"]),
    .target(name: "CEpoll"),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // The test client: libcurl behind a shim, because `curl_easy_setopt` is variadic.
    .target(name: "CCurl", path: "Tests/CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .testTarget(name: "GregorianCalendarTests", dependencies: ["GregorianCalendar"]),
    .testTarget(name: "HTTPCoreTests", dependencies: ["HTTPCore"]),
    .testTarget(
      name: "HTTPServerTests",
      dependencies: [
        "ArticleService", "ArticleStore", "HTTPServer", "HTTPCore", "Locking", "Metrics",
      ]),
    .testTarget(
      name: "OperationsTests", dependencies: ["Operations", "ArticleStore", "ArticleParsing"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "MetricsTests", dependencies: ["Metrics"]),
    .testTarget(name: "ContentCodingTests", dependencies: ["ContentCoding"]),
    .testTarget(
      name: "ArticleParsingTests", dependencies: ["ArticleParsing", "ArticleGrammar", "CMarkdown"]),
    .testTarget(
      name: "ArticleStoreTests", dependencies: ["ArticleStore", "ArticleParsing", "Locking"]),
    .testTarget(
      name: "ArticleServiceTests",
      dependencies: [
        "ArticleService", "ArticleStore", "ArticleParsing", "CMarkdown", "ContentCoding",
        "Formats", "Operations", "HTTPServer", "HTTPCore", "JSON", "Locking", "Metrics",
      ]),
    .testTarget(
      name: "CounterpointTests",
      dependencies: [
        "counterpoint", "HTTPCore", "HTTPServer", "Locking",
        .product(name: "Logging", package: "swift-log"),
      ]),
    // Starts the executable, which the tests look for beside themselves.
    .testTarget(
      name: "EndToEndTests", dependencies: ["counterpoint", "CCurl", "ContentCoding", "Locking"]),
    // Texts made from the grammars that the parser reads, and checks that take them for minutes.
    .target(name: "ArticleGrammar", path: "Tests/ArticleGrammar"),
    .executableTarget(
      name: "GrammarChecks",
      dependencies: [
        "Formats", "Operations", "ArticleGrammar", "ArticleParsing", "ArticleService",
      ],
      path: "Tests/GrammarChecks"),
    // Measures; starts the executable, too, but does not build it.
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Formats", "Operations", "ArticleService", "ArticleParsing", "CMarkdown", "CSQLite",
      ],
      path: "Tests/Benchmarks"),
  ]
)

// Fuzz targets have no main of their own, so they are built only when they are asked for.
if Context.environment["COUNTERPOINT_FUZZ"] != nil {
  for (name, module) in [
    ("FuzzArticle", "ArticleParsing"), ("FuzzHTTP", "HTTPCore"), ("FuzzInflate", "ContentCoding"),
  ] {
    package.targets.append(
      .executableTarget(
        name: name, dependencies: [.byName(name: module)], path: "Tests/Fuzzing/\(name)"))
  }
}

for target in package.targets where ![.system, .plugin].contains(target.type) {
  target.swiftSettings = settings
}
