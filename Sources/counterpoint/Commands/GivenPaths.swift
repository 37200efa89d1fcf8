import ArgumentParser

/// The paths among the words of a command.
enum GivenPaths {
  /// Refuses an empty one, which is what a shell makes of a variable that is not set: a message that
  /// begins with the path would name nothing.
  static func expectNamed(_ paths: [String]) throws(ValidationError) {
    guard !paths.contains("") else {
      throw ValidationError("A path is empty (\"\"), and must name a file.")
    }
  }
}
