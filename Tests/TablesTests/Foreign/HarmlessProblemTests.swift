import Testing

@testable import Tables

/// Names of columns are text of the file too.
@Suite struct HarmlessProblemTests {
    @Test func aControlInANameOfAColumnIsWrittenOut() {
        let reading = DataReader.read(
            .file(
                FileBytes(copying: "REF_AREA,TIME_PERIOD,OBS_VALUE,U\u{E}NIT_MULT\nx,2022,1,x\nx,2023,约莫,1\n".utf8),
                ForeignFile(path: "t\u{1B}.csv")))
        #expect(!reading.problems.isEmpty)
        for problem in reading.problems {
            for text in [problem.text(.zh), problem.text(.en)] {
                #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(text)")
            }
        }
    }

    @Test func soIsOneInAPackageOfOthers() {
        let folder = MemoryFolder([
            "datapackage.json": Array(
                #"""
                {"name": "p", "resources": [{"name": "t", "path": "t.csv",
                 "schema": {"fields": [{"name": "a\u001b[31m", "type": "year"}]}}]}
                """#.utf8),
            "t.csv": Array("Year,Value\n2021,1\n".utf8),
        ])
        for problem in DataReader.read(.folder(folder)).problems {
            #expect(!problem.text(.zh).contains("\u{1B}"))
        }
    }
}
