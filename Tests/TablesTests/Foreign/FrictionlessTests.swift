import Indicators
import Testing

@testable import Tables

/// Data Packages of others: versions 1 and 2, well and badly made.
@Suite struct FrictionlessTests {
    private func read(_ description: String, _ files: [String: String]) -> CatalogueReading {
        var all = files.mapValues { Array($0.utf8) }
        all["datapackage.json"] = Array(description.utf8)
        keepSeed("descriptions", Array(description.utf8))
        return DataReader.read(.folder(MemoryFolder(all)))
    }

    private func places(_ reading: CatalogueReading) -> [String] { reading.problems.map { "\($0.file) \($0.short)" } }

    @Test func versionOne() throws {
        let reading = read(
            """
            {"name": "jobs", "title": "Jobs", "sources": [{"title": "Bureau"}], "homepage": "https://example.org",
             "resources": [{"name": "jobs", "path": "data/jobs.csv", "profile": "tabular-data-resource",
              "dialect": {"delimiter": ";"}, "schema": {"fields": [{"name": "Year", "type": "year"}, {"name": \
              "Value", "type": "integer"}], "primaryKey": "Year"}}]}
            """, ["data/jobs.csv": "Year;Value\n2021;1\n2022;2\n"])
        let read = try catalogue(reading)
        #expect(reading.files.map(\.path) == ["data/jobs.csv"])
        #expect(reading.files[0].short == "tidy UTF-8 ; 2/1/0/2 2021…2022")
        #expect(read.lines == ["_ALL jobs 2021 1", "_ALL jobs 2022 2"])
        #expect(read.package.title.zh == "Jobs")
        #expect(read.sources[0].publisher.zh == "Bureau" && read.sources[0].address == "https://example.org")
    }

    @Test func versionTwoWithTwoTables() throws {
        let reading = read(
            """
            {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "two", "resources": [
              {"name": "jobs", "title": "就业", "path": "jobs.csv", "type": "table", "schema": {"fields": [{"name": \
              "地区"}, {"name": "年份"}, {"name": "数值", "type": "number", "groupChar": ","}],
               "missingValues": ["", {"value": "x", "label": "unknown"}], "primaryKey": ["地区", "年份"]}},
              {"name": "beds", "title": "床位", "path": ["beds.csv"], "type": "table"}]}
            """, ["jobs.csv": "地区,年份,数值\n沈阳,2021,\"1,200\"\n大连,2021,5\n", "beds.csv": "地区,2021,2022\n沈阳,1,2\n"])
        let read = try catalogue(reading)
        #expect(reading.files.map(\.short) == ["tidy UTF-8 , 2/2/0/2 2021…2021", "wide UTF-8 , 1/1/0/2 2021…2022"])
        #expect(read.topicNames == ["jobs=就业", "beds=床位"])
        #expect(read.lines == ["沈阳 jobs 2021 1200", "大连 jobs 2021 5", "沈阳 beds 2021 1", "沈阳 beds 2022 2"])
        #expect(read.sources.map(\.code) == ["jobs", "beds"])
    }

    @Test func whatBreaksItsOwnSchemaIsSaidAndStillOpened() throws {
        let reading = read(
            """
            {"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [
              {"name": "code", "type": "string", "constraints": {"pattern": "[A-Z]+", "maxLength": 3, "unique": true}},
              {"name": "Year", "type": "year", "constraints": {"required": true}},
              {"name": "kind", "type": "string", "constraints": {"enum": ["a", "b"]}},
              {"name": "Value", "type": "number", "constraints": {"minimum": 0, "exclusiveMaximum": 100}},
              {"name": "gone", "type": "string"}]}}]}
            """,
            [
                "t.csv":
                    "code,Year,kind,Value,more\nAB,2021,a,1,\nab,2021,a,1,\nABCD,2021,b,2,\nAB,2022,c,100,\nCD,2023,"
                    + "a,-1,\nEF,,a,1,\nGH,2024,a,many,\n"
            ])
        #expect(
            places(reading).filter { $0.contains("own-schema") } == [
                "t.csv 1:1 own-schema code, Year, kind, Value, more",
                "t.csv 1:22 own-schema more",
                "t.csv 3:1 own-schema ab",
                "t.csv 4:1 own-schema ABCD",
                "t.csv 5:1 own-schema AB",
                "t.csv 5:9 own-schema c",
                "t.csv 5:11 own-schema 100",
                "t.csv 6:11 own-schema -1",
                "t.csv 7:4 own-schema",
                "t.csv 8:11 own-schema many",
            ])
        let said = reading.problems.map { $0.text(.zh) }.joined(separator: "\n")
        for words in [
            "缺少列 gone", "多出列 more", "不合格式 [A-Z]+", "多于 3 个字符", "与第 2 行重复", "不在允许的值之中", "大于上限 100", "小于下限 0", "不能为空",
            "不是数字", "仍会打开；请改正数据或 schema",
        ] {
            #expect(said.contains(words), "\(words)")
        }
        #expect(reading.catalogue?.observations.count == 5)
    }

    @Test(arguments: ["\"places\"", "[\"places\"]"])
    func foreignKeys(_ form: String) throws {
        let fields = form.hasPrefix("[") ? "[\"area\"]" : "\"area\"",
            code = form.hasPrefix("[") ? "[\"code\"]" : "\"code\""
        let reading = read(
            """
            {"name": "p", "resources": [
              {"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "area"}, {"name": "Year"}, {"name": \
              "Value"}], "foreignKeys": [{"fields": \(fields), "reference": {"resource": "places", "fields": \
              \(code)}}]}},
              {"name": "places", "path": "places.csv", "schema": {"fields": [{"name": "code"}, {"name": "name"}], \
              "primaryKey": \(code)}}]}
            """,
            [
                "t.csv": "area,Year,Value\n1,2021,5\n3,2021,6\n",
                "places.csv": "code,name\n1,Shenyang\n2,Dalian\n2,Fushun\n",
            ])
        #expect(
            places(reading).filter { $0.contains("own-schema") } == [
                "t.csv 3:1 own-schema 3", "places.csv 4:1 own-schema 2",
            ])
        #expect(reading.problems.contains { $0.message.zh.contains("places 中没有这个值") })
        #expect(reading.problems.contains { $0.message.zh.contains("主键与第 3 行重复") })
        #expect(reading.catalogue?.observations.count == 2)
    }

    @Test func keysIntoTheSameTable() {
        let reading = read(
            """
            {"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "area"}, \
            {"name": "parent"}, {"name": "Year"}, {"name": "Value"}],
              "foreignKeys": [{"fields": ["parent"], "reference": {"resource": "", "fields": ["area"]}}]}}]}
            """, ["t.csv": "area,parent,Year,Value\n1,,2021,5\n2,1,2021,6\n3,9,2021,7\n"])
        #expect(places(reading) == ["t.csv 4:3 own-schema 9"])
        #expect(reading.problems[0].message.zh.contains("本表 中没有这个值"))
    }

    @Test func pathsThatAreNotOpened() throws {
        let reading = read(
            """
            {"name": "p", "resources": [
              {"name": "a", "path": "../a.csv"}, {"name": "b", "path": "/etc/passwd.csv"}, {"name": "c", "path": \
              "https://example.org/c.csv"},
              {"name": "d", "data": [[1]]}, {"name": "e", "path": "e.geojson"}, {"name": "f", "path": "gone.csv"}, \
              {"name": "g", "path": "g.csv"}, {"name": "h", "path": ".hidden/h.csv"}]}
            """, ["g.csv": "Year,Value\n2021,1\n"])
        #expect(
            Set(places(reading)) == [
                "../a.csv - unsafe-path", "/etc/passwd.csv - unsafe-path", ".hidden/h.csv - unsafe-path",
                "gone.csv - missing-file", "datapackage.json - remote-resource https://example.org/c.csv",
                "datapackage.json - skipped-resource d", "datapackage.json - skipped-resource e.geojson",
            ])
        #expect(reading.catalogue?.observations.count == 1)
    }

    /// A row that could not be read as a period has no place in a catalogue.
    @Test func aWrongPeriodInATableOfAPackage() throws {
        let reading = read(
            "{\"name\": \"p\", \"resources\": [{\"name\": \"t\", \"path\": \"t.csv\"}]}",
            ["t.csv": "REF_AREA,TIME_PERIOD,OBS_VALUE\nA,soon,1\nA,2022,2\n"])
        #expect(places(reading) == ["t.csv 2:3 period-unreadable soon"])
        #expect(reading.catalogue?.lines == ["A t 2022 2"])
    }

    @Test func aPackageOfWhichNothingOpens() {
        let reading = read(
            "{\"name\": \"p\", \"resources\": [{\"name\": \"t\", \"path\": \"t.csv\"}]}",
            ["t.csv": "REF_AREA,TIME_PERIOD,OBS_VALUE\n"])
        #expect(reading.catalogue == nil)
        #expect(places(reading) == ["t.csv 1 no-rows"])
        let none = read("{\"name\": \"p\", \"resources\": [{\"name\": \"t\", \"data\": []}]}", [:])
        #expect(none.catalogue == nil && none.problems.contains { $0.severity == .error })
    }

    @Test func oneTableInAFolderWithoutADescription() throws {
        let reading = DataReader.read(
            .folder(MemoryFolder(["t.csv": Array("Year,Value\n2021,1\n".utf8), "readme.txt": [0x61]])))
        #expect(try catalogue(reading).lines == ["_ALL t 2021 1"])
    }

    @Test func unsafePatternsAndSchemasDoNoHarm() {
        for pattern in ["(", "(a+)+$", "[", "\\\\d{1,1000}"] {
            let reading = read(
                "{\"name\": \"p\", \"resources\": [{\"name\": \"t\", \"path\": \"t.csv\", \"schema\": {\"fields\": "
                    + "[{\"name\": \"Year\", \"constraints\": {\"pattern\": \"\(pattern)\"}}, 3, null, {}]}}]}",
                ["t.csv": "Year,Value\n2021,1\n"])
            #expect(reading.catalogue != nil)
        }
    }
}
