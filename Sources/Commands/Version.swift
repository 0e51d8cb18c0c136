/// The version of the program, the one place where it is written. A test compares it with CHANGELOG.md.
enum Version {
    static let number = "0.1.0"
}
