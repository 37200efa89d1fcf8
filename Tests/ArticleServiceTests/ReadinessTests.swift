import ArticleService
import ArticleStore
import FoundationEssentials
import HTTPCore
import HTTPServer
import Testing

struct `A service whose store is not loaded` {
  @Test func `answers 503 for all of the API proper, and the rest as ever`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "counterpoint-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try ArticleStore(in: folder, clock: { 1_000 })
    let harness = Harness(store: store)
    let requests: [(HTTPMethod, String)] = [
      (.get, "/v1/articles"), (.get, "/v1/articles/a"), (.get, "/v1/pros"),
      (.post, "/v1/articles"), (.put, "/v1/articles/a"), (.delete, "/v1/articles/a"),
    ]
    for (method, path) in requests {
      let response = try harness.send(
        method, path, ["Content-Type": "text/plain"], content: Array("text".utf8))
      expectProblem(response, 503, "not-ready")
      #expect(response["Retry-After"] == "1")
    }
    #expect(try harness.get("/livez").status == 200)
    #expect(try harness.get("/v1/nowhere").status == 404)

    let loaded = Awaited<Bool>()
    store.load(progress: { _ in }) { result in loaded.set((try? result.get()) == 0) }
    #expect(loaded.value())
    #expect(try harness.get("/v1/articles").status == 200)
    #expect(try harness.get("/v1/articles/a").status == 404)
  }
}

struct `A service that cannot do what it should` {
  @Test func `says so, and why, when work stands still`() throws {
    var configuration = ArticleService.Configuration()
    configuration.standstillPatience = 0
    let workers = WorkQueue(workers: 1, capacity: 1)
    let harness = Harness(workers: workers, configuration: configuration)
    #expect(try harness.get("/readyz").status == 200)
    let gate = Awaited<Void>()
    #expect(workers.submit { gate.value() })
    // What is being done is no standstill.
    #expect(try harness.get("/readyz").status == 200)
    #expect(workers.submit {})
    let answer = try harness.get("/readyz")
    expectProblem(answer, 503, "not-ready")
    #expect(answer.json["detail"].string?.contains("waiting") == true)
    #expect(try harness.get("/livez").status == 200)
    let metrics = try harness.get("/metrics").text
    #expect(metrics.contains("\ncounterpoint_ready 0\n"))
    #expect(metrics.contains("counterpoint_unready{reason=\"standstill\"} 1\n"))
    #expect(metrics.contains("counterpoint_unready{reason=\"writes-refused\"} 0\n"))
    gate.set(())
    harness.settle()
    #expect(try harness.get("/readyz").status == 200)
  }
}
