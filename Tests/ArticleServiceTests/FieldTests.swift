@testable import ArticleParsing
@testable import ArticleService
import ArticleStore
import FoundationEssentials
import HTTPCore
import JSON
import Testing

/// An article in which each member that there is has a value.
private var fullSubmission: Submission {
  var metadata = Metadata()
  metadata.url = "https://example.org/"
  metadata.tags = ["one"]
  var submission = SampleArticle.submission(metadata)
  let (objectives, pros) = (submission.article.objectives, submission.article.pros)
  submission.article.objectives = objectives + pros
  for kind in [\Article.pros, \.nonGoals, \.cons, \.neutral, \.takeaways] {
    submission.article[keyPath: kind] = pros + objectives
  }
  return submission
}

extension JSON {
  /// The members of this object, or of all objects in this array together.
  fileprivate var memberNames: Set<String> {
    items.isEmpty ? names : items.reduce(into: Set()) { $0.formUnion($1.names) }
  }
}

struct `Choosing members` {
  let harness = Harness()

  init() throws { try harness.store("x", fullSubmission) }

  /// Every place where members are chosen, with what they are chosen of.
  static let places: [(target: String, list: String?, FieldCatalogue)] =
    [
      ("/v1/articles/x?include=text,paragraphs", nil, .article),
      ("/v1/articles?view=summary", "items", .summary),
      ("/v1/articles?view=full&include=text,paragraphs", "items", .article),
      ("/v1/articles?view=source", "items", .submission),
      ("/v1/articles/x/outlook?offsets=utf16", nil, .outlook),
      ("/v1/articles/x/call-to-action?offsets=utf16", nil, .callToAction),
      ("/v1/articles/x/sections?pretty=0", "items", .section),
      ("/v1/articles/x/diagnostics?pretty=0", "items", .diagnostic),
      ("/v1/changes?limit=9", "items", .change),
    ]
    + ["objectives", "non-goals", "pros", "cons", "neutral", "takeaways"].flatMap {
      [
        ("/v1/articles/x/\($0)?pretty=0", "items", FieldCatalogue.point),
        ("/v1/\($0)?pretty=0", "items", .locatedPoint),
      ]
    }

  @Test(arguments: places)
  func `is among all members that are written, two levels deep`(
    target: String, list: String?, catalogue: FieldCatalogue
  ) throws {
    let answer = try harness.get(target).json
    let item = list.map { answer[$0] } ?? answer
    // What a submission has depends on the document.
    let absent: Set<String> =
      catalogue["contentBase64"] != nil
      ? ["charset", "contentBase64", "title", "publishedAt"] : []
    #expect(item.memberNames.union(absent) == Set(catalogue.names))
    for member in catalogue.names where !absent.contains(member) {
      let first = item.items.isEmpty ? [item] : item.items
      let inner = first.map { $0[member] }.reduce(into: Set<String>()) {
        $0.formUnion($1.memberNames)
      }
      #expect(inner == Set(catalogue[member] ?? []), "\(member)")
    }
  }

  @Test(arguments: places)
  func `gives each member alone, as it is among the others`(
    target: String, list: String?, catalogue: FieldCatalogue
  ) throws {
    func item(_ json: JSON) -> JSON { list.map { json[$0][0] } ?? json }
    let whole = item(try harness.get(target).json)
    for member in catalogue.names {
      let chosen = try harness.get("\(target)&fields=\(member)")
      #expect(chosen.status == 200)
      #expect(item(chosen.json).names == whole.names.intersection([member]))
      #expect(item(chosen.json)[member] == whole[member])
      for name in catalogue[member] ?? [] {
        let chosen = try harness.get("\(target)&fields=\(member).\(name)")
        let inner = item(chosen.json)[member]
        #expect(inner.memberNames == whole[member].memberNames.intersection([name]))
        #expect(inner.items.count == whole[member].items.count)
        #expect(inner[name] == whole[member][name])
        #expect(inner[0][name] == whole[member][0][name])
      }
    }
  }

  @Test(arguments: places)
  func `of all members changes nothing`(
    target: String, list: String?, catalogue: FieldCatalogue
  ) throws {
    let all = catalogue.names.joined(separator: ",")
    for pretty in ["", "&pretty"] where !(target.contains("pretty") && !pretty.isEmpty) {
      let chosen = try harness.get("\(target)\(pretty)&fields=\(all)")
      #expect(chosen.text == (try harness.get(target + pretty).text))
    }
  }

  @Test func `keeps the order of the article and what stands around the items`() throws {
    #expect(
      try harness.get("/v1/articles/x?fields=pros.label,title,id,statistics.words,pros.id").text
        == #"{"id":"x","title":"Summit \"2025\"","statistics":{"words":20},"pros":["#
        + #"{"id":"pro-1","label":"Peace"},{"id":"pro-2"},{"id":"objective-1","#
        + #""label":"Recognition"}]}"#)
    #expect(
      try harness.get("/v1/articles/x/pros?fields=number&offsets=utf16").text
        == #"{"items":[{},{},{"number":1}],"total":3,"offsets":"utf16"}"#)
    #expect(
      try harness.get("/v1/pros?fields=article.id,id&limit=1&pretty").text.hasPrefix(
        "{\n  \"items\": [\n    {\n      \"id\": \"pro-1\",\n      \"article\": {\n"
          + "        \"id\": \"x\"\n      }\n    }\n  ],\n  \"total\": 3,\n  \"next\": "))
  }

  @Test func `takes a whole member for all that is said of it`() throws {
    let whole = try harness.get("/v1/articles/x?fields=pros").text
    for fields in ["pros,pros.id", "pros.id,pros", "pros,pros"] {
      #expect(try harness.get("/v1/articles/x?fields=\(fields)").text == whole)
    }
  }

  @Test func `of the text or of paragraphs includes them`() throws {
    let text = try harness.get("/v1/articles/x?fields=text")
    #expect(text.json.text.string == SampleArticle.text)
    let sections = try harness.get("/v1/articles/x?fields=sections.paragraphs").json.sections
    #expect(sections[0].paragraphs[0].string == "A seat at the table…")
    #expect(try harness.get("/v1/articles/x?fields=sections").json.sections[0].paragraphs == .null)
    let asked = try harness.get("/v1/articles/x?fields=sections&include=paragraphs,text").json
    #expect(asked.sections[0].paragraphs.items.count == 1)
    #expect(asked.names == ["sections"])
  }

  @Test func `works for an analysis, and not for formats without members`() throws {
    let analysis = try harness.post(
      "/v1/analyze?fields=media,cons.text", "Cons:\n- It is dear.\n")
    #expect(analysis.text == #"{"media":"text/plain","cons":[{"text":"It is dear."}]}"#)
    let table = try harness.get("/v1/articles/x?format=csv&fields=title")
    #expect(table.content == (try harness.get("/v1/articles/x?format=csv").content))
    #expect(table["ETag"] == (try harness.get("/v1/articles/x?format=csv"))["ETag"])
  }

  @Test func `tells of every name that is not known, and what is`() throws {
    let response = try harness.get("/v1/articles/x?fields=titel,pros.labels,title,id.x")
    expectProblem(response, 400, "invalid-parameters")
    let errors = response.json.errors
    #expect(errors.items.count == 3)
    #expect(
      errors[0].message.string?.hasPrefix("fields: titel is no member here. Known: id,") == true)
    #expect(errors[1].message.string?.contains("pros.labels") == true)
    #expect(errors[1].message.string?.contains("pros.label,") == true)
    #expect(errors[2].message.string == "fields: id.x is no member here.")
    let many = (0..<500).map { "a\($0)" }.joined(separator: ",")
    #expect(try harness.get("/v1/articles/x?fields=\(many)").json.errors.items.count == 20)
  }

  @Test func `has an entity tag for each choice, however it is said`() throws {
    func tag(_ query: String) throws -> String {
      try #require(try harness.get("/v1/articles/x" + query)["ETag"])
    }
    let tags = try ["", "?fields=title", "?fields=id", "?fields=pros", "?fields=pros.id"].map(tag)
    #expect(Set(tags).count == tags.count)
    #expect(try tag("?fields=id,title") == tag("?fields=title,id,title"))
    #expect(try tag("?fields=pros.id,pros.text") == tag("?fields=pros.text,pros.id"))
    let chosen = try tag("?fields=title")
    #expect(try harness.get("/v1/articles/x?fields=title", ["If-None-Match": chosen]).status == 304)
    #expect(try harness.get("/v1/articles/x?fields=id", ["If-None-Match": chosen]).status == 200)
    // What was read in part can be replaced.
    let put = try harness.put("/v1/articles/x", "Another", ["If-Match": chosen])
    #expect(put.status == 200)
  }

  @Test func `keeps no representation`() throws {
    let before = harness.service.representer.cache.cost
    for member in FieldCatalogue.article.names {
      #expect(try harness.get("/v1/articles/x?fields=\(member)").status == 200)
    }
    #expect(harness.service.representer.cache.cost == before)
  }

  @Test func `leaves out of written JSON what is not chosen, without asking for it`() throws {
    var json = JSONWriter()
    json.select(try MemberSelection("id,counts.pros", of: .summary))
    json.object { json in
      json.name("title")
      json.array([1]) { _, _ in Issue.record("the elements are not wanted") }
      json.member("id", "x")
      json.name("links")
      json.beginObject()
      json.name("self")
      json.array([[1]]) { json, inner in json.array(inner) { $0.integer($1) } }
      json.endObject()
      json.name("counts")
      json.object { json in
        json.name("cons")
        json.object { _ in Issue.record("nor the members") }
        json.member("pros", 3)
      }
      json.name("media")
      json.string("x")
    }
    json.object { $0.member("title", "all again") }
    let text = String(decoding: json.finish().content, as: UTF8.self)
    #expect(text == #"{"id":"x","counts":{"pros":3}},{"title":"all again"}"#)
  }
}
