extension [String] {
    /// All texts one after another. `joined` of the standard library does the same for any collection, but its first
    /// use searches all conformances of the program, which takes too long for a first frame.
    package func inOne(with separator: String = "") -> String {
        var text = ""
        for (index, part) in enumerated() {
            if index > 0 { text += separator }
            text += part
        }
        return text
    }
}
