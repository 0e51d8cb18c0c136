import Indicators

/// A table whose codes other tables name.
enum CodeTable: Int, CaseIterable {
    case topics, indicators, areas, sources, briefs, derived

    /// The tables in which a code may stand, as messages name them.
    var file: String { "\(self).csv" }
}

/// The codes of the tables, where they are named, and the names that people write in place of them.
package struct References {
    /// A cell that names a code.
    struct Place: Hashable {
        let file: String, line: Int, column: Int, field: String, found: String
        /// The bytes of the cell, with the quotes around it.
        let range: Range<Int>
    }

    /// What is known of the codes of one table.
    private struct Codes {
        /// The place of each code.
        var places: [String: Place] = [:]
        /// The names of each code, in both languages.
        var names: [(name: String, code: String)] = []
        /// The codes by their names, folded; nil until a name is looked for, since most tables hold codes only.
        var meanings: [String: Set<String>]?
        /// The first name of each code, folded; nil until one is looked for.
        var titles: [(title: String, code: String)]?
        var used: Set<String> = []
        /// Cells with codes that are not there, and the other tables in which they might have been.
        var unknown: [(code: String, place: Place, others: [CodeTable])] = []
        var malformed: [Place] = []
        /// Whether codes are missing because of problems of the table itself.
        var isIncomplete = false
        /// Whether it has no code and no problem: then it was not read.
        var isMissing: Bool { places.isEmpty && !isIncomplete }
    }

    private var tables = [Codes](repeating: Codes(), count: CodeTable.allCases.count)
    /// Codes that no table has, in rows that stand nevertheless, with what is said of them.
    private var lenient: [(table: CodeTable, code: String, problem: DataProblem)] = []
    /// For each column the text that it was last found to name, since rows that follow each other mostly name the same.
    private var last = [String?](repeating: nil, count: ColumnName.allCases.count)
    /// What cells were read as after their table was read.
    private(set) var late: (problems: [DataProblem], edits: [TableEdit]) = ([], [])

    private subscript(_ table: CodeTable) -> Codes {
        _read { yield tables[table.rawValue] }
        _modify { yield &tables[table.rawValue] }
    }

    static func folded(_ text: String) -> String {
        String(NarrowText.of(text, dashes: true).lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    }

    func line(of code: String, in table: CodeTable) -> Int? { self[table].places[code]?.line }

    /// The codes of a table, in no order.
    func codes(of table: CodeTable) -> Set<String> { Set(self[table].places.keys) }

    /// Whether codes of a table are missing because of its own problems.
    func isIncomplete(_ table: CodeTable) -> Bool { self[table].isIncomplete }

    /// Whether all codes of a table are known, and all that others name are among them.
    func isComplete(_ table: CodeTable) -> Bool {
        let codes = self[table]
        return !codes.places.isEmpty && !codes.isIncomplete && codes.unknown.isEmpty
    }

    func knows(_ code: String, in table: CodeTable) -> Bool { self[table].places[code] != nil }

    /// Notes that rows of a table could not be read, so that its codes are not all known.
    mutating func lose(_ resource: String) {
        if let table = CodeTable.allCases.first(where: { "\($0)" == resource }) { self[table].isIncomplete = true }
    }

    // MARK: While tables are read

    /// Small letters, digits and hyphens, none of them at the beginning.
    package static func isWellFormed(_ code: String) -> Bool {
        !code.isEmpty && code.utf8.first != UInt8(ascii: "-")
            && code.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
    }

    /// Records the code of a row and its names; reports a code that occurs twice.
    mutating func note(_ row: inout TableRow, _ column: ColumnName = .code, in table: CodeTable, names: [String] = []) {
        let code = row[column]
        guard !row.isBlank(column) else {
            self[table].isIncomplete = true
            return
        }
        guard Self.isWellFormed(code) else {
            self[table].malformed.append(row.place(of: column))
            self[table].isIncomplete = true
            return row.refuse()
        }
        if let first = self[table].places[code] {
            self[table].isIncomplete = true
            return row.add(.repeatedCode(code, first.line), column)
        }
        self[table].places[code] = row.place(of: column)
        for name in names where !name.isEmpty { self[table].names.append((name, code)) }
        (self[table].meanings, self[table].titles) = (nil, nil)
    }

    /// Takes a cell that names a code of one of these tables: a code, or a name that only one row has.
    ///
    /// - Parameter rule: what is said of a code that no table has, where that does not refuse the row.
    mutating func resolve(
        _ row: inout TableRow, _ column: ColumnName, in tables: CodeTable..., else rule: Rule? = nil
    ) {
        let text = row[column]
        if last[column.index] == text { return }
        guard !row.isBlank(column), let table = tables.first else { return }
        if let known = tables.first(where: { knows(text, in: $0) }) {
            self[known].used.insert(text)
            last[column.index] = text
            return
        }
        if let code = meaning(text, in: tables) { return row.read(column, as: code) }
        // Without any code of the table its own problems are already reported.
        if tables.allSatisfy({ self[$0].isMissing }) { return }
        if let rule { return lenient.append((table, text, problem(rule, row.place(of: column)))) }
        row.refuse()
        self[blamed(tables) ?? table].unknown.append((text, row.place(of: column), tables.filter { $0 != table }))
    }

    /// The table whose own problems explain a code that is not found.
    private func blamed(_ tables: [CodeTable]) -> CodeTable? { tables.first { self[$0].isIncomplete } }

    /// The code of the only row that a text may mean; it counts as used.
    private mutating func meaning(_ text: String, in tables: [CodeTable]) -> String? {
        var meant: Set<String> = []
        for table in tables { meant.formUnion(candidates(text, in: table)) }
        guard meant.count == 1, let code = meant.first else { return nil }
        for table in tables { self[table].used.insert(code) }
        return code
    }

    /// The same for a cell of a table that was read before the codes that it names. Returns the code.
    mutating func resolve(_ place: Place, in tables: CodeTable...) -> String {
        let text = place.found
        guard !text.isEmpty, let table = tables.first else { return text }
        if let known = tables.first(where: { knows(text, in: $0) }) {
            self[known].used.insert(text)
            return text
        }
        if let code = meaning(text, in: tables) {
            late.problems.append(problem(.readAs(code), place))
            late.edits.append(TableEdit(file: place.file, range: place.range, replacement: CSVText.quoted(code)))
            return code
        }
        if !tables.allSatisfy({ self[$0].isMissing }) {
            self[blamed(tables) ?? table].unknown.append((text, place, tables.filter { $0 != table }))
        }
        return text
    }

    /// The same for a cell that names several codes, parted by semicolons.
    mutating func resolveList(_ row: inout TableRow, _ column: ColumnName, in table: CodeTable) {
        for code in row[column].split(separator: ";").map(String.init) {
            if knows(code, in: table) {
                self[table].used.insert(code)
                continue
            }
            let place = row.place(of: column)
            if self[table].isMissing { continue }
            row.refuse()
            self[table].unknown.append((code, place, []))
        }
    }

    /// The codes whose name, folded, is a word.
    private mutating func codes(named word: String, in table: CodeTable) -> Set<String>? {
        if let meanings = self[table].meanings { return meanings[word] }
        var meanings: [String: Set<String>] = [:]
        for (name, code) in self[table].names { meanings[Self.folded(name), default: []].insert(code) }
        self[table].meanings = meanings
        return meanings[word]
    }

    /// The codes whose first name, folded, contains a word.
    private mutating func codes(titledWith word: String, in table: CodeTable) -> Set<String> {
        var titles = self[table].titles ?? []
        if self[table].titles == nil {
            var seen: Set<String> = []
            for (name, code) in self[table].names where seen.insert(code).inserted {
                titles.append((Self.folded(name), code))
            }
            self[table].titles = titles
        }
        return Set(titles.filter { $0.title.contains(word) }.map(\.code))
    }

    /// The codes that a text may mean in a table.
    private mutating func candidates(_ text: String, in table: CodeTable) -> Set<String> {
        let word = Self.folded(text)
        if knows(word, in: table) { return [word] }
        // What has the form of a code is meant as a code.
        if !Self.isWellFormed(text), let named = codes(named: word, in: table) { return named }
        let stripped = self[table].places.keys.filter { $0.hasPrefix("0") && $0.drop(while: { $0 == "0" }) == text }
        if stripped.count == 1 { return Set(stripped) }
        guard table == .sources, word.count >= 2 else { return [] }
        return codes(titledWith: word, in: table)
    }

    // MARK: Afterwards

    /// The problems of codes that no table has: one for each cause.
    func problems() -> [DataProblem] {
        // What is missing or misspelt elsewhere is told there, once.
        let others = lenient.filter { one in
            !self[one.table].isIncomplete && !self[one.table].unknown.contains { $0.code == one.code }
        }
        return others.map(\.problem) + ownProblems
    }

    private var ownProblems: [DataProblem] {
        CodeTable.allCases.flatMap { table -> [DataProblem] in
            let codes = self[table], unknown = Dictionary(grouping: codes.unknown, by: \.code)
            let malformed = codes.malformed.map { place in
                problem(.codeForm(Self.intended(place.found, among: unknown.keys)), place)
            }
            // What is missing because of these is told by them.
            if codes.isIncomplete { return malformed }
            var problems = malformed, orphans = Set(codes.places.keys).subtracting(codes.used)
            for (code, uses) in unknown.sorted(by: { Self.isBefore($0.value[0].place, $1.value[0].place) }) {
                let places = uses.map(\.place)
                if let orphan = Self.orphan(for: code, places.count, among: orphans), let place = codes.places[orphan] {
                    orphans.remove(orphan)
                    problems.append(problem(.unknownKey(orphan, code, places), place))
                } else {
                    problems += reported(code, places, table, uses[0].others)
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
    private func reported(_ code: String, _ places: [Place], _ table: CodeTable, _ others: [CodeTable])
        -> [DataProblem]
    {
        // Another area is never suggested: a figure would be put where it does not belong.
        var near = table == .areas ? nil : Hints.nearest(to: code, among: self[table].places.keys.sorted())
        for other in others where near == nil {
            // The slip may be where the code is defined.
            guard let known = Hints.nearest(to: code, among: self[other].places.keys.sorted()) else { continue }
            near = self[other].places[known].map { "\(known) (\($0.file):\($0.line))" }
        }
        let files = ([table] + others).map(\.file)
        guard places.count > 5 else { return places.map { problem(.unknownReference(files, near), $0) } }
        return [problem(.unknownReference(files, near, uses: places.count), places[0])]
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
        return wellFormed(text)
    }

    /// A code like a text that has no form of a code; an example where nothing of it can stay.
    static func wellFormed(_ text: String) -> String {
        let plain = folded(text).filter { isWellFormed(String($0)) || $0 == "-" }
        return isWellFormed(plain) ? plain : "new-urban-jobs"
    }
}
