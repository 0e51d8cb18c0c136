import Testing

@testable import Indicators
@testable import Tables

/// A mistake in the form of a file, or in several cells, with what `check` must say.
struct StructureMistake: Sendable, CustomTestStringConvertible {
    let name: String
    /// The problems: level, kind, file and line; without a line those of the whole file.
    let told: [String]
    /// Words of the Chinese message.
    var says: [String] = []
    /// Words that the advice must not hold, in either language.
    var never: [String] = []
    let make: @Sendable (inout MemoryFolder) -> Void

    var testDescription: String { name }
}

extension MemoryFolder {
    /// Changes the lines of a table; the header is the first.
    fileprivate mutating func lines(_ table: String, _ change: (inout [String]) -> Void) {
        let file = table.contains(".") ? table : table + ".csv"
        var lines = String(decoding: files[file] ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
        change(&lines)
        files[file] = Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// Changes the line that begins with a text.
    fileprivate mutating func line(_ table: String, _ prefix: String, _ change: (String) -> String) {
        lines(table) { lines in
            if let place = lines.firstIndex(where: { $0.hasPrefix(prefix) }) { lines[place] = change(lines[place]) }
        }
    }

    fileprivate mutating func text(_ file: String, _ change: (String) -> String) {
        files[file] = Array(change(String(decoding: files[file] ?? [], as: UTF8.self)).utf8)
    }
}

@Suite struct StructureMistakeTests {
    private static let jobs = "990100,new-urban-jobs,2026-01-01/P8M"

    /// Forms of files, 40 and more, each with what is to be said. Written before the code.
    static let all: [StructureMistake] = forms + headers + rows + sets + plausibility

    private static let forms: [StructureMistake] = [
        StructureMistake(
            name: "a byte order mark", told: ["? byte-order-mark observations.csv:1"], never: ["无 BOM", "without BOM"]
        ) {
            $0.files["observations.csv"]?.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
        },
        StructureMistake(name: "Windows line ends", told: []) {
            $0.text("areas.csv") { $0.replacing("\n", with: "\r\n") }
        },
        StructureMistake(name: "an empty file", told: ["! empty-file areas.csv"]) { $0.files["areas.csv"] = [] },
        StructureMistake(name: "a missing file", told: ["! missing-file areas.csv"]) { $0.files["areas.csv"] = nil },
        StructureMistake(name: "a NUL", told: ["! nul-byte areas.csv:1"]) { $0.files["areas.csv"] = [0x63, 0x00] },
        StructureMistake(name: "bytes that are no text", told: ["! not-utf8 areas.csv:1"]) {
            $0.files["areas.csv"] = [0x63, 0xFF]
        },
        StructureMistake(
            name: "semicolons", told: ["! other-separator areas.csv:1"], says: ["逗号"]
        ) { $0.text("areas.csv") { $0.replacing(",", with: ";") } },
        StructureMistake(name: "full-width commas", told: ["? full-width-commas targets.csv:1"]) {
            $0.text("targets.csv") { $0.replacing(",", with: "，") }
        },
        StructureMistake(
            name: "full-width commas, in a text too", told: ["! full-width-commas targets.csv:1"], says: ["文字"]
        ) { $0.text("targets.csv") { $0.replacing(",", with: "，").replacing("欠薪案件清零", with: "欠薪，清零") } },
        StructureMistake(
            name: "a description in GBK", told: ["! not-utf8 datapackage.json:6"], never: ["CSV", "Excel 中"]
        ) {
            $0.text("datapackage.json") { $0 }
            let bytes = $0.files["datapackage.json"] ?? []
            let name = Array("示例市民生看板".utf8)
            if let place = bytes.indices.first(where: { bytes[$0...].starts(with: name) }) {
                $0.files["datapackage.json"] =
                    Array(bytes[..<place]) + [0xCA, 0xBE, 0xC0, 0xFD] + Array(bytes[(place + name.count)...])
            }
        },
        StructureMistake(name: "a comma too many in JSON", told: ["! json-syntax datapackage.json:2"]) {
            $0.text("datapackage.json") { $0.replacing("\"town\",", with: "\"town\",,") }
        },
        StructureMistake(name: "a newer format", told: ["! newer-format datapackage.json:5"], never: ["改成 1"]) {
            $0.text("datapackage.json") { $0.replacing("\"format\": 1", with: "\"format\": 2") }
        },
        StructureMistake(name: "another whole", told: ["! unknown-root datapackage.json:12"]) {
            $0.text("datapackage.json") { $0.replacing("\"area\": \"990100\"", with: "\"area\": \"990000\"") }
        },
        StructureMistake(name: "a file of another folder", told: ["! unsafe-path ../areas.csv"]) {
            $0.text("datapackage.json") { $0.replacing("\"areas.csv\"", with: "\"../areas.csv\"") }
        },
    ]

    private static let headers: [StructureMistake] = [
        StructureMistake(
            name: "names in small letters", told: ["? header-read observations.csv:1"], says: ["obs_value"]
        ) {
            $0.lines("observations") { $0[0] = $0[0].lowercased() }
        },
        StructureMistake(name: "a name with a blank before it", told: ["? header-read observations.csv:1"]) {
            $0.lines("observations") { $0[0] = $0[0].replacing("OBS_VALUE", with: " OBS_VALUE") }
        },
        StructureMistake(name: "a name with a blank in it", told: ["? header-read observations.csv:1"]) {
            $0.lines("observations") { $0[0] = $0[0].replacing("OBS_VALUE", with: "Obs Value") }
        },
        StructureMistake(name: "Chinese names", told: ["? header-read observations.csv:1"], says: ["数值 → OBS_VALUE"]) {
            $0.lines("observations") {
                $0[0] = "地区,指标,时期,时期依据,数值,数量级,上限,限定词,状态,修订,发布时间,来源,位置,原文,备注,英文备注"
            }
        },
        StructureMistake(
            name: "a mistyped name", told: ["! missing-column observations.csv:1"], says: ["OBS_VALUE", "是不是"]
        ) {
            $0.lines("observations") { $0[0] = $0[0].replacing("OBS_VALUE", with: "OBS_VALU") }
        },
        StructureMistake(name: "a name twice", told: ["! repeated-column observations.csv:1"], says: ["PRINTED"]) {
            $0.lines("observations") { $0[0] = $0[0].replacing("PRINTED", with: "PLACE") }
        },
        StructureMistake(name: "a column is gone", told: ["! missing-column areas.csv:1"], says: ["kind"]) {
            $0.lines("areas") {
                $0 = $0.map {
                    $0.split(separator: ",", omittingEmptySubsequences: false).enumerated().filter { $0.offset != 6 }
                        .map(\.element).joined(separator: ",")
                }
            }
        },
        StructureMistake(name: "a column more", told: ["? unknown-column areas.csv:1"]) {
            $0.lines("areas") { $0 = $0.enumerated().map { $1 + ($0 == 0 ? ",remark" : ",") } }
        },
        StructureMistake(name: "a title above the names", told: ["! missing-column areas.csv:1"], says: ["第一行不是列名"]) {
            $0.lines("areas") { $0.insert("示例市各地区", at: 0) }
        },
        StructureMistake(name: "no names", told: ["! missing-column areas.csv:1"], says: ["第一行不是列名"]) {
            $0.lines("areas") { $0.removeFirst() }
        },
        StructureMistake(name: "commas after the names and after every row", told: ["? trailing-commas areas.csv:1"]) {
            $0.lines("areas") { $0 = $0.map { $0 + ",,," } }
        },
        StructureMistake(name: "commas after every row", told: ["? trailing-commas areas.csv:2"]) {
            $0.lines("areas") { $0 = $0.enumerated().map { $1 + ($0 == 0 ? "" : ",,") } }
        },
    ]

    private static let rows: [StructureMistake] = [
        StructureMistake(name: "empty rows of commas", told: ["? blank-line observations.csv:186"], says: ["3 个空行"]) {
            $0.lines("observations") { $0 += Array(repeating: String(repeating: ",", count: 15), count: 3) }
        },
        StructureMistake(name: "blank lines", told: ["? blank-line areas.csv:3"], says: ["2 个空行"]) {
            $0.text("areas.csv") { $0.replacing("\n990101", with: "\n\n\n990101") }
        },
        StructureMistake(name: "a comma is missing", told: ["! field-count observations.csv:87"]) {
            $0.line("observations", jobs) { $0.replacing(",10100,", with: ",10100") }
        },
        StructureMistake(
            name: "12,900 without quotes", told: ["! field-count observations.csv:87"], says: ["10,100", "千位"]
        ) {
            $0.line("observations", jobs) { $0.replacing(",10100,", with: ",10,100,") }
        },
        StructureMistake(
            name: "full-width commas in one row", told: ["! field-count observations.csv:87"], says: ["全角"]
        ) {
            $0.line("observations", jobs) { $0.replacing(",", with: "，") }
        },
        StructureMistake(name: "a quote is not closed", told: ["! unterminated-quote areas.csv:5"]) {
            $0.line("areas", "990103") { $0.replacing("丙县,Bing County", with: "\"丙县,Bing County") }
        },
        StructureMistake(name: "a quote inside a cell", told: ["! quote-in-field areas.csv:5"]) {
            $0.line("areas", "990103") { $0.replacing("丙县,Bing County", with: "丙\"县,Bing County") }
        },
        StructureMistake(
            name: "a row twice", told: ["! repeated-key observations.csv:88"], says: ["录了两次"], never: ["写错"]
        ) { folder in
            folder.lines("observations") { lines in
                if let place = lines.firstIndex(where: { $0.hasPrefix(jobs) }) { lines.insert(lines[place], at: place) }
            }
        },
        StructureMistake(name: "a row is cut off", told: ["! field-count observations.csv:185"]) {
            $0.lines("observations") { $0[$0.count - 1] = String($0[$0.count - 1].prefix(24)) }
        },
        StructureMistake(name: "only the names are left", told: ["? no-rows observations.csv"], says: ["上一版"]) {
            folder in
            folder.lines("observations") { $0 = [$0[0]] }
            for table in ["links", "revisions", "derived"] { folder.lines(table) { $0 = [$0[0]] } }
        },
        StructureMistake(name: "one bad cell in many rows", told: (2...6).map { _ in "! unknown-code" }) { folder in
            folder.lines("observations") { lines in
                for place in 1...5 { lines[place] = lines[place].replacing(",exact,", with: ",exat,") }
            }
        },
    ]

    private static let sets: [StructureMistake] = [
        StructureMistake(
            name: "an area is deleted", told: ["! unknown-reference observations.csv:"], says: ["areas.csv", "处"],
            never: ["990102"]
        ) {
            $0.lines("areas") { $0.removeAll { $0.hasPrefix("990103") } }
            $0.files["map.txt"] = Array("A 990101\nB 990102\n\nAAB\n".utf8)
        },
        StructureMistake(name: "an indicator is deleted", told: ["! unknown-reference"], says: ["indicators.csv"]) {
            $0.lines("indicators") { $0.removeAll { $0.hasPrefix("medical-insured") } }
        },
        StructureMistake(name: "areas renamed in one table only", told: ["! unknown-key areas.csv:3"], says: ["990101"])
        {
            $0.line("areas", "990101") { $0.replacing("990101,", with: "990l01,") }
            $0.files["map.txt"] = nil
        },
        StructureMistake(
            name: "a part and the total disagree", told: ["! contradiction observations.csv:"],
            says: ["links.csv", "哪一处"]
        ) {
            $0.line("observations", "990101,new-urban-jobs,2026-01-01/P10M") { $0.replacing("6450", with: "6460") }
        },
        StructureMistake(
            name: "the same fact twice, and once otherwise", told: ["! contradiction observations.csv:"],
            says: ["links.csv"]
        ) {
            $0.line("observations", "990100,pocket-parks,2026,to_date") {
                $0.replacing(",9,", with: ",8,").replacing("9个", with: "8个")
            }
        },
        StructureMistake(name: "a link to nothing", told: ["! link-without-figure links.csv:"]) {
            $0.lines("observations") { $0.removeAll { $0.hasPrefix("990101,new-urban-jobs,2026-01-01/P10M") } }
        },
        StructureMistake(name: "two wholes", told: ["? second-whole areas.csv:6"]) {
            $0.lines("areas") { $0.append("990200,9,另市,Other City,另市,Other,city,,") }
        },
    ]

    /// Both the figure and what is printed are wrong, so that only its neighbours tell.
    private static let plausibility: [StructureMistake] = [
        StructureMistake(
            name: "a total ten times too large", told: ["? growth observations.csv:87"], says: ["9600", "101000"]
        ) {
            $0.line("observations", jobs) { $0.replacing("10100", with: "101000") }
        },
        StructureMistake(
            name: "a total ten times too small", told: ["? falls observations.csv:87"], says: ["9000", "1010"]
        ) {
            $0.line("observations", jobs) { $0.replacing("10100", with: "1010") }
        },
        StructureMistake(name: "ten thousand times", told: ["? unit-jump observations.csv:87"], says: ["UNIT_MULT"]) {
            $0.line("observations", jobs) {
                $0.replacing(",10100,0,", with: ",10100,4,").replacing("10100人", with: "10100万人")
            }
        },
        StructureMistake(
            name: "a month of beds ten times", told: ["? growth observations.csv:"], says: ["63000", "6240"]
        ) {
            $0.line("observations", "990100,care-beds,2026-05") {
                $0.replacing("6300", with: "63000").replacing("\"养老床位6,300张\"", with: "养老床位63000张")
            }
        },
        StructureMistake(name: "a target ten thousand times", told: ["? unit-jump targets.csv:3"], says: ["14000万"]) {
            $0.line("targets", "990100,new-urban-jobs,2026") {
                $0.replacing(",14000,0,", with: ",14000,4,").replacing("14000人", with: "14000万人")
            }
        },
        StructureMistake(name: "a target of a tenth", told: ["? growth targets.csv:"], says: ["400", "6600"]) {
            $0.line("targets", "990100,care-beds,2026") { $0.replacing("6700", with: "400") }
        },
        StructureMistake(
            name: "a district above the city", told: ["? above-whole observations.csv:"], says: ["6300", "6500"]
        ) {
            $0.line("observations", "990101,care-beds,2026-05") { $0.replacing("3150", with: "6500") }
        },
        StructureMistake(name: "a share above a hundred", told: ["? above-hundred observations.csv:"], says: ["108.9"])
        {
            $0.line("observations", "990101,inclusive-kindergartens,2026-Q2") { $0.replacing("88.9", with: "108.9") }
        },
        StructureMistake(name: "people below zero", told: ["? negative observations.csv:"], says: ["-3150"]) {
            $0.line("observations", "990101,care-beds,2026-05") { $0.replacing("3150", with: "-3150") }
        },
        StructureMistake(
            name: "a figure that is not due yet", told: ["? future-period observations.csv:"], says: ["2026-12"]
        ) {
            $0.line("observations", "990100,medical-insured,2026-10") { $0.replacing("2026-10", with: "2026-12") }
        },
    ]

    @Test func thereAreFortyOfThem() { #expect(Self.all.count >= 40) }

    @Test(arguments: all) func aMistakeOfForm(_ mistake: StructureMistake) throws {
        var folder = try Town.folder()
        mistake.make(&folder)
        let problems = Town.check(folder).problems
        let all = problems.map { $0.text(.zh) }.joined(separator: "\n")
        let told = problems.map { "\($0.severity == .error ? "!" : "?") \($0.code) \($0.location)" }
        try #require(told.count == mistake.told.count, "\(all.isEmpty ? "silent" : all)")
        for (one, expected) in zip(told, mistake.told) { #expect(one.hasPrefix(expected), "\(all)") }
        for word in mistake.says { #expect(all.contains(word), "\(word): \(all)") }
        for problem in problems {
            for language in Language.allCases {
                let advice = problem.expected[language] + "\n" + problem.mend[language]
                #expect(!problem.message[language].isEmpty, "\(all)")
                for word in mistake.never { #expect(!advice.contains(word), "\(word): \(advice)") }
            }
        }
    }
}
