import Glibc

/// Writes all of the bytes to a descriptor, however often that is interrupted; `false`, with the
/// reason in `errno`, when it cannot.
func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    // Right because the buffer is used within the call only and its length is its own.
    let count = unsafe rest.withUnsafeBytes { buffer in
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      return false
    }
  }
  return true
}

/// Sees to it that the descriptors of the standard streams are in use. A file that is opened gets the lowest
/// one that is free, and what is reported on standard error would be written into it.
///
/// One that was closed is opened the wrong way round, so that it fails like a closed one: nothing says
/// that something was written that was not.
func reserveStandardDescriptors() {
  for (descriptor, mode) in [
    (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
  ] where fcntl(descriptor, F_GETFD) < 0 {
    // Right because the call reads the path, which ends with a NUL.
    _ = unsafe open("/dev/null", mode)
  }
}

/// What an error number means, in the system's words.
func meaning(of errno: Int32) -> String {
  // Right because the text is copied before this thread, whose it is, asks again (strerror(3)).
  unsafe String(cString: strerror(errno))
}
