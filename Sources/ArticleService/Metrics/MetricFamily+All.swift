import ArticleParsing
import ArticleStore
import HTTPCore
import HTTPServer
import Metrics
import Operations

extension MetricFamily {
  /// Every metric there is, in the order in which they are told.
  static let all: [MetricFamily] =
    requests + connections + work + store + times + process

  private static let requests = [
    MetricFamily(
      "counterpoint_http_requests_total", .counter, labels: ["route", "method", "status"],
      "Requests that were answered, by the pattern of their route (none: there is no "
        + "such, or it was no whole request), their method (other: an unknown one, or no request at all) and the status of the answer."
    ) { service, text in
      for answered in service.serverMetrics.answered {
        text.sample(
          answered.count,
          [
            ("route", ArticleService.route(labelled: answered.label)),
            ("method", answered.method == .other ? "other" : answered.method.name),
            ("status", answered.status.map { "\($0.code)" } ?? "other"),
          ])
      }
    },
    MetricFamily(
      "counterpoint_http_request_duration_seconds", .histogram, labels: ["route"],
      "Time from when a request was read, or of one with content its head, until its answer was "
        + "ready to be sent to the end."
    ) { service, text in
      for label in 0..<service.serverMetrics.labels {
        let durations = service.serverMetrics.durations(label: label)
        if durations.count > 0 {
          text.sample(durations, [("route", ArticleService.route(labelled: label))])
        }
      }
    },
    .count(
      "counterpoint_http_requests_broken_total",
      "Requests whose connection ended before their answer was complete."
    ) { $0.serverMetrics.broken },
    .count("counterpoint_http_received_bytes_total", "Bytes read from connections.") {
      $0.serverMetrics.received
    },
    .count("counterpoint_http_sent_bytes_total", "Bytes written to connections.") {
      $0.serverMetrics.sent
    },
    .number(
      "counterpoint_http_content_in_flight_bytes", .gauge,
      "Content of requests that was received or promised and is not answered for."
    ) { $0.serverMetrics.contentInFlight },
    .count(
      "counterpoint_access_log_dropped_total",
      "Requests that are missing in the access log, because it was not taken as fast as they came."
    ) { $0.serverMetrics.unreported },
  ]

  private static let connections: [MetricFamily] = [
    .number("counterpoint_connections", .gauge, "Connections that are open.") {
      $0.serverMetrics.openConnections
    },
    .number(
      "counterpoint_connections_limit", .gauge,
      "The limit: limits.connections, or less where the descriptor limit has no room for them."
    ) { $0.serverMetrics.maximumConnections },
    .count("counterpoint_connections_accepted_total", "Connections that were accepted.") {
      $0.serverMetrics.accepted
    },
    .count(
      "counterpoint_connections_refused_total",
      "Connections that were too many: answered with 503, or closed at once."
    ) { $0.serverMetrics.refused },
    .count(
      "counterpoint_connections_displaced_total",
      "Connections whose request was longest in coming and that made room for others."
    ) { $0.serverMetrics.displaced },
  ]

  private static let work: [MetricFamily] = [
    .number("counterpoint_loops", .gauge, "Event loops, which own the connections.") {
      $0.serverMetrics.loopCount
    },
    .number(
      "counterpoint_workers", .gauge,
      "Workers for what takes longer: so many for short work, and as many for long."
    ) {
      $0.workers.workerCount
    },
    .number(
      "counterpoint_memory_reserved_bytes", .gauge,
      "Memory that is reserved: for work, for answers that are not yet taken, for large ones that are kept."
    ) { $0.memory.used },
    .number(
      "counterpoint_memory_limit_bytes", .gauge,
      "The most of it: limits.memoryBytes without the shares of connections and workers."
    ) { $0.memory.limit },
    .count(
      "counterpoint_memory_refused_total",
      "How often memory was asked for and not there, by those who were refused, and again and again by "
        + "those who waited."
    ) { $0.memory.refused },
    .number("counterpoint_work_running", .gauge, "Pieces of work that workers are at.") {
      $0.workers.figures.running
    },
    .number("counterpoint_work_waiting", .gauge, "Pieces of work that wait for a worker.") {
      $0.workers.figures.waiting
    },
    .count(
      "counterpoint_work_refused_total", "Pieces of work that were refused, the line being full."
    ) { $0.workers.figures.refused },
  ]

  private static let store = [
    .number("counterpoint_store_articles", .gauge, "Articles that are stored.") {
      $0.store.figures.articles
    },
    .number(
      "counterpoint_store_bytes", .gauge,
      "What the stored articles count against the limit: documents, metadata, and what was read in "
        + "them."
    ) { $0.store.figures.bytes },
    .number("counterpoint_store_limit_bytes", .gauge, "The limit: limits.storeBytes.") {
      $0.store.figures.limit
    },
    .number("counterpoint_cache_bytes", .gauge, "Encoded answers that are kept.") {
      $0.representer.cache.cost
    },
    .number("counterpoint_cache_limit_bytes", .gauge, "The limit: limits.cacheBytes.") {
      $0.representer.cache.limit
    },
    MetricFamily(
      "counterpoint_cache_requests_total", .counter, labels: ["result"],
      "Answers that were looked for among those that are kept: hit, or miss."
    ) { service, text in
      let lookups = service.representer.cache.lookups
      text.sample(lookups.hits, [("result", "hit")])
      text.sample(lookups.misses, [("result", "miss")])
    },
    MetricFamily(
      "counterpoint_bulk_lines_total", .counter, labels: ["result"],
      "Lines of bulk submissions: stored, be it before, or refused."
    ) { service, text in
      text.sample(service.metrics[.stored], [("result", "stored")])
      text.sample(service.metrics[.refused], [("result", "refused")])
    },
  ]

  private static let times: [MetricFamily] = [
    .durations(
      "counterpoint_parse_duration_seconds", "Reading one document, of those that requests brought."
    ) { $0.operations.parses.snapshot() },
    .durations(
      "counterpoint_commit_duration_seconds", "One commit of the writes that came together."
    ) { $0.store.times.commits.snapshot() },
    .durations(
      "counterpoint_search_duration_seconds",
      "Looking one query up in the index and ranking what was found, without snippets."
    ) { $0.store.times.searches.snapshot() },
  ]

  private static let process = [
    .number(
      "counterpoint_ready", .gauge, "Whether requests are wanted, as /readyz says it: 1 or 0."
    ) { $0.unreadiness == nil ? 1 : 0 },
    MetricFamily(
      "counterpoint_unready", .gauge, labels: ["reason"],
      "Why requests are not wanted: 1 for the reason, 0 for the others: starting-or-stopping; "
        + "writes-refused, until the service is started again; standstill, when work waits and none is begun."
    ) { service, text in
      let reason = service.unreadiness
      for each in Unreadiness.allCases {
        text.sample(each == reason ? 1 : 0, [("reason", each.rawValue)])
      }
    },
    MetricFamily(
      "counterpoint_build_info", .gauge, labels: ["version", "parser"],
      "Always 1: what is running, as /version says it."
    ) { service, text in
      text.sample(
        1, [("version", service.configuration.version), ("parser", service.parser.version)])
    },
    MetricFamily(
      "process_start_time_seconds", .gauge, "When the process started, since 1970."
    ) { service, text in text.sample(nanoseconds: service.startTime) },
    MetricFamily(
      "process_cpu_seconds_total", .counter, "Processor time of all threads."
    ) { _, text in text.sample(nanoseconds: ProcessFigures.processorTime) },
    MetricFamily(
      "process_resident_memory_bytes", .gauge, "Memory that is resident."
    ) { _, text in if let bytes = ProcessFigures.residentMemory { text.sample(bytes) } },
  ]
}
