import Indicators
import Wording

extension Briefing {
    /// The briefing as one HTML document that prints on A4 without scripts or external files. Word processors (WPS,
    /// LibreOffice) take sizes and lines from the attributes, browsers from the style sheet.
    public var html: String {
        let words = Words.in(language), own = BriefingWords.in(language)
        var body = "<h1>\(safe(title))</h1>\n"
        if isFictional { body += "<p class=\"fictional\">\(safe(words.fictional))</p>\n" }
        body +=
            "<p class=\"about\">\(safe(about))</p>\n<p "
            + "class=\"facts\">\(facts.map(safe).joined(separator: "<br>\n"))</p>\n<hr>\n"
        body += opening.map { "<p class=\"headline\">\(safe($0))</p>\n" }.joined()
        body += list(words.attention.title, attention.map(safe))
        for (position, part) in parts.enumerated() {
            body += "<h2>\(position + 1). \(safe(part.title))</h2>\n"
            if !part.headline.isEmpty { body += "<p class=\"headline\">\(safe(part.headline))</p>\n" }
            if !part.rows.isEmpty { body += table(part.rows) }
            body += list(own.computed, part.computed.map(safe))
            body += list(
                own.areas,
                part.areas.map { "<b>\(safe($0.name))</b>\(words.colon)\(safe($0.figures)) \(marks($0.notes))" })
            body += list(
                own.measures, part.measures.map { "\(safe($0.text))\(own.pause)\(safe($0.state)) \(marks($0.notes))" })
            body += list(own.definitions, part.definitions.map(safe))
            if !part.departments.isEmpty {
                let departments = part.departments.map(safe).joined(separator: own.stop)
                body += "<p class=\"departments\"><b>\(own.departments)\(words.colon)</b>\(departments)</p>\n"
            }
        }
        body += "<h2>\(own.notes)</h2>\n<ol class=\"notes\">\n"
        for (index, note) in notes.enumerated() {
            body += "<li class=\"note\" id=\"n\(index + 1)\">\(safe(note))</li>\n"
        }
        body +=
            "</ol>\n" + "<h2>\(own.methods)</h2>\n<ul class=\"notes\">\n"
            + methods.map { "<li class=\"note\">\(safe($0))</li>\n" }.joined() + "</ul>\n"
        return Self.document(language, title, Self.sheet, body)
    }

    /// A whole document.
    static func document(_ language: Language, _ title: String, _ sheet: String, _ body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language == .zh ? "zh-CN" : "en")">
        <head>
        <meta charset="utf-8">
        <title>\(HTMLText.escaped(title))</title>
        <style>
        \(sheet)
        </style>
        </head>
        <body>
        \(body)</body>
        </html>

        """
    }

    static let sheet = """
        @page { size: 21cm 29.7cm; margin: 2.2cm 2cm 2cm 2cm }
        @page { @bottom-center { content: "— " counter(page) " —"; font: 9pt serif } }
        body { color: #000; font-size: 10.5pt; line-height: 1.5; font-family: "FangSong", "仿宋", "FangSong_GB2312", \
        "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif }
        @media screen { body { width: 17cm; margin: 1.5cm auto } }
        h1 { margin: 0 0 2mm; text-align: center; font-size: 20pt; line-height: 1.3 }
        h1, h2, th, b { font-family: "SimHei", "黑体", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", \
        sans-serif }
        h2 { margin: 5mm 0 1.5mm; font-size: 13pt; page-break-after: avoid; break-after: avoid }
        h3 { margin: 2.5mm 0 0.5mm; font-size: 10.5pt; page-break-after: avoid; break-after: avoid }
        p { margin: 1mm 0 } .about { text-align: center; font-size: 12pt } .facts { text-align: center; font-size: \
        9pt; color: #333 }
        .fictional { text-align: center; font-weight: bold; border: 1px solid #000; padding: 1mm } .headline { \
        text-indent: 2em }
        table { width: 100%; border-collapse: collapse; margin: 2mm 0 } thead { display: table-header-group }
        th, td { border: 0.5pt solid #444; padding: 0.4mm 1mm; text-align: left; vertical-align: top; font-size: \
        9pt; line-height: 1.2 } tr { page-break-inside: avoid; break-inside: avoid }
        td p { margin: 0; orphans: 9; widows: 9 } .value { text-align: right } .keep { white-space: nowrap } ul, ol \
        { margin: 0 0 1mm; padding-left: 1.8em } li { font-size: 9.5pt; line-height: 1.35 } li.note { font-size: 8.5pt }
        li { overflow-wrap: anywhere } a { color: #000; text-decoration: none } sup { font-size: 7pt; line-height: \
        1 } td sup { vertical-align: baseline; font-size: 8pt } .departments { font-size: 9.5pt }
        """

    /// A column without any filled cell is left out, and its width goes to the others.
    private func table(_ rows: [Row]) -> String {
        let words = Words.in(language), own = BriefingWords.in(language)
        let hasPace = rows.contains { !$0.pace.isEmpty }, hasChange = rows.contains { !$0.change.isEmpty }
        var columns: [(title: String, width: Int, cell: (Row) -> String)] = [
            (words.indicator, 19, { self.safe($0.name) }), (words.value, 16, { self.kept($0.value) }),
            (words.period, 17, { self.safe($0.period) }),
        ]
        if hasPace { columns.append((own.pace, 26, { self.safe($0.pace.isEmpty ? own.nothing : $0.pace) })) }
        if hasChange { columns.append((own.change, 15, { self.kept($0.change.isEmpty ? own.nothing : $0.change) })) }
        columns.append((own.note, 8, { self.marks($0.notes) }))
        let whole = columns.reduce(0) { $0 + $1.width }
        var text = "<table border=\"1\" cellspacing=\"0\" cellpadding=\"2\" width=\"100%\">\n<thead><tr>"
        text +=
            columns.map { "<th width=\"\($0.width * 100 / whole)%\">\(safe($0.title))</th>" }.joined()
            + "</tr></thead>\n<tbody>\n"
        for row in rows {
            text +=
                "<tr>"
                + columns.enumerated().map { index, column in
                    "<td><p\(index == 1 ? " class=\"value\" align=\"right\"" : "")>\(column.cell(row))</p></td>"
                }.joined() + "</tr>\n"
        }
        return text + "</tbody>\n</table>\n"
    }

    /// A number is never separated from its sign or its unit, even by a word processor that does not support
    /// `white-space`. A word about it may stand on the next line.
    private func kept(_ text: String) -> String {
        let bracket = text.firstIndex { $0 == "（" || $0 == "(" } ?? text.endIndex
        let number = String(text[..<bracket].map { $0 == " " ? "\u{A0}" : $0 })
        return "<span class=\"keep\">\(safe(number))</span>\(safe(String(text[bracket...])))"
    }

    private func marks(_ notes: [Int]) -> String { notes.map { "<sup><a href=\"#n\($0)\">[\($0)]</a></sup>" }.joined() }

    private func list(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "<h3>\(title)</h3>\n<ul>\n" + items.map { "<li>\($0)</li>\n" }.joined() + "</ul>\n"
    }

    private func safe(_ text: String) -> String { HTMLText.escaped(text) }
}
