import Cells
import Indicators

/// One thing that the doctor looked at: what is in force, where that comes from, and what to do where something is
/// wrong.
struct Finding: Hashable {
    let title: LocalizedText
    let value: LocalizedText
    let origin: LocalizedText
    /// Nil where nothing is wrong.
    let mend: LocalizedText?

    init(_ title: LocalizedText, _ value: LocalizedText, from origin: LocalizedText, mend: LocalizedText? = nil) {
        self.title = title
        self.value = value
        self.origin = origin
        self.mend = mend
    }

    /// A finding to a line, a mend on a line of its own; at the end whether there is any.
    ///
    /// - Parameter columns: how wide the screen is on which lines are to be broken; nil where they are not.
    static func report(_ findings: [Finding], _ language: Language, columns: Int?) -> String {
        let width = findings.map { DisplayWidth.of($0.title[language]) }.max() ?? 0
        var lines = findings.flatMap { $0.lines(titleWidth: width, language, columns) }
        let wrong = findings.count { $0.mend != nil }
        switch language {
        case .zh: lines.append(wrong == 0 ? "没有要改的。" : "有 \(wrong) 处要改，行首是 ! 。")
        case .en: lines.append(wrong == 0 ? "Nothing to mend." : "To mend: \(wrong), marked with !.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(titleWidth: Int, _ language: Language, _ columns: Int?) -> [String] {
        let head = "\(mend == nil ? " " : "!") " + TextLayout.pad(title[language], to: titleWidth) + "  "
        let from = origin.isEmpty ? "" : language == .zh ? "（\(origin.zh)）" : " (\(origin.en))"
        let mends = mend.map { Self.hung(language == .zh ? "    改法：" : "    Mend: ", $0[language], columns) } ?? []
        return Self.hung(head, value[language] + from, columns) + mends
    }

    /// A text behind its head, further lines below its beginning. Values of the environment and names of files are
    /// other people's text.
    private static func hung(_ head: String, _ text: String, _ columns: Int?) -> [String] {
        let indent = DisplayWidth.of(head), text = text.harmless()
        guard let columns else { return [head + text] }
        let lines = TextLayout.wrap(text, to: max(20, columns - indent))
        return lines.enumerated().map { ($0 == 0 ? head : String(repeating: " ", count: indent)) + $1 }
    }
}

extension LocalizedText {
    static func say(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }
    /// What reads the same in both languages.
    static func same(_ text: String) -> LocalizedText { LocalizedText(zh: text, en: text) }
    static let nothing = same("")
}
