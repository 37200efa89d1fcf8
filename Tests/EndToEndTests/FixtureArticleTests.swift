import Testing

@Suite struct `articles over HTTP` {
  static let lists = ["objectives", "nonGoals", "pros", "cons", "neutral", "takeaways"]

  @Test(arguments: FixtureArticles.names)
  func `an article gives the points that its JSON says`(name: String) throws {
    let server = try Server()
    let article = try server.client.post("/v1/analyze", FixtureArticles.bytes(name)).json
    let expected = try FixtureArticles.expectation(name)
    for list in Self.lists {
      let found = try article[list].items
      let wanted = try expected[list].items
      #expect(found.count == wanted.count, "\(list)")
      for (found, wanted) in zip(found, wanted) {
        for member in ["label", "text", "actor", "qualifier", "subject"] {
          #expect((try? found[member].string) == (try? wanted[member].string), "\(list) \(member)")
        }
        #expect((try? found["number"].int) == (try? wanted["number"].int))
        #expect(try found["source"]["quote"].string == wanted["quote"].string)
      }
    }
    #expect(
      try article["diagnostics"].items.map { try $0["code"].string }
        == expected["diagnostics"].items.map { try $0.string })
  }

  @Test(arguments: FixtureArticles.names)
  func `every quote is what stands at its range`(name: String) throws {
    let server = try Server()
    let text = try FixtureArticles.bytes(name)
    let article = try server.client.post("/v1/analyze", text).json
    #expect(try article["offsets"].string == "utf8")
    var sources = try article["sections"].items.map { $0["source"] }
    for list in Self.lists {
      for point in try article[list].items {
        sources.append(point["source"])
        if point["details"].isThere { sources += try point["details"].items.map { $0["source"] } }
      }
    }
    if article["outlook"].isThere {
      sources += try article["outlook"]["scenarios"].items.map { $0["source"] }
    }
    if article["callToAction"].isThere { sources.append(article["callToAction"]["source"]) }
    #expect(!sources.isEmpty)
    for source in sources {
      let range = try source["start"].int..<source["end"].int
      #expect(try source["quote"].string.utf8.elementsEqual(text[range]))
      let line = text[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
      #expect(try source["line"].int == line)
    }
  }
}
