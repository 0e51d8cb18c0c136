import Cells
import Reports
import Wording

/// A page as plain text, no wider than the screen it shows: for any editor and any printer.
public enum PaperText {
    /// The whole page, each line ended by LF. Paragraphs are wrapped to the columns of the screen, at least 40.
    public static func write(_ page: PaperPage) -> String {
        let words = Words.in(page.language), columns = max(40, page.grid.size.columns)
        func wrapped(_ texts: [String]) -> [String] { texts.flatMap { TextLayout.wrap($0, to: columns) } }
        var lines = page.isFictional ? [words.fictional, ""] : []
        lines += wrapped([page.title, page.place] + page.notes) + [""] + page.grid.lines()
        if !page.computed.isEmpty { lines += ["", words.judging.derived] + wrapped(page.computed) }
        if !page.rules.isEmpty { lines += ["", words.helpRules] + wrapped(page.rules) }
        if !page.sources.isEmpty {
            lines += ["", PaperWords.in(page.language).sources] + numbered(page.sources, columns)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Numbered texts. Continuation lines are indented below the beginning of the text.
    private static func numbered(_ texts: [String], _ columns: Int) -> [String] {
        let indent = "\(texts.count). ".utf8.count
        return texts.enumerated().flatMap { index, text in
            TextLayout.wrap(text, to: columns - indent).enumerated().map { row, line in
                TextLayout.pad(row == 0 ? "\(index + 1)." : "", to: indent) + line
            }
        }
    }
}
