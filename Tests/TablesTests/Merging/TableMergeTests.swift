import TestSupport
import Testing

@testable import Indicators
@testable import Tables

@Suite struct TableMergeTests {
    /// The history is only added to; every other table is merged by the keys of its rows.
    @Test func everyTableHasAKey() {
        for form in TableForm.all where form.resource != "revisions" {
            #expect(KeyedTable.keys[form.resource]?.allSatisfy(form.columns.contains) == true, "\(form.resource)")
        }
    }

    private let head = "REF_AREA,INDICATOR,TIME_PERIOD,PERIOD_BASIS,OBS_VALUE,OBS_STATUS,REVISION,SOURCE,NOTE"

    private func table(_ rows: [String], head: String? = nil, end: String = "\n") -> [UInt8] {
        Array(([head ?? self.head] + rows).map { $0 + end }.joined().utf8)
    }

    private func row(
        _ indicator: String, _ value: String, _ revision: String = "", status: String = "A", note: String = ""
    )
        -> String
    {
        "1,\(indicator),2022,printed,\(value),\(status),\(revision),paper,\(note)"
    }

    private func merge(_ base: [String], _ mine: [String], _ theirs: [String]) -> TableMerge {
        TableMerge("observations", base: table(base), mine: table(mine), theirs: table(theirs))
    }

    /// Each case of one row: as both found it, mine, theirs, and what becomes of it; `!` for a conflict.
    @Test(
        arguments: [
            ("1", "1", "1", "1"), ("1", "2", "1", "2"), ("1", "1", "2", "2"), ("1", "2", "2", "2"),
            ("1", "2", "3", "!"),
            ("1", nil, "1", nil), ("1", "1", nil, nil), ("1", nil, nil, nil), ("1", nil, "2", "!"),
            ("1", "2", nil, "!"),
            (nil, "1", nil, "1"), (nil, nil, "1", "1"), (nil, "1", "1", "1"), (nil, "1", "2", "!"),
        ] as [(String?, String?, String?, String?)])
    func everyCaseOfARow(_ base: String?, _ mine: String?, _ theirs: String?, _ expected: String?) {
        // Another row that theirs has changed, so that the tables differ in any case.
        func rows(_ value: String?, _ other: String) -> [String] {
            [row("other", other)] + (value.map { [row("jobs", $0)] } ?? [])
        }
        let merge = merge(rows(base, "7"), rows(mine, "7"), rows(theirs, "8"))
        if expected == "!" {
            #expect(merge.conflicts.map(\.cells) == [["1", "jobs", "2022", "printed", "paper"]])
            #expect(merge.conflicts[0].base?["OBS_VALUE"] == base && merge.conflicts[0].mine?["OBS_VALUE"] == mine)
            #expect(merge.conflicts[0].theirs?["OBS_VALUE"] == theirs)
        } else {
            #expect(merge.conflicts.isEmpty)
            #expect(
                String(decoding: merge.bytes, as: UTF8.self)
                    == String(decoding: table(rows(expected, "8")), as: UTF8.self))
        }
    }

    @Test func theMarksOfEarlierChangesAreNoChange() {
        let base = [row("jobs", "1"), row("beds", "5")]
        // Published from this very folder: the version has a mark that the folder lacks.
        let merge = merge(base, [row("jobs", "2"), row("beds", "6")], [row("jobs", "1", "revised"), row("beds", "5")])
        #expect(merge.conflicts.isEmpty && merge.bytes == table([row("jobs", "2"), row("beds", "6")]))
        let kept = self.merge(
            base, [row("jobs", "1"), row("beds", "6")], [row("jobs", "1", "revised"), row("beds", "5")])
        #expect(kept.bytes == table([row("jobs", "1", "revised"), row("beds", "6")]) && kept.kept == [])
    }

    @Test func rowsThatNobodyHasFilledInAreNoStatement() {
        func empty(_ indicator: String) -> String { row(indicator, "", status: "O") }
        // Two bureaus began the same month; one has published its figures and the other's empty rows.
        let merge = merge([], [row("jobs", "1"), empty("beds")], [empty("jobs"), row("beds", "5")])
        #expect(merge.conflicts.isEmpty && merge.bytes == table([row("jobs", "1"), row("beds", "5")]))
        // A value that was taken back is a statement.
        let taken = self.merge(
            [row("jobs", "1"), row("x", "1")], [row("jobs", "2"), row("x", "1")], [empty("jobs"), row("x", "2")])
        #expect(taken.conflicts.count == 1 && taken.conflicts[0].columns == ["OBS_STATUS", "OBS_VALUE"])
    }

    @Test func formIsNoChange() {
        let base = table([row("jobs", "1"), row("beds", "5")])
        let columns = "INDICATOR,REF_AREA,TIME_PERIOD,PERIOD_BASIS,SOURCE,OBS_VALUE,OBS_STATUS,REVISION,NOTE"
        let mine = table(
            ["beds,1,2022,printed,paper,5,A,,", "\"jobs\",1,2022,printed,paper,1,A,,\"一,二\""], head: columns,
            end: "\r\n")
        let theirs = table([row("jobs", "1"), row("beds", "6"), row("new", "7", note: "\"甲\n乙\"")])
        let merge = TableMerge("observations", base: base, mine: mine, theirs: theirs)
        #expect(merge.conflicts.isEmpty)
        #expect(
            String(decoding: merge.bytes, as: UTF8.self)
                == "\(columns)\r\nbeds,1,2022,printed,paper,6,A,,\r\n\"jobs\",1,2022,printed,paper,1,A,,\"一,二\"\r\n"
                + "new,1,2022,printed,paper,7,A,,\"甲\n乙\"\r\n")
    }

    @Test func aColumnThatOthersHaveAddedIsKept() {
        let base = "code,order,name_zh\na,1,甲\n", theirs = "code,order,name_zh,short_zh\na,1,甲,甲短\nb,2,乙,\n"
        let merge = TableMerge(
            "areas", base: Array(base.utf8), mine: Array("code,order,name_zh\na,1,甲\nc,3,丙\n".utf8),
            theirs: Array(theirs.utf8))
        #expect(
            String(decoding: merge.bytes, as: UTF8.self) == "code,order,name_zh,short_zh\na,1,甲,甲短\nc,3,丙,\nb,2,乙,\n")
    }

    /// Two clerks change a random table; whatever one of them did stands once in the result or is a named conflict.
    @Test(arguments: 0..<300) func everyChangeStandsOnceOrIsAConflict(_ seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        typealias Rows = [String: String]
        func edited(_ rows: Rows) -> Rows {
            var rows = rows
            for _ in 0..<Int.random(in: 0...6, using: &chance) {
                let name = "k\(Int.random(in: 0..<12, using: &chance))"
                rows[name] = Bool.random(using: &chance) ? String(Int.random(in: 0..<4, using: &chance)) : nil
            }
            return rows
        }
        func table(_ rows: Rows) -> [UInt8] {
            self.table(rows.keys.shuffled(using: &chance).map { row($0, rows[$0]!) })
        }
        let base = edited(Dictionary(uniqueKeysWithValues: (0..<8).map { ("k\($0)", "1") }))
        let mine = edited(base), theirs = edited(base)
        let merge = TableMerge("observations", base: table(base), mine: table(mine), theirs: table(theirs))
        let result = KeyedTable(merge.bytes, resource: "observations")
        let conflicts = Set(merge.conflicts.map { $0.cells[1] })
        #expect(conflicts.count == merge.conflicts.count)
        for number in 0..<12 {
            let name = "k\(number)", key = ["1", name, "2022", "printed", "paper"].joined(separator: "\u{0}")
            let found = result.row(key)?["OBS_VALUE"]
            let isConflict = mine[name] != base[name] && theirs[name] != base[name] && mine[name] != theirs[name]
            #expect(conflicts.contains(name) == isConflict)
            if !isConflict { #expect(found == (mine[name] != base[name] ? mine[name] : theirs[name])) }
        }
        #expect(result.keys.count == Set(result.keys).count)
        // In the other order the same conflicts and the same rows.
        let other = TableMerge("observations", base: table(base), mine: table(theirs), theirs: table(mine))
        #expect(Set(other.conflicts.map(\.key)) == Set(merge.conflicts.map(\.key)))
        if conflicts.isEmpty {
            #expect(Set(KeyedTable(other.bytes, resource: "observations").keys) == Set(result.keys))
        }
    }
}

@Suite struct PackageMergeTests {
    private func folder(_ jobs: String, _ beds: String, targets: [String] = [], title: String = "工作") throws
        -> MemoryFolder
    {
        var city = SmallCity()
        city.indicators.append(("beds", "张", "up", "E"))
        city.observations = [
            "1,jobs,2022-01,printed,\(jobs),0,,exact,A,,", "1,beds,2022-01,printed,\(beds),0,,exact,A,,",
        ]
        city.targets = targets
        return try city.folder().replacing("work,1,工作", "work,1,\(title)", in: "topics.csv")
    }

    @Test func tablesAreMergedEachByItsKey() throws {
        let base = try folder("1", "5"), mine = try folder("2", "5", title: "就业")
        let theirs = try folder("1", "6", targets: ["1,jobs,2022,200,0,exact,"])
        let merge = PackageMerge(base: base, mine: mine, theirs: theirs)
        #expect(merge.conflicts.isEmpty && merge.kept.count == 2)
        #expect(merge.result.files == (try folder("2", "6", targets: ["1,jobs,2022,200,0,exact,"], title: "就业")).files)
        #expect(PackageMerge(base: base, mine: mine, theirs: base).result.files == mine.files, "nobody else")
        #expect(PackageMerge(base: base, mine: base, theirs: theirs).result.files == theirs.files)
    }

    @Test func aFileThatIsNoTableIsTakenAsAWhole() throws {
        var base = try folder("1", "5")
        base.files["map.txt"] = Array("A 11\n\nA\n".utf8)
        var mine = base, theirs = base
        theirs.files["map.txt"] = Array("A 12\n\nA\n".utf8)
        mine.files["observations.csv"] = try folder("2", "5").files["observations.csv"]
        #expect(PackageMerge(base: base, mine: mine, theirs: theirs).result.files["map.txt"] == theirs.files["map.txt"])
        mine.files["map.txt"] = Array("A 13\n\nA\n".utf8)
        #expect(PackageMerge(base: base, mine: mine, theirs: theirs).conflicts.map(\.table) == ["map.txt"])
        mine.files["map.txt"] = nil
        theirs = base
        #expect(PackageMerge(base: base, mine: mine, theirs: theirs).result.files["map.txt"] == nil)
    }

    @Test func aConflictNamesTheRowAndBothOfItsForms() throws {
        let merge = PackageMerge(base: try folder("1", "5"), mine: try folder("2", "5"), theirs: try folder("3", "5"))
        #expect(merge.conflicts.map(\.cells) == [["1", "jobs", "2022-01", "printed", "paper"]])
        #expect(merge.conflicts[0].columns == ["OBS_VALUE", "PRINTED"])
    }

    @Test func aConflictIsDecidedByItsNameOnly() throws {
        let base = try folder("1", "5"), mine = try folder("2", "6"), theirs = try folder("3", "7")
        let name = "jobs/1/2022-01"
        let merge = PackageMerge(base: base, mine: mine, theirs: theirs, decided: [name])
        #expect(merge.conflicts.map(\.name) == ["beds/1/2022-01"] && merge.decided.map(\.name) == [name])
        let both = PackageMerge(base: base, mine: mine, theirs: theirs, decided: [name, "beds/1/2022-01"])
        #expect(both.conflicts.isEmpty && both.result.files == mine.files)
    }

    @Test func whatOthersHaveChangedAndWouldBePutBackIsNamed() throws {
        let base = try folder("1", "5"), theirs = try folder("3", "7", title: "就业")
        let undone = UndoneRows(base: base, mine: try folder("2", "5"), theirs: theirs)
        #expect(undone.all.map(\.name) == ["topics/work", "beds/1/2022-01"])
        #expect(UndoneRows(base: base, mine: theirs, theirs: theirs).all.isEmpty)
        #expect(UndoneRows(base: base, mine: try folder("2", "5"), theirs: base).all.isEmpty)
    }

    @Test func aDescriptionIsShownByItsMembers() throws {
        func titled(_ title: String) throws -> MemoryFolder {
            try folder("1", "5").replacing("盘锦市民生看板", title, in: "datapackage.json")
        }
        let merge = PackageMerge(base: try titled("原"), mine: try titled("甲"), theirs: try titled("乙"))
        let conflict = try #require(merge.conflicts.first)
        #expect(conflict.name == "datapackage.json" && conflict.columns.contains("minsheng.title_zh"))
        #expect(conflict.base?["minsheng.title_zh"] == "原" && conflict.theirs?["minsheng.title_zh"] == "乙")
    }
}
