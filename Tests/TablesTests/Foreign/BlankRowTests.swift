import Testing

@testable import Tables

/// Rows that hold separators and nothing else, as spreadsheets leave them.
@Suite struct BlankRowTests {
    @Test(arguments: [
        "GEO,TIME,VALUE\n,2021,1\n,,\n,2022,2\n", "GEO,TIME,VALUE\n,2021,1\n,2022,2\n,,\n,,\n",
        "GEO,TIME,VALUE\nA,2021,1\n,,\nA,2022,2\n",
    ])
    func areNoData(_ text: String) {
        let reading = DataReader.read(.file(FileBytes(copying: text.utf8), ForeignFile(path: "t.csv")))
        #expect(reading.problems.isEmpty)
        #expect(reading.files[0].rows == 2 && reading.files[0].numeric == 2)
    }
}
