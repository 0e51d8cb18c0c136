/// The answer to OSC 11: `11;rgb:ffff/ffff/ffff`, with one to four hexadecimal digits for each colour.
enum BackgroundReply {
    /// The brightness of the background, 0 to 1, by the weights of ITU-R BT.709; nil if the text is no such answer.
    static func brightness(_ text: String) -> Double? {
        guard text.hasPrefix("11;rgb") else { return nil }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let parts = text[text.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 || parts.count == 4 else { return nil }
        var levels: [Double] = []
        for part in parts.prefix(3) {
            guard (1...4).contains(part.utf8.count), let value = UInt32(part, radix: 16) else { return nil }
            levels.append(Double(value) / Double((1 << (4 * part.utf8.count)) - 1))
        }
        return 0.2126 * levels[0] + 0.7152 * levels[1] + 0.0722 * levels[2]
    }
}
