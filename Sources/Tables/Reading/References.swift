import Indicators

/// A table whose codes other tables name.
enum CodeTable: CaseIterable {
    case topics, indicators, areas, sources, briefs, derived

    /// The tables in which a code may stand, as messages name them.
    var file: String { "\(self).csv" }
}

/// The codes of the tables, where they are named, and the names that people write in place of them.
struct References {
    /// A cell that names a code.
    struct Place: Hashable {
        let file: String, line: Int, column: Int, field: String, found: String
        /// The bytes of the cell, with the quotes around it.
        let range: Range<Int>
    }

    /// The place of each code.
    private(set) var codes: [CodeTable: [String: Place]] = [:]
    /// The names of each code, in both languages.
    private var names: [CodeTable: [(name: String, code: String)]] = [:]
    /// The codes by their names, folded. Made when a name is first looked for: most tables hold codes only, and each
    /// session keeps the memory that its start has used.
    private var meanings: [CodeTable: [String: Set<String>]] = [:]
    /// The titles of sources, folded.
    private var titles: [(title: String, code: String)] = []
    private var used: [CodeTable: Set<String>] = [:]
    private var unknown: [CodeTable: [(code: String, place: Place)]] = [:]
    private var malformed: [CodeTable: [Place]] = [:]
    /// Codes that no table has, in rows that stand nevertheless, with what is said of them.
    private var lenient: [(table: CodeTable, code: String, problem: DataProblem)] = []
    /// For each column the text that it was last found to name, since rows that follow each other mostly name the same.
    private var last = [String?](repeating: nil, count: ColumnName.allCases.count)
    /// What cells were read as after their table was read.
    private(set) var late: (problems: [DataProblem], edits: [TableEdit]) = ([], [])
    /// Tables whose codes are not all known because of problems of their own.
    private var incomplete: Set<CodeTable> = []

    static func folded(_ text: String) -> String {
        String(NarrowText.of(text, dashes: true).lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    }

    func line(of code: String, in table: CodeTable) -> Int? { codes[table]?[code]?.line }
    /// Whether codes of a table are missing because of its own problems.
    func isIncomplete(_ table: CodeTable) -> Bool { incomplete.contains(table) }

    /// Whether all codes of a table are known, and all that others name are among them.
    func isComplete(_ table: CodeTable) -> Bool {
        codes[table] != nil && !incomplete.contains(table) && unknown[table] == nil
    }
    func knows(_ code: String, in table: CodeTable) -> Bool { codes[table]?[code] != nil }

    /// Notes that rows of a table could not be read, so that its codes are not all known.
    mutating func lose(_ resource: String) {
        if let table = CodeTable.allCases.first(where: { "\($0)" == resource }) { incomplete.insert(table) }
    }

    // MARK: While tables are read

    /// Small letters, digits and hyphens.
    static func isWellFormed(_ code: String) -> Bool {
        !code.isEmpty && code.utf8.first != UInt8(ascii: "-")
            && code.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
    }

    /// Records the code of a row and its names; reports a code that occurs twice.
    mutating func note(_ row: inout TableRow, _ column: ColumnName = .code, in table: CodeTable, names: [String] = []) {
        let code = row[column]
        guard !row.isBlank(column) else {
            incomplete.insert(table)
            return
        }
        guard Self.isWellFormed(code) else {
            malformed[table, default: []].append(row.place(of: column))
            incomplete.insert(table)
            return row.refuse()
        }
        if let first = codes[table]?[code] {
            incomplete.insert(table)
            return row.add(.repeatedCode(code, first.line), column)
        }
        codes[table, default: [:]][code] = row.place(of: column)
        self.names[table, default: []] += names.filter { !$0.isEmpty }.map { ($0, code) }
        meanings[table] = nil
        if table == .sources, let title = names.first { titles.append((Self.folded(title), code)) }
    }

    /// Takes a cell that names a code of one of these tables: a code, or a name that only one row has.
    ///
    /// - Parameter rule: what is said of a code that no table has, where that does not refuse the row.
    mutating func resolve(
        _ row: inout TableRow, _ column: ColumnName, in tables: CodeTable..., else rule: Rule? = nil
    ) {
        let text = row[column]
        if last[column.place] == text { return }
        guard !row.isBlank(column), let table = tables.first else { return }
        if let known = tables.first(where: { knows(text, in: $0) }) {
            used[known, default: []].insert(text)
            last[column.place] = text
            return
        }
        if let code = meaning(text, in: tables) { return row.read(column, as: code) }
        // Without any code of the table its own problems are already reported.
        if tables.allSatisfy({ codes[$0] == nil && !incomplete.contains($0) }) { return }
        if let rule { return lenient.append((table, text, problem(rule, row.place(of: column)))) }
        row.refuse()
        unknown[blamed(tables) ?? table, default: []].append((text, row.place(of: column)))
    }

    /// The table whose own problems explain a code that is not found.
    private func blamed(_ tables: [CodeTable]) -> CodeTable? { tables.first { incomplete.contains($0) } }

    /// The code of the only row that a text may mean; it counts as used.
    private mutating func meaning(_ text: String, in tables: [CodeTable]) -> String? {
        var meant: Set<String> = []
        for table in tables { meant.formUnion(candidates(text, in: table)) }
        guard meant.count == 1, let code = meant.first else { return nil }
        for table in tables { used[table, default: []].insert(code) }
        return code
    }

    /// The same for a cell of a table that was read before the codes that it names. Returns the code.
    mutating func resolve(_ place: Place, in tables: CodeTable...) -> String {
        let text = place.found
        guard !text.isEmpty, let table = tables.first else { return text }
        if let known = tables.first(where: { knows(text, in: $0) }) {
            used[known, default: []].insert(text)
            return text
        }
        if let code = meaning(text, in: tables) {
            late.problems.append(problem(.readAs(code), place))
            late.edits.append(TableEdit(file: place.file, range: place.range, replacement: CSVText.quoted(code)))
            return code
        }
        if !tables.allSatisfy({ codes[$0] == nil && !incomplete.contains($0) }) {
            unknown[blamed(tables) ?? table, default: []].append((text, place))
        }
        return text
    }

    /// The same for a cell that names several codes, parted by semicolons.
    mutating func resolveList(_ row: inout TableRow, _ column: ColumnName, in table: CodeTable) {
        for code in row[column].split(separator: ";").map(String.init) {
            if knows(code, in: table) {
                used[table, default: []].insert(code)
                continue
            }
            let place = row.place(of: column)
            if codes[table] == nil, !incomplete.contains(table) { continue }
            row.refuse()
            unknown[table, default: []].append((code, place))
        }
    }

    /// The codes whose name, folded, is a word.
    private mutating func codes(named word: String, in table: CodeTable) -> Set<String>? {
        if meanings[table] == nil {
            var made: [String: Set<String>] = [:]
            for (name, code) in names[table] ?? [] { made[Self.folded(name), default: []].insert(code) }
            meanings[table] = made
        }
        return meanings[table]?[word]
    }

    /// The codes that a text may mean in a table.
    private mutating func candidates(_ text: String, in table: CodeTable) -> Set<String> {
        let word = Self.folded(text)
        if knows(word, in: table) { return [word] }
        // What has the form of a code is meant as a code.
        if !Self.isWellFormed(text), let named = codes(named: word, in: table) { return named }
        let stripped = codes[table]?.keys.filter { $0.hasPrefix("0") && $0.drop(while: { $0 == "0" }) == text } ?? []
        if stripped.count == 1 { return Set(stripped) }
        guard table == .sources, word.count >= 2 else { return [] }
        return Set(titles.filter { $0.title.contains(word) }.map(\.code))
    }

    // MARK: Afterwards

    /// The problems of codes that no table has: one for each cause.
    func problems() -> [DataProblem] {
        // What is missing or misspelt elsewhere is told there, once.
        let others = lenient.filter { one in
            !incomplete.contains(one.table) && !(unknown[one.table] ?? []).contains { $0.code == one.code }
        }
        return others.map(\.problem) + ownProblems
    }

    private var ownProblems: [DataProblem] {
        CodeTable.allCases.flatMap { table -> [DataProblem] in
            let unknown = Dictionary(grouping: unknown[table] ?? [], by: \.code)
            let malformed = (malformed[table] ?? []).map { place in
                problem(.codeForm(Self.intended(place.found, among: unknown.keys)), place)
            }
            // What is missing because of these is told by them.
            if incomplete.contains(table) { return malformed }
            var problems = malformed, orphans = Set(codes[table]?.keys.map { $0 } ?? []).subtracting(used[table] ?? [])
            for (code, uses) in unknown.sorted(by: { Self.isBefore($0.value[0].place, $1.value[0].place) }) {
                let places = uses.map(\.place)
                if let orphan = Self.orphan(for: code, places.count, among: orphans), let place = codes[table]?[orphan]
                {
                    orphans.remove(orphan)
                    problems.append(problem(.unknownKey(orphan, code, places), place))
                } else {
                    problems += reported(code, places, table)
                }
            }
            return problems
        }
    }

    private static func isBefore(_ one: Place, _ other: Place) -> Bool {
        (one.file, one.line, one.column, one.found) < (other.file, other.line, other.column, other.found)
    }

    private func problem(_ rule: Rule, _ place: Place) -> DataProblem {
        DataProblem(
            rule, file: place.file, line: place.line, column: place.column, field: place.field, found: place.found)
    }

    /// A code that is used in many places is one cause; in few, each is a slip of its own.
    private func reported(_ code: String, _ places: [Place], _ table: CodeTable) -> [DataProblem] {
        // Another area is never suggested: a figure would be put where it does not belong.
        let near = table == .areas ? nil : Hints.nearest(to: code, among: (codes[table] ?? [:]).keys.sorted())
        guard places.count > 5 else { return places.map { problem(.unknownReference(table.file, near), $0) } }
        return [problem(.unknownReference(table.file, near, uses: places.count), places[0])]
    }

    /// The code that a row without any use was meant to have.
    private static func orphan(for code: String, _ uses: Int, among orphans: Set<String>) -> String? {
        guard uses > 1, !orphans.isEmpty else { return nil }
        return Hints.nearest(to: code, among: orphans.sorted())
    }

    /// The code that other tables name where this one stands in a wrong form.
    private static func intended(_ text: String, among unknown: some Sequence<String>) -> String {
        let bare = Hints.stripped(text)
        if let used = unknown.first(where: { Hints.stripped($0) == bare }) { return used }
        let plain = folded(text).filter { isWellFormed(String($0)) || $0 == "-" }
        return isWellFormed(plain) ? plain : "new-urban-jobs"
    }
}
