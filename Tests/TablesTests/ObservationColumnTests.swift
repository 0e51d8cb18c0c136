import Indicators
import TestSupport
import Testing

@testable import Tables

@Suite struct ObservationColumnTests {
    private let header =
        "REF_AREA,INDICATOR,TIME_PERIOD,PERIOD_BASIS,OBS_VALUE,UNIT_MULT,VALUE_HIGH,QUALIFIER,"
        + "OBS_STATUS,REVISION,EMBARGO_UNTIL,SOURCE,PLACE,PRINTED,NOTE,NOTE_EN"
    /// A value in every cell of these columns, which are those of format 1.
    private let full = [
        "1", "jobs", "2022-01-01/P11M", "printed", "40", "4", "50", "range", "P", "revised", "2023-01-01T00:00:00Z",
        "paper", "文 · 第1段", "40至50万人", "注", "note",
    ]

    private func read(_ table: String, _ columns: [ObservationColumn] = ObservationColumn.all) -> (
        rows: [Observation], problems: [DataProblem]
    ) {
        var notes = TableReader.Notes(problems: ProblemList()), rows: [Observation] = []
        let folder = MemoryFolder(["observations.csv": Array(table.utf8)])
        _ = TableReader.read(TableForm(columns), file: "observations.csv", in: folder, &notes) { row in
            let observation = ObservationRules.observation(from: &row, index: rows.count, columns)
            rows.append(observation)
        }
        return (rows, notes.problems.problems)
    }

    /// The same observations from the columns in memory, at a moment.
    private func stored(_ rows: [Observation], now: Instant = Instant(rfc3339: "2024-01-01T00:00:00Z")!)
        -> WrittenObservations
    {
        var store = ObservationStore()
        for row in rows { store.append(row) }
        return WrittenObservations(store, now: now)
    }

    private func names(_ columns: [ObservationColumn]) -> String {
        columns.filter { !$0.mayBeAbsent }.map(\.name.rawValue).joined(separator: ",")
    }

    private func cells(_ row: Observation) -> [String] {
        ObservationColumn.all.filter { !$0.mayBeAbsent }.map { $0.text(row) }
    }

    private func json(_ columns: [ObservationColumn], _ observation: Observation) -> String {
        var json = JSONText()
        json.object { json in for column in columns { column.writeJSON?(&json, observation) } }
        return json.text
    }

    @Test func everyCellIsReadKeptAndWrittenAsItWas() throws {
        let (rows, problems) = read(header + "\n" + full.joined(separator: ",") + "\n")
        #expect(problems.isEmpty, "\(problems.map { $0.text(.en) })")
        #expect(cells(try #require(rows.first)) == full)
        #expect(cells(stored(rows)[0]) == full)
    }

    @Test func theOrderOfEveryExportIsKept() throws {
        #expect(names(ObservationColumn.all) == header)
        #expect(
            names(ObservationColumn.inStatisticalOrder)
                == "REF_AREA,INDICATOR,PERIOD_BASIS,SOURCE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,VALUE_HIGH,QUALIFIER,"
                + "OBS_STATUS,REVISION,EMBARGO_UNTIL,PLACE,PRINTED,NOTE,NOTE_EN")
        let row = try #require(read(header + "\n" + full.joined(separator: ",") + "\n").rows.first)
        #expect(
            json(ObservationColumn.inJSONOrder.filter { !$0.mayBeAbsent }, row) == """
                {
                  "indicator": "jobs",
                  "area": "1",
                  "period": "2022-01-01/P11M",
                  "periodBasis": "printed",
                  "value": "40",
                  "valueHigh": "50",
                  "unitMultiplier": 4,
                  "qualifier": "range",
                  "status": "P",
                  "revision": "revised",
                  "source": "paper",
                  "place": "文 · 第1段",
                  "printed": "40至50万人",
                  "note": {"zh": "注", "en": "note"}
                }
                """)
    }

    @Test(arguments: [
        ("OBS_VALUE", "41"), ("UNIT_MULT", "0"), ("VALUE_HIGH", "51"), ("OBS_STATUS", "A"), ("REVISION", "corrected"),
        ("EMBARGO_UNTIL", "2023-02-01T00:00:00Z"), ("PLACE", "另"), ("PRINTED", "40万人到50万人"), ("NOTE", "另"),
        ("NOTE_EN", "other"),
    ])
    func aDifferenceIsNamedByItsColumn(_ name: String, _ cell: String) throws {
        var other = full
        other[try #require(CatalogueCSV.header.firstIndex(of: name))] = cell
        let rows = read([header, full.joined(separator: ","), other.joined(separator: ",")].joined(separator: "\n"))
            .rows
        let differing = ObservationColumn.all.filter { $0.differs?(rows[0], rows[1]) ?? false }.map(\.name.rawValue)
        // A note is compared in both languages together.
        #expect(differing == [name == "NOTE_EN" ? "NOTE" : name])
    }

    /// The two parts of a declaration are enough: a name, and an element of the list of columns.
    @Test func aColumnThatIsDeclaredIsReadKeptWrittenAndCompared() throws {
        let added = ObservationColumn(attribute: .ACCEPTED, json: "accepted") { _ = $0.day(.ACCEPTED) }
        let columns = ObservationColumn.all + [added]
        let cells = ["2022-12-31", "", "2023-01-15"].map { (full + [$0]).joined(separator: ",") }
        let (rows, problems) = read(([header + ",ACCEPTED"] + cells).joined(separator: "\n"), columns)
        #expect(problems.isEmpty, "\(problems.map { $0.text(.en) })")
        let kept = stored(rows)
        #expect((0..<3).map { added.text(kept[$0]) } == ["2022-12-31", "", "2023-01-15"])
        #expect(json([added], kept[0]) == "{\n  \"accepted\": \"2022-12-31\"\n}")
        #expect(columns.filter { $0.differs?(kept[0], kept[2]) ?? false }.map(\.name) == [.ACCEPTED])
        #expect(kept[0] != kept[2] && kept[0] == rows[0])
        let withheld = stored(rows, now: .distantPast)[0]
        #expect(added.text(withheld).isEmpty && withheld.embargoUntil == "2023-01-01T00:00:00Z")
        let wrong = read(header + ",ACCEPTED\n" + full.joined(separator: ",") + ",soon\n", columns).problems
        #expect(wrong.map { "\($0.field) \($0.code)" } == ["ACCEPTED not-a-day"])
    }

    /// Whether a table has a column and whether its cells are filled are two questions.
    @Test func aTableMayLackAColumnThatWasAddedLater() throws {
        let added = ObservationColumn(attribute: .ACCEPTED), columns = ObservationColumn.all + [added]
        let (rows, problems) = read(header + "\n" + full.joined(separator: ",") + "\n", columns)
        #expect(problems.isEmpty && rows.map(cells) == [full])
        #expect(rows.map(added.text) == [""])
        let needed = ObservationColumn(attribute: .ACCEPTED, mayBeAbsent: false)
        let missing = read(header + "\n" + full.joined(separator: ",") + "\n", ObservationColumn.all + [needed])
            .problems
        #expect(
            missing.map { "\($0.location) \($0.field) \($0.code)" } == ["observations.csv:1:1 ACCEPTED missing-column"])
    }

    @Test(arguments: ["REF_AREA", "OBS_VALUE", "NOTE_EN"])
    func aColumnOfTheFirstFormatMustBeThere(_ name: String) throws {
        let folder = try panjin()
        let table = String(decoding: try #require(folder.files["observations.csv"]), as: UTF8.self)
        let header = String(table.prefix { $0 != "\n" }), other = header.replacing(name, with: "X")
        let reading = CatalogueReader.read(folder.replacing(header, other, in: "observations.csv"))
        let problem = try #require(reading.problems.first { $0.code == "missing-column" })
        #expect(reading.catalogue == nil && problem.field == name && problem.location == "observations.csv:1:1")
    }

    /// The schema is for others, the declarations are for this program: they say the same.
    @Test func theSchemaNamesTheColumnsThatAreDeclared() throws {
        let package = try #require(try panjin().files["datapackage.json"])
        let resources = try package.withUnsafeBytes { try JSONReader.read($0)["resources"]?.array }
        let fields = resources?.first { $0["name"]?.string == "observations" }?["schema"]?["fields"]?.array ?? []
        let columns = ObservationColumn.all.filter { !$0.mayBeAbsent }
        let later = Set(ObservationColumn.all.filter(\.mayBeAbsent).map(\.name.rawValue))
        let first = fields.filter { !later.contains($0["name"]?.string ?? "") }
        #expect(first.map { $0["name"]?.string } == columns.map(\.name.rawValue))
        #expect(first.map { $0["constraints"]?["required"]?.bool ?? false } == columns.map { !$0.mayBeEmpty })
    }
}
