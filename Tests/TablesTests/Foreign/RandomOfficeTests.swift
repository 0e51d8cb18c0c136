import Testing

@testable import Tables

/// No table of an office is read wrong in silence.
@Suite struct RandomOfficeTests {
    @Test(arguments: 0..<RandomReading.parts) func aThousandTablesOfOffices(_ part: Int) {
        RandomReading.expectNoneWrong(part) { seed in
            let table = RandomOfficeTable(seed: seed)
            return (RandomReading.outcome(table.text, table.truth, missing: table.missing), table.text)
        }
    }

    @Test(arguments: 0..<RandomReading.parts) func aThousandTablesWithSpreadPeriods(_ part: Int) {
        RandomReading.expectNoneWrong(part) { seed in
            let table = RandomSpreadTable(seed: seed)
            return (RandomReading.outcome(table.text, table.truth, missing: nil), table.text)
        }
    }
}
