import Indicators
import TestSupport
import Testing

@testable import Tables

@Suite struct PackageFormatTests {
    private func reading(_ format: String) throws -> CatalogueReading {
        CatalogueReader.read(try panjin().replacing("\"format\": 1,", format, in: "datapackage.json"))
    }

    /// A set without a format is taken for format 1.
    @Test(arguments: ["\"format\": 1,", ""])
    func theFirstFormatIsRead(_ format: String) throws {
        let reading = try reading(format)
        let rows = try BundledTable.rows("observations.csv")
        #expect(reading.problems.isEmpty && reading.catalogue?.observations.count == rows.count)
    }

    @Test func aNewerFormatIsRefusedInWords() throws {
        let reading = try reading("\"format\": 2,")
        #expect(reading.catalogue == nil && reading.files.isEmpty && reading.problems.count == 1)
        let problem = try #require(reading.problems.first)
        #expect(problem.code == "newer-format" && problem.location == "datapackage.json:21:15")
        #expect(
            problem.text(.zh) == """
                datapackage.json:21:15: $.minsheng.format 数据的格式比本程序新
                    发现：2
                    应为：不高于 1 的格式
                    处理：换用更新的 minsheng 程序；不要改这个数
                """)
        #expect(
            problem.text(.en) == """
                datapackage.json:21:15: $.minsheng.format the data are in a format newer than this program
                    found: 2
                    expected: a format up to 1
                    to do: use a newer version of minsheng; do not change the number
                """)
    }

    @Test func whatElseANewerFormatHasIsNotComplainedOf() throws {
        let folder = try panjin().replacing("\"format\": 1,", "\"format\": 2,", in: "datapackage.json")
            .replacing("24002,0", "x,0", in: "observations.csv").replacing(
                "\"title_zh\"", "\"x\"", in: "datapackage.json")
        #expect(CatalogueReader.read(folder).problems.map(\.code) == ["newer-format"])
    }

    @Test(arguments: ["0", "-1", "1.5", "\"one\"", "null", "[1]"])
    func aFormatIsAWholeNumber(_ format: String) throws {
        let problem = try #require(try reading("\"format\": \(format),").problems.first)
        #expect(problem.code == "json-type" && problem.location == "datapackage.json:21:15")
    }
}
