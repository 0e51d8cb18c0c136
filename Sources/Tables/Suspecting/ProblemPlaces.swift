import Indicators

/// Finds the columns of cells that problems name by their line and the name of their column.
enum ProblemPlaces {
    /// The same problems, with the place and the text of the cell where it is found.
    static func locate(_ problems: [DataProblem], in folder: any TableFolder) -> [DataProblem] {
        var located = problems
        for file in Set(problems.map(\.file)) {
            var wanted: [Int: [Int]] = [:]
            for (index, problem) in problems.enumerated() where problem.file == file && problem.column == nil {
                if let line = problem.line { wanted[line, default: []].append(index) }
            }
            _ = try? folder.withFile(file, maximumBytes: TableReader.largestFile) { bytes in
                var reader = CSVReader(bytes, from: TextCheck.startAfterMark(bytes)), names: [String] = []
                while (try? reader.next()) ?? true, !wanted.isEmpty {
                    if names.isEmpty { names = reader.fields.map(reader.text) }
                    for index in wanted.removeValue(forKey: reader.recordLine) ?? [] {
                        guard let slot = names.firstIndex(of: problems[index].field),
                            reader.fields.indices.contains(slot)
                        else { continue }
                        let position = reader.position(of: reader.fields[slot].offset)
                        (located[index].line, located[index].column) = (position.line, position.column)
                        located[index].found = DataProblem.escaped(reader.text(reader.fields[slot]))
                    }
                }
            }
        }
        return located
    }
}
