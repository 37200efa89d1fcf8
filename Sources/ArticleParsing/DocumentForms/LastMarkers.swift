/// The last marker of each way of counting that a document has.
struct LastMarkers {
  private var markers: [Marker] = []

  /// Keeps a marker as the last of its way of counting.
  mutating func keep(_ marker: Marker) {
    if let place = markers.firstIndex(where: { $0.continues(marker) }) {
      markers[place] = marker
    } else {
      markers.append(marker)
    }
  }

  /// Whether a marker says the number after the last one of its kind.
  func goesOn(with marker: Marker) -> Bool {
    markers.contains { marker.follows($0) }
  }
}
