import Testing

@testable import Commands

@Suite struct OutputKindTests {
    @Test(
        arguments: [
            (nil, nil, "csv"), (nil, "a.csv", "csv"), (nil, "A.JSON", "json"), (nil, "报表/a.md", "md"),
            ("sdmx-csv", "a.csv", "sdmx-csv"),
            ("json", "a.json", "json"), (nil, "a", "csv"), ("md", "a.dat", "md"), (nil, ".json", "csv"),
            (nil, "/dev/stdout", "csv"),
            (nil, "a.xlsx", nil), (nil, "a.docx", nil), (nil, "a.pdf", nil), (nil, "a.ods", nil), (nil, "a.et", nil),
            ("csv", "a.json", nil),
            ("json", "a.csv", nil), ("csv", "a.xlsx", nil), ("md", "a.html", nil),
        ] as [(String?, String?, String?)])
    func anExportIsWhatItsNameSays(_ chosen: String?, _ file: String?, _ expected: String?) {
        let chosen = chosen.flatMap { Export.Format(rawValue: $0) }
        #expect((try? Export.kinds.format(chosen, file: file).get())?.rawValue == expected)
    }

    @Test(
        arguments: [
            (nil, "a.html", "html"), (nil, "a.htm", "html"), (nil, "a.txt", "text"), (nil, "a.md", "md"),
            (nil, nil, "text"),
            ("html", "a", "html"), (nil, "a.docx", nil), (nil, "a.pdf", nil), (nil, "a.csv", nil), (nil, "a.json", nil),
            ("text", "a.html", nil),
        ] as [(String?, String?, String?)])
    func aReportIsWhatItsNameSays(_ chosen: String?, _ file: String?, _ expected: String?) {
        let chosen = chosen.flatMap { Report.Format(rawValue: $0) }
        #expect((try? Report.kinds.format(chosen, file: file).get())?.rawValue == expected)
    }

    @Test func aRefusalNamesWhatCanBeWritten() {
        guard case .failure(let refusal) = Report.kinds.format(nil, file: "简报.docx") else {
            return #expect(Bool(false))
        }
        #expect(refusal.status == .wrongUse)
        #expect(refusal.message.zh.contains("简报.docx") && refusal.message.zh.contains(".html"))
    }
}
