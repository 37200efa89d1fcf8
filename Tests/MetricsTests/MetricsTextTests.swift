import Metrics
import Testing

@Suite struct `the text of metrics` {
  private func text(_ write: (inout MetricsText) -> Void) -> String {
    var text = MetricsText()
    write(&text)
    return String(decoding: text.complete(), as: UTF8.self)
  }

  @Test func `is the family and then its samples`() {
    let text = text { text in
      text.beginFamily("a_total", .counter, help: "All that is a.")
      text.sample(1)
      text.sample(.max, [("x", "1"), ("y", "2")])
    }
    #expect(
      text == """
        # HELP a_total All that is a.
        # TYPE a_total counter
        a_total 1
        a_total{x="1",y="2"} 18446744073709551615

        """)
  }

  @Test func `escapes what would end a line or a value`() {
    let text = text { text in
      text.beginFamily("a", .gauge, help: "a \"b\" \\ c\nd")
      text.sample(1, [("x", "a \"b\" \\ c\nd ünïcode")])
    }
    #expect(
      text == #"""
        # HELP a a "b" \\ c\nd
        # TYPE a gauge
        a{x="a \"b\" \\ c\nd ünïcode"} 1

        """#)
  }

  @Test(arguments: [
    (0, "0"), (1, "0.000000001"), (250_000, "0.00025"), (1_000_000_000, "1"),
    (1_500_000_000, "1.5"), (UInt64.max, "18446744073.709551615"),
  ])
  func `has times in seconds, to the nanosecond`(nanoseconds: UInt64, seconds: String) {
    let text = text { text in
      text.beginFamily("a_seconds", .gauge, help: "")
      text.sample(nanoseconds: nanoseconds)
    }
    #expect(text.hasSuffix("\na_seconds \(seconds)\n"))
  }

  @Test func `adds the buckets of a histogram up`() {
    let histograms = DurationHistograms(labels: 2, writers: .one)
    for nanoseconds: UInt64 in [1, 100_000, 100_001, 11_000_000_000] {
      histograms.record(nanoseconds, label: 1)
    }
    let text = text { text in
      text.beginFamily("a_seconds", .histogram, help: "")
      text.sample(histograms.snapshot(label: 1), [("x", "1")])
    }
    let lines = text.split(separator: "\n").dropFirst(2)
    #expect(lines.first == #"a_seconds_bucket{x="1",le="0.0001"} 2"#)
    #expect(lines.dropFirst().first == #"a_seconds_bucket{x="1",le="0.00025"} 3"#)
    #expect(
      lines.suffix(4) == [
        #"a_seconds_bucket{x="1",le="10"} 3"#, #"a_seconds_bucket{x="1",le="+Inf"} 4"#,
        #"a_seconds_sum{x="1"} 11.000200002"#, #"a_seconds_count{x="1"} 4"#,
      ])
    #expect(histograms.snapshot(label: 0) == DurationHistograms.Snapshot())
  }
}
