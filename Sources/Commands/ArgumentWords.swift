/// What is wrong with a command line, in both languages. The parser of arguments speaks English only.
enum ArgumentWords {
    /// The Chinese sentence for a message of the parser; nil for a sentence of our own, which is in both languages, and
    /// for one that is not known.
    static func chinese(_ message: String) -> String? {
        let names = quoted(message), first = names.first ?? ""
        func starts(_ text: String) -> Bool { message.hasPrefix(text) }
        if starts("Unknown option") {
            let meant = message.contains("Did you mean") && names.count > 1 ? "，是不是 \(names[1])" : ""
            return "没有选项 \(first)\(meant)。"
        }
        if message.contains("nexpected argument") { return "多了参数 \(names.joined(separator: "、"))。" }
        if starts("Missing expected argument") { return "缺少参数 \(first)。" }
        if starts("Missing value for") { return "选项 \(first) 后面缺少值。" }
        if starts("The value"), names.count > 1 {
            let choices = names.dropFirst(2)
            return "选项 \(names[1]) 不接受 \(first)"
                + (choices.isEmpty ? "。" : "，可用 \(choices.joined(separator: "、"))。")
        }
        return nil
    }

    /// The words between single quotes.
    private static func quoted(_ message: String) -> [String] {
        message.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
    }
}
