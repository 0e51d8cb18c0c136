import Cells
import Indicators
import Wording

extension OnePage {
    /// The page as plain text, at most `mostLines` lines of 80 columns.
    public var text: String {
        var lines = [title, about]
        if isFictional { lines.insert(Words.in(language).fictional, at: 1) }
        lines.append("")
        lines += sentences.flatMap { TextLayout.wrap($0, to: Self.columns) }
        for table in tables {
            lines += ["", table.title] + Self.lines(of: table)
            if !table.rest.isEmpty { lines.append(table.rest) }
        }
        lines += [""] + foot.flatMap { TextLayout.wrap($0, to: Self.columns) }
        return TextReport.page(lines)
    }

    /// Columns as wide as their contents. Where a line would be too long, the gaps become narrow, then the last column
    /// is cut, and the names only where that is not enough. A flowing column is as wide as the texts that cannot flow.
    private static func lines(of table: Table) -> [String] {
        let rows = [table.head] + table.rows
        var widths = table.head.indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        let kept = widths.indices.filter { column in table.rows.contains { !$0[column].isEmpty } }
        var gap = 2
        var total: Int { kept.reduce(0) { $0 + widths[$1] + gap } - gap }
        if total > columns { gap = 1 }
        let flowing = table.flowing.flatMap { total > columns && kept.contains($0 + 1) ? $0 : nil }
        if let flowing {
            widths[flowing] =
                rows.map { row in
                    DisplayWidth.of(row[flowing]) - (row[flowing + 1].isEmpty ? widths[flowing + 1] + gap : 0)
                }.max() ?? 0
        }
        // A name uses the blanks before the value of its row, as on the screen.
        let valued = total > columns && table.trailing.contains(table.name + 1)
        if valued {
            widths[table.name] =
                rows.map {
                    DisplayWidth.of($0[table.name]) - (widths[table.name + 1] - DisplayWidth.of($0[table.name + 1]))
                }.max() ?? 0
        }
        for (column, least) in [(kept.last ?? 0, 10), (table.name, 8)] where total > columns {
            widths[column] = max(min(least, widths[column]), widths[column] - (total - columns))
        }
        return rows.map { row in
            let flows = flowing.map { row[$0 + 1].isEmpty } ?? false
            let blank = valued ? widths[table.name + 1] - DisplayWidth.of(row[table.name + 1]) : 0
            let cells = kept.filter { !flows || $0 - 1 != flowing }.map { column -> String in
                var width = widths[column] + (flows && column == flowing ? gap + widths[column + 1] : 0)
                if valued, column == table.name { width += max(0, blank) }
                if valued, column == table.name + 1 { width -= max(0, blank) }
                let cell = TextLayout.truncate(row[column], to: width, sign: "…")
                let rest = String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)))
                return table.trailing.contains(column) ? rest + cell : cell + rest
            }
            let line = cells.joined(separator: String(repeating: " ", count: gap))
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// The page as Markdown.
    public var markdown: String {
        var lines = ["# " + MarkdownText.escaped(title), ""]
        if isFictional { lines += ["**\(Words.in(language).fictional)**", ""] }
        lines += [MarkdownText.escaped(about), ""] + sentences.flatMap { [MarkdownText.escaped($0), ""] }
        for table in tables {
            lines += ["## " + MarkdownText.escaped(table.title), "", MarkdownText.row(table.head)]
            lines.append(
                "|"
                    + table.head.indices.map { table.trailing.contains($0) ? " ---: |" : " --- |" }.joined())
            lines += table.rows.map(MarkdownText.row) + [""]
            if !table.rest.isEmpty { lines += [MarkdownText.escaped(table.rest), ""] }
        }
        return TextReport.page(lines + foot.flatMap { [MarkdownText.escaped($0), ""] }.dropLast())
    }

    /// The page as one HTML document that prints on one sheet of A4, without scripts or other files.
    public var html: String {
        func safe(_ text: String) -> String { HTMLText.escaped(text) }
        var body = "<h1>\(safe(title))</h1>\n"
        if isFictional { body += "<p class=\"fictional\">\(safe(Words.in(language).fictional))</p>\n" }
        body += "<p class=\"about\">\(safe(about))</p>\n"
        body += sentences.map { "<p class=\"headline\">\(safe($0))</p>\n" }.joined()
        for table in tables {
            body += "<h2>\(safe(table.title))</h2>\n"
            body += "<table border=\"1\" cellspacing=\"0\" cellpadding=\"2\" width=\"100%\">\n"
            body += "<tr>" + table.head.map { "<th>\(safe($0))</th>" }.joined() + "</tr>\n"
            for row in table.rows {
                let cells = row.enumerated().map { column, cell in
                    table.trailing.contains(column)
                        ? "<td class=\"value\" align=\"right\">\(safe(cell))</td>" : "<td>\(safe(cell))</td>"
                }
                body += "<tr>\(cells.joined())</tr>\n"
            }
            body += "</table>\n" + (table.rest.isEmpty ? "" : "<p class=\"foot\">\(safe(table.rest))</p>\n")
        }
        body += foot.map { "<p class=\"foot\">\(safe($0))</p>\n" }.joined()
        return Briefing.document(language, title, Briefing.sheet + "\n" + Self.sheet, body)
    }

    private static let sheet = """
        @page { margin: 1.4cm 1.8cm 1.2cm 1.8cm } h1 { font-size: 17pt } h2 { margin: 2.5mm 0 1mm; font-size: 11pt }
        .about { font-size: 9.5pt } .headline { font-size: 11pt; line-height: 1.4 }
        table { margin: 1mm 0 } th, td { padding: 0.1mm 1mm; font-size: 8.5pt; line-height: 1.15; white-space: nowrap }
        .foot { font-size: 8pt; line-height: 1.25; color: #333 }
        """
}
