extension [String] {
    /// All of them one after the other. `joined` of the library does the same for any collection, and its first use
    /// looks through all conformances of the program: too long for a first frame.
    func inOne(with separator: String = "") -> String {
        var text = ""
        for (place, part) in enumerated() {
            if place > 0 { text += separator }
            text += part
        }
        return text
    }
}
