import Indicators
import Testing

@testable import Tables

/// A small table with something wrong or odd in it, and what must be said of it, written by hand.
struct BrokenTable: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    /// All problems in their order: `line:column code found`, `-` for the whole file.
    let problems: [String]
    /// What must stand in the messages: what is wrong, and what to do next, in both languages.
    let words: [String]

    init(_ name: String, _ text: String, _ problems: [String], _ words: [String] = []) {
        self.init(name, bytes: Array(text.utf8), problems, words)
    }

    init(_ name: String, bytes: [UInt8], _ problems: [String], _ words: [String] = []) {
        testDescription = name
        self.bytes = bytes
        self.problems = problems
        self.words = words
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let reading = readTable(bytes)
        #expect(reading.problems.map(\.short) == problems, "\(testDescription)", sourceLocation: sourceLocation)
        let said = reading.problems.map { $0.text(.zh) + "\n" + $0.text(.en) }.joined(separator: "\n")
        for word in words {
            #expect(
                said.contains(word), "\(testDescription): “\(word)” is not in\n\(said)", sourceLocation: sourceLocation)
        }
        for problem in reading.problems {
            #expect(!problem.message.zh.isEmpty && !problem.message.en.isEmpty, sourceLocation: sourceLocation)
            #expect(
                !problem.mend.zh.isEmpty && !problem.mend.en.isEmpty, "\(problem.code) does not say what to do",
                sourceLocation: sourceLocation)
            #expect(
                !problem.text(.zh).contains("docs/") && !problem.text(.zh).contains("Data/"),
                "\(problem.code) sends to our docs", sourceLocation: sourceLocation)
        }
        // Nothing to see is always said.
        #expect(reading.catalogue != nil || !reading.problems.isEmpty, sourceLocation: sourceLocation)
    }
}

/// Reads one table as `--data` does.
func readTable(_ bytes: [UInt8], path: String = "t.csv", date: String = "") -> CatalogueReading {
    keepSeed("tables", bytes)
    return DataReader.read(.file(FileBytes(copying: bytes), ForeignFile(path: path, date: date)))
}

func readTable(_ text: String, path: String = "t.csv", date: String = "") -> CatalogueReading {
    readTable(Array(text.utf8), path: path, date: date)
}

extension DataProblem {
    /// `line:column code found`.
    var short: String {
        let place = line.map { line in column.map { "\(line):\($0)" } ?? "\(line)" } ?? "-"
        return found.isEmpty ? "\(place) \(code)" : "\(place) \(code) \(found)"
    }
}

/// Text in another encoding.
func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf8Marked: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16LittleEndian: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .gb18030: return inGB18030(text)
    case .windows1252, .big5, .shiftJIS, .cp949: return transcoded(text, to: encoding.libraryName)
    }
}
