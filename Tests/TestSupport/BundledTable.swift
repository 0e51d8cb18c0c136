import FoundationEssentials

/// The rows of a bundled table, read by other code than the program's, so that tests need no counts written by hand.
public enum BundledTable {
    /// The data rows of a table by the names of their columns.
    ///
    /// - Parameters:
    ///   - name: the file, for example `observations.csv`.
    ///   - city: the folder in `Data`.
    public static func rows(_ name: String, of city: String = "panjin-2022") throws -> [[String: String]] {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let records = records(try String(contentsOf: URL(filePath: "\(root)/Data/\(city)/\(name)"), encoding: .utf8))
        let names = records.first ?? []
        return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }

    /// The records of a CSV text (RFC 4180) by their cells.
    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = [], record: [String] = [], cell = "", isQuoted = false
        var previous: Character?
        for character in text {
            defer { previous = character }
            switch character {
            case "\"":
                // A doubled quote inside a quoted cell stands for one.
                if !isQuoted, previous == "\"" { cell += "\"" }
                isQuoted.toggle()
            case "," where !isQuoted:
                record.append(cell)
                cell = ""
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                records.append(record + [cell])
                (record, cell) = ([], "")
            default: cell.append(character)
            }
        }
        return cell.isEmpty && record.isEmpty ? records : records + [record + [cell]]
    }
}
