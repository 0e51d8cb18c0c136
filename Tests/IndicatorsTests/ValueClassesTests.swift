import Indicators
import TestSupport
import Testing

@Suite struct ValueClassesTests {
    private func catalogue(_ rows: [String]) throws -> Catalogue {
        var city = SmallCity()
        city.observations = rows
        return try city.catalogue()
    }

    private func classes(_ rows: [String]) throws -> Result<ValueClasses, Incomparability> {
        try catalogue(rows).valueClasses(of: "jobs", below: "1", in: try #require(Period(sdmx: "2022")))
    }

    private func row(_ area: Int, _ value: String, _ basis: String = "printed", _ status: String = "A") -> String {
        "\(area),jobs,2022,\(basis),\(value),0,,exact,\(status),,"
    }

    @Test func eachValueHasAClassWhereThereAreFew() throws {
        let found = try classes([row(11, "6"), row(12, "8"), row(13, "7")]).get()
        #expect(found.classes.map(\.areas) == [["11"], ["13"], ["12"]])
        #expect(found.index(of: "12") == 2 && found.index(of: "99") == nil)
    }

    @Test func equalValuesShareAClass() throws {
        let found = try classes([row(11, "6"), row(12, "8"), row(13, "6")]).get()
        #expect(found.classes.map(\.areas) == [["11", "13"], ["12"]])
        #expect(
            try classes([row(11, "6"), row(12, "6"), row(13, "6")]).get().classes.map(\.areas) == [["11", "12", "13"]])
    }

    @Test func anAreaWithoutAComparableValueIsInNoClass() throws {
        let found = try classes([row(11, "6"), row(12, "8"), row(13, "", "printed", "O")]).get()
        #expect(found.index(of: "13") == nil && found.classes.count == 2)
        #expect(
            try classes([row(11, "6"), row(12, "8", "to_date"), row(13, "7", "to_date")]) == .failure(.basis(.toDate)))
    }

    /// One area that has not reported does not move a figure of the others behind those below it in the table.
    @Test func figuresOfMostAreasComeFirstInTheOrderOfTheTable() throws {
        var city = SmallCity()
        city.indicators = [("jobs", "人", "up", "S"), ("beds", "张", "up", "E")]
        let beds = (11...13).map { "\($0),beds,2022,printed,\($0),0,,exact,A,," }
        city.observations = [row(11, "6"), row(12, "8")] + beds
        #expect(try city.catalogue().classedIndicators.map(\.indicator.code) == ["jobs", "beds"])
        city.moreAreas = ["14,5,丁区,Ding,district,,,1,"]
        #expect(try city.catalogue().classedIndicators.map(\.indicator.code) == ["beds", "jobs"])
        #expect(try catalogue([row(11, "6")]).classedIndicators.isEmpty)
    }
}
