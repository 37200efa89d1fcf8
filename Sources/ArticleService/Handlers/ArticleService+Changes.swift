import ArticleStore
import Formats
import HTTPCore
import HTTPServer
import JSON
import Operations

// The change feed: what was created, replaced and deleted, in the order of the commits. A client
// that follows it asks for what comes after the last change it has seen, and names the epoch, so
// that the changes of another store are not taken for those of this one.

extension ArticleService {
  /// 410 when what follows is no longer kept, or belongs to another epoch.
  static let listChanges: Route.Handler = { service, call throws(Problem) in
    let target = call.request.target
    let request = try call.parameters(ChangeRequest.init)
    return try service.work(for: call) {
      service.operations.changes(request) { found in
        service.reply(to: call, with: found) { page throws(Problem) in
          // A follower asks the same again from where it is, also when there is nothing more just now.
          let hasMore = page.items.last.map { $0.sequence < page.last } ?? false
          let link = page.items.last.flatMap { last in
            hasMore ? target.link("/v1/changes", to: ("after", String(last.sequence))) : nil
          }
          return service.answer(call, link: link) { json in page.write(to: &json, call.form) }
        }
      }
      return nil
    }
  }
}

extension ChangePage {
  fileprivate func write(to json: inout JSONWriter, _ form: RepresentationForm) {
    json.beginObject()
    json.member("epoch", epoch)
    json.name("items")
    json.array(items) { json, change in
      json.select(form.fields)
      json.object { Change.describe(change, to: &$0) }
    }
    json.name("last")
    json.integer(last)
    json.endObject()
  }
}
