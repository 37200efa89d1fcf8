/// Prometheus's text exposition format, version 0.0.4, read as strictly as it is specified: whatever
/// a scraper might refuse or take for something else throws.
struct Exposition {
  struct Fault: Error { let what: String }

  struct Sample {
    let name: String
    let labels: [String: String]
    let value: Double
  }

  struct Family {
    let name: String
    let kind: String
    let help: String
    var samples: [Sample] = []
  }

  private(set) var families: [Family] = []

  init(parsing text: String) throws {
    guard text.hasSuffix("\n") else { throw Fault(what: "the last line is not ended") }
    var names: Set<String> = []
    var series: Set<String> = []
    var help: (name: String, text: String)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("# HELP ") {
        let parts = line.dropFirst(7).split(separator: " ", maxSplits: 1)
        guard parts.count == 2, Self.isMetricName(parts[0]), help == nil else {
          throw Fault(what: "HELP: \(line)")
        }
        help = (String(parts[0]), try Self.unescaped(parts[1], quotes: false))
      } else if line.hasPrefix("# TYPE ") {
        let parts = line.dropFirst(7).split(separator: " ", omittingEmptySubsequences: false)
        guard let known = help, parts.count == 2, parts[0] == known.name,
          ["counter", "gauge", "histogram"].contains(parts[1]), names.insert(known.name).inserted
        else { throw Fault(what: "TYPE: \(line)") }
        families.append(Family(name: known.name, kind: String(parts[1]), help: known.text))
        help = nil
      } else {
        let sample = try Self.sample(line)
        guard help == nil, let family = families.last, family.owns(sample.name) else {
          throw Fault(what: "a sample outside of its family: \(line)")
        }
        let labels = sample.labels.sorted { $0.key < $1.key }
        guard series.insert("\(sample.name)\(labels)").inserted else {
          throw Fault(what: "twice: \(line)")
        }
        families[families.count - 1].samples.append(sample)
      }
    }
    for family in families { try family.check() }
  }

  /// The samples of that name whose labels are, or begin with, these.
  func samples(_ name: String, _ labels: [String: String] = [:]) -> [Sample] {
    families.flatMap(\.samples).filter { sample in
      sample.name == name && labels.allSatisfy { sample.labels[$0.key] == $0.value }
    }
  }

  /// The value of the one sample of that name with these labels; `nil` unless there is one.
  subscript(name: String, labels: [String: String]) -> Double? {
    let samples = samples(name, labels)
    return samples.count == 1 ? samples[0].value : nil
  }

  subscript(name: String) -> Double? { self[name, [:]] }

  // MARK: Lines

  private static func sample(_ line: Substring) throws -> Sample {
    let fault = Fault(what: "sample: \(line)")
    let name = line.prefix { $0 != "{" && $0 != " " }
    guard isMetricName(name) else { throw fault }
    var rest = line.dropFirst(name.count)
    var labels: [String: String] = [:]
    if rest.first == "{" {
      repeat {
        rest = rest.dropFirst()
        let label = rest.prefix { $0 != "=" }
        guard isLabelName(label) else { throw fault }
        rest = rest.dropFirst(label.count)
        guard rest.hasPrefix("=\"") else { throw fault }
        rest = rest.dropFirst(2)
        var value: Substring = ""
        while let character = rest.first, character != "\"" {
          let length = character == "\\" ? 2 : 1
          value += rest.prefix(length)
          rest = rest.dropFirst(length)
        }
        guard rest.first == "\"", labels[String(label)] == nil else { throw fault }
        labels[String(label)] = try unescaped(value, quotes: true)
        rest = rest.dropFirst()
      } while rest.first == ","
      guard rest.first == "}" else { throw fault }
      rest = rest.dropFirst()
    }
    // No timestamp: a value is as it is when it is asked for.
    guard rest.first == " ", let value = number(rest.dropFirst()) else { throw fault }
    return Sample(name: String(name), labels: labels, value: value)
  }

  /// A number as Go's ParseFloat takes it; of that, what we write.
  private static func number(_ text: Substring) -> Double? {
    guard text.wholeMatch(of: /[0-9]+(\.[0-9]+)?/) != nil else { return nil }
    return Double(text)
  }

  private static func unescaped(_ text: Substring, quotes: Bool) throws -> String {
    var plain = ""
    var escapes = false
    for character in text {
      switch (escapes, character) {
      case (true, "\\"): plain.append("\\")
      case (true, "n"): plain.append("\n")
      case (true, "\"") where quotes: plain.append("\"")
      case (true, _): throw Fault(what: "escape: \(text)")
      case (false, "\\"): break
      case (false, _): plain.append(character)
      }
      escapes = !escapes && character == "\\"
    }
    guard !escapes else { throw Fault(what: "escape: \(text)") }
    return plain
  }

  private static func isMetricName(_ name: Substring) -> Bool {
    name.wholeMatch(of: /[a-zA-Z_:][a-zA-Z0-9_:]*/) != nil
  }

  private static func isLabelName(_ name: Substring) -> Bool {
    name.wholeMatch(of: /[a-zA-Z_][a-zA-Z0-9_]*/) != nil && !name.hasPrefix("__")
  }
}

extension Exposition.Family {
  fileprivate func owns(_ sample: String) -> Bool {
    kind == "histogram"
      ? ["_bucket", "_sum", "_count"].contains { sample == name + $0 } : sample == name
  }

  fileprivate func check() throws {
    switch kind {
    case "counter": guard name.hasSuffix("_total") else { throw fault("no _total") }
    case "histogram":
      guard name.hasSuffix("_seconds") else { throw fault("no unit") }
      try checkBuckets()
    default: guard !name.hasSuffix("_total") else { throw fault("a gauge with _total") }
    }
  }

  /// For each set of labels: bounds that grow to `+Inf`, counts that do not fall, and a last one that
  /// is the count.
  private func checkBuckets() throws {
    var open: (labels: [String: String], bound: Double, count: Double)?
    for sample in samples {
      var labels = sample.labels
      let bound = labels.removeValue(forKey: "le")
      switch (sample.name.dropFirst(name.count), bound) {
      case ("_bucket", let bound?):
        guard let value = bound == "+Inf" ? .infinity : Double(bound) else { throw fault(bound) }
        if let last = open {
          guard last.labels == labels, value > last.bound, sample.value >= last.count else {
            throw fault("bucket \(bound)")
          }
        }
        open = (labels, value, sample.value)
      case ("_sum", nil):
        guard let last = open, last.labels == labels, last.bound == .infinity else {
          throw fault("sum")
        }
      case ("_count", nil):
        guard let last = open, last.labels == labels, last.count == sample.value else {
          throw fault("count")
        }
        open = nil
      default: throw fault(sample.name)
      }
    }
    guard open == nil else { throw fault("no count") }
  }

  private func fault(_ what: String) -> Exposition.Fault { .init(what: "\(name): \(what)") }
}
