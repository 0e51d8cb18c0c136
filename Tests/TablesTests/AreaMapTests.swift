import Indicators
import TestSupport
import Testing

@testable import Tables

/// The area that each cell of a map belongs to, by its letter; the label cell of each in small letters.
private func picture(_ map: AreaMap) -> [String] {
    (0..<map.rows).map { row in
        String(
            (0..<map.columns).map { column -> Character in
                guard let code = map[column, row], let letter = map.letter(of: code) else { return "." }
                return map.labelCell(of: code) == AreaMap.Position(column: column, row: row)
                    ? Character(letter.lowercased()) : letter
            })
    }
}

/// Pairs of areas that share a border.
private func borders(_ map: AreaMap) -> [(String, String)] {
    var pairs: [(String, String)] = []
    for row in 0..<map.rows {
        for column in 0..<map.columns {
            guard let here = map[column, row] else { continue }
            for other in [map[column + 1, row], map[column, row + 1]] {
                if let other, other != here { pairs.append((here, other)) }
            }
        }
    }
    return pairs
}

/// A map whose areas have the codes a, b, c for their letters A, B, C.
private func lettered(_ rows: String...) -> AreaMap {
    let letters = Set(rows.joined()).subtracting(["."]).sorted()
    return AreaMap(keys: letters.map { ($0, $0.lowercased()) }, rows: rows)
}

@Suite struct AreaMapTests {
    @Test func everyCellHasItsArea() {
        let map = lettered(".AA", "BBA")
        #expect(map.columns == 3 && map.rows == 2 && map.areas == ["a", "b"])
        #expect(map[0, 0] == nil && map[2, 1] == "a" && map[1, 1] == "b")
        #expect(map[-1, 0] == nil && map[3, 0] == nil && map[0, 2] == nil)
        #expect(map.letter(of: "b") == "B" && map.area(withLetter: "B") == "b")
        #expect(map.letter(of: "c") == nil && map.area(withLetter: "C") == nil && map.labelCell(of: "c") == nil)
    }

    @Test func keysWithoutACellAndShortRowsAreLeftOut() {
        let map = AreaMap(keys: [("X", "x"), ("B", "b"), ("A", "a"), ("B", "again")], rows: ["AB", "A", "?B"])
        #expect(map.areas == ["b", "a"])
        #expect(picture(map) == ["ab", "A.", ".B"])
        #expect(AreaMap(keys: [], rows: []).areas.isEmpty)
        #expect(AreaMap(keys: [("A", "a")], rows: ["", ""])[0, 0] == nil)
    }

    @Test(arguments: [
        (["AAAAA", "AAAAA", "AAAAA"], ["AAAAA", "AAaAA", "AAAAA"]),
        // A ring around another area: deep in its thick part, not in the hole.
        (
            ["AAAAAAA", "AAAAAAA", "AAAAAAA", "ABBBBBA", "AAAAAAA"],
            ["AAAAAAA", "AAAaAAA", "AAAAAAA", "ABBbBBA", "AAAAAAA"]
        ),
        // Of rows equally deep the longer one, for the name.
        (["AAA...", "AAAAAA"], ["AAA...", "AAaAAA"]),
        // In the larger piece.
        (["A..AAA", "...AAA", "A..AAA"], ["A..AAA", "...AaA", "A..AAA"]),
        (["A"], ["a"]),
    ])
    func theLetterStandsDeepInside(_ rows: [String], _ expected: [String]) {
        let map = AreaMap(keys: [("A", "a"), ("B", "b")], rows: rows)
        #expect(picture(map) == expected)
    }

    @Test func aStretchEndsWhereAnotherAreaBegins() {
        let map = lettered("AABA.", "BBBBB")
        #expect(map.stretch(around: AreaMap.Position(column: 1, row: 0)) == 0..<2)
        #expect(map.stretch(around: AreaMap.Position(column: 3, row: 0)) == 3..<4)
        #expect(map.stretch(around: AreaMap.Position(column: 2, row: 1)) == 0..<5)
        #expect(map.stretch(around: AreaMap.Position(column: 4, row: 0)).isEmpty)
    }

    /// Areas grown from random seeds into one piece each, as a hundred cities might be parted.
    @Test(arguments: 0..<100)
    func neighboursDiffer(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let columns = Int.random(in: 2...40, using: &random), rows = Int.random(in: 2...25, using: &random)
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz").prefix(
            Int.random(in: 1...52, using: &random))
        var cells = Array(repeating: Character("."), count: columns * rows)
        var grown: [Int] = []
        for letter in letters {
            let index = Int.random(in: cells.indices, using: &random)
            if cells[index] == "." { grown.append(index) }
            cells[index] = letter
        }
        for _ in 0..<columns * rows * 8 {
            guard let from = grown.randomElement(using: &random) else { break }
            let step = [(1, 0), (-1, 0), (0, 1), (0, -1)][Int.random(in: 0..<4, using: &random)]
            let column = from % columns + step.0, row = from / columns + step.1
            guard column >= 0, row >= 0, column < columns, row < rows, cells[row * columns + column] == "." else {
                continue
            }
            cells[row * columns + column] = cells[from]
            grown.append(row * columns + column)
        }
        let map = AreaMap(
            keys: letters.map { ($0, "area \($0)") },
            rows: (0..<rows).map { String(cells[$0 * columns..<($0 + 1) * columns]) })
        for (one, other) in borders(map) {
            #expect(map.shade(of: one) != map.shade(of: other), "\(one), \(other), seed \(seed)")
        }
        for code in map.areas {
            #expect((0..<4).contains(map.shade(of: code)))
            let place = map.labelCell(of: code)
            #expect(place.flatMap { map[$0.column, $0.row] } == code, "\(code), seed \(seed)")
        }
    }

    @Test func fivePiecesThatAllMeetStillGetShades() {
        // Five areas in two pieces each, every one beside every other: no four shades will do.
        let map = lettered("ABCDEACEBDA")
        #expect(Set(map.areas.map { map.shade(of: $0) }) == [0, 1, 2, 3])
    }
}

@Suite struct MapReaderTests {
    private static let sound = """
        # 示意图
        A 1
        B\t22

        .AA
        BBA

        """

    private func read(_ text: String, areas: Set<String> = ["1", "22", "333"]) -> (
        map: AreaMap?, problems: [DataProblem]
    ) {
        read(bytes: Array(text.utf8), areas: areas)
    }

    private func read(bytes: [UInt8]?, areas: Set<String> = ["1", "22", "333"]) -> (
        map: AreaMap?, problems: [DataProblem]
    ) {
        var folder = MemoryFolder([:]), list = ProblemList()
        folder.files["map.txt"] = bytes
        let map = MapReader.read(folder, areas: areas, &list)
        return (map, list.problems)
    }

    private func found(_ reading: (map: AreaMap?, problems: [DataProblem])) -> [String] {
        reading.problems.map { "\($0.location) \($0.code)" + ($0.found.isEmpty ? "" : " \($0.found)") }
    }

    @Test func readsKeysAndRows() {
        let (map, problems) = read(Self.sound)
        #expect(problems.isEmpty)
        #expect(map == AreaMap(keys: [("A", "1"), ("B", "22")], rows: [".AA", "BBA"]))
    }

    @Test func withoutTheFileThereIsNoMapAndNoProblem() {
        let (map, problems) = read(bytes: nil)
        #expect(map == nil && problems.isEmpty)
    }

    @Test(arguments: ["\r\n", "\r"])
    func linesMayEndAsAnySystemEndsThem(_ end: String) {
        let (map, problems) = read(
            Self.sound.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "  " + end))
        #expect(problems.isEmpty)
        #expect(map == read(Self.sound).map)
    }

    @Test func remarksAndEmptyLinesDoNoHarm() {
        let (map, problems) = read("\n# a\nA 1\n\n\nB 22\n\n# b\n\n.AA\n# c\nBBA\n\n\n# d\n")
        #expect(problems.isEmpty)
        #expect(map == read(Self.sound).map)
    }

    struct Damage: Sendable {
        let text: String
        let problems: [String]

        init(_ text: String, _ problems: String...) {
            self.text = text
            self.problems = problems
        }
    }

    @Test(arguments: [
        Damage("A 1\nB 23\n\nAB\n", "map.txt:2:3 unknown-reference 23"),
        Damage("A 1\nA   22\n\nAA\n", "map.txt:2:1 map-repeated-key A"),
        Damage("A 1\nB 1\n\nAB\n", "map.txt:2:3 map-repeated-area 1"),
        Damage("A 1\n\nAK\nKA\n", "map.txt:3:2 map-unknown-key K"),
        Damage("A 1\n\nA盘K\nKKA\n", "map.txt:3:2 map-unknown-key 盘", "map.txt:3:3 map-unknown-key K"),
        Damage("A 1\n\nA A\n", "map.txt:3:2 map-unknown-key \" \""),
        Damage("A 1\n\na\n", "map.txt:1:1 map-area-without-cell A 1", "map.txt:3:1 map-unknown-key a"),
        Damage("A 1\nAA\nAA\n", "map.txt:2:1 map-without-gap AA"),
        Damage("A 1\n\nAA\n\n\nAA\n", "map.txt:4:1 map-blank-line"),
        Damage("A 1\n\nAA\nAAA\n.A\nA\n", "map.txt:4:3 map-row-length AAA", "map.txt:6:2 map-row-length A"),
        Damage("A 1\n\nAA\nB 22\nBB\n", "map.txt:4:1 map-key-below-rows B"),
        Damage("A 1\n\nC 23\n\nAC\n", "map.txt:3:3 unknown-reference 23"),
        Damage("盘 1\nA 1\n\nA\n", "map.txt:1:1 map-key-line 盘 1"),
        Damage("A211103\nA 1\n\nA\n", "map.txt:1:2 map-key-line A211103"),
        Damage("A\nA 1\n\nA\n", "map.txt:1:2 map-key-line A"),
        Damage("A 1 甲区\nB 22\n\nB\n", "map.txt:1:5 map-key-line A 1 甲区"),
        Damage("A\u{3000}1\nB 22\n\nB\n", "map.txt:1:2 map-key-line A\u{3000}1"),
        Damage("\u{1B}[31m 1\nB 22\n\nB\n", "map.txt:1:1 map-key-line \\u{1B}[31m 1"),
        Damage("A 1\n", "map.txt map-empty"),
        Damage("", "map.txt map-empty"),
        Damage("A 1\n\n...\n", "map.txt map-empty"),
        Damage(
            "A 1\nB 23\nB 22\n\nA.K\nA\n", "map.txt:2:3 unknown-reference 23", "map.txt:3:1 map-repeated-key B",
            "map.txt:2:1 map-area-without-cell B 23", "map.txt:5:3 map-unknown-key K", "map.txt:6:2 map-row-length A"),
    ])
    func namesThePlace(_ damage: Damage) {
        let reading = read(damage.text)
        #expect(found(reading).sorted() == damage.problems.sorted())
        #expect(reading.map == nil)
        let places = reading.problems.map { ($0.line ?? .max, $0.column ?? 0) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
        for problem in reading.problems {
            #expect(
                !problem.message.zh.isEmpty && !problem.message.en.isEmpty && !problem.mend.zh.isEmpty
                    && !problem.mend.en.isEmpty)
        }
    }

    @Test func saysWhatToDo() throws {
        let problem = try #require(read("A 1\n\n.AA\nAKK\n").problems.first)
        #expect(
            problem.text(.zh) == """
                map.txt:4:2: 地图中的字母没有对应的地区，共 2 格
                    发现：K
                    应为：地图上面列出的字母，界外写 .
                    处理：改正这些格，或在上面加上这个字母和它的地区
                """)
        #expect(
            problem.text(.en) == """
                map.txt:4:2: a letter without an area, in 2 cells
                    found: K
                    expected: a letter listed above the map, or a dot for outside
                    to do: mend the cells, or list the letter with its area above
                """)
    }

    @Test func suggestsTheNearestCode() {
        #expect(read("A 211104\n\nA\n", areas: ["211103", "990101"]).problems.first?.mend.en == "did you mean 211103?")
    }

    @Test func anAreaWithoutACellIsOnlyAnAdvice() {
        let reading = read("A 1\nB 22\n\nAA\n")
        #expect(found(reading) == ["map.txt:2:1 map-area-without-cell B 22"])
        #expect(reading.problems.first?.severity == .warning)
        #expect(reading.map?.areas == ["1"])
    }

    @Test func sizesAreBounded() {
        let wide = String(repeating: "A", count: 200), tall = Array(repeating: wide, count: 100).joined(separator: "\n")
        #expect(read("A 1\n\n\(tall)\n").map?.columns == 200)
        #expect(found(read("A 1\n\n\(wide)A\n\(wide)A\n")) == ["map.txt:3:201 map-too-large"])
        #expect(found(read("A 1\n\n\(tall)\n\(wide)\n\(wide)\n")) == ["map.txt:103:1 map-too-large"])
        #expect(found(read(bytes: Array(repeating: 0x23, count: 70_000))) == ["map.txt map-too-large"])
    }

    @Test func whatIsNotTextIsNamed() {
        #expect(found(read(bytes: Array("A 1\n".utf8) + [0x41, 0xC5])) == ["map.txt:2:2 not-utf8 0xC5"])
        let reading = read(bytes: [0x50, 0x4B, 0x00])
        #expect(found(reading) == ["map.txt:1:3 nul-byte 0x00"])
        #expect(reading.problems.first?.mend.en == "save it as plain text in UTF-8")
    }

    @Test func aMarkAtTheBeginningIsOnlyAnAdvice() {
        let reading = read(bytes: [0xEF, 0xBB, 0xBF] + Array("A 1\n\nA\n".utf8))
        #expect(reading.map?.areas == ["1"])
        #expect(found(reading) == ["map.txt:1:1 byte-order-mark"])
    }

    @Test func anyDamageEndsInAMapOrProblems() {
        var random = SeededGenerator(seed: 2022)
        for _ in 0..<500 {
            var bytes = Array(Self.sound.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default:
                    bytes.insert([0x0A, 0x0D, 0x2E, 0x20, 0x41, 0x23].randomElement(using: &random) ?? 0, at: place)
                }
            }
            let reading = read(bytes: bytes)
            #expect((reading.map == nil) == reading.problems.contains { $0.severity == .error })
        }
    }

    @Test(arguments: ["panjin-2022", "example-city"])
    func bundledMapsHoldTheDistrictsAndCounties(_ name: String) throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let folder = try DirectoryFolder(path: "\(root)/Data/\(name)")
        let areas = try #require(CatalogueReader.read(folder).catalogue).areas
        var list = ProblemList()
        let map = try #require(MapReader.read(folder, areas: Set(areas.map(\.code)), &list))
        #expect(list.problems.isEmpty)
        #expect(map.areas == areas.filter { $0.kind == .district || $0.kind == .county }.map(\.code))
        for (one, other) in borders(map) { #expect(map.shade(of: one) != map.shade(of: other), "\(one), \(other)") }
    }
}
