import Indicators
import Tables
import Testing

/// A city of a few rows, as text tables, for tests that want figures of their own.
package struct SmallCity {
    /// code, unit, direction, collection
    package var indicators: [(code: String, unit: String, direction: String, collection: String)] = [
        ("jobs", "人", "up", "S")
    ]
    /// Rows of observations.csv up to EMBARGO_UNTIL; the rest is filled in.
    package var observations: [String] = []
    /// Rows of areas.csv behind those of the whole and its three districts.
    package var moreAreas: [String] = []
    package var targets: [String] = []
    package var derived: [String] = []
    package var links: [String] = []
    package var revisions: [String] = []
    package var followUps: [String] = []
    package var notes: [String] = []
    /// The criterion of an indicator by its code.
    package var criteria: [String: String] = [:]
    /// The department of an indicator by its code.
    package var departments: [String: String] = [:]
    package var isFictional = true
    /// What `minsheng.judging` holds.
    package var judging = "{}"
    package var now = Instant.distantPast

    package init() {}

    /// The figure of a row as a source would print it.
    private static func printed(_ cells: [String]) -> String {
        guard cells.count > 7, !cells[4].isEmpty else { return "" }
        let power = ["4": "万", "8": "亿"][cells[5]] ?? ""
        switch cells[7] {
        case "range": return "印作\(cells[4])\(power)至\(cells[6])\(power)"
        case "approx": return "印作约\(cells[4])\(power)"
        case "approx_below": return "印作近\(cells[4])\(power)"
        case "approx_above": return "印作\(cells[4])\(power)余"
        default: return "印作\(cells[4])\(power)"
        }
    }

    private func table(_ head: String, _ rows: [String]) -> [UInt8] {
        Array(([head] + rows).joined(separator: "\n").utf8) + [0x0A]
    }

    package func folder() throws -> MemoryFolder {
        var folder = try panjin()
        folder = folder.replacing(
            "\"fictional\": false", "\"fictional\": \(isFictional), \"judging\": \(judging)", in: "datapackage.json"
        )
        .replacing("\"area\": \"211100\"", "\"area\": \"1\"", in: "datapackage.json")
        let head = TableForm.all.reduce(into: [:]) { $0[$1.resource] = $1.columns.map(\.rawValue) }
        func names(_ table: String) -> String { (head[table] ?? []).joined(separator: ",") }
        folder.files["topics.csv"] = table(names("topics"), ["work,1,工作,Work,工作,Work,\(indicators[0].code),,"])
        folder.files["areas.csv"] = table(
            names("areas"),
            [
                "1,1,全市,City,city,,,,", "11,2,甲区,Jia,district,,,1,", "12,3,乙区,Yi,district,,,1,",
                "13,4,丙区,Bing,district,,,1,",
            ] + moreAreas)
        folder.files["sources.csv"] = table(
            names("sources"), ["paper,报,社,2022,A,,,,,,,,", "other,另报,社,2022,B,,,,,,,,"])
        folder.files["briefs.csv"] = table(names("briefs"), [])
        folder.files["indicators.csv"] = table(
            "code,topic,order,name_zh,name_en,direction,display,collection,short_zh,short_en,sentence_zh,"
                + "sentence_en,unit,unit_en,pinyin,note_zh,note_en,department_zh,department_en,criterion",
            indicators.enumerated().map {
                "\($1.code),work,\($0 + 1),\($1.code),\($1.code),\($1.direction),count,\($1.collection),,,,,"
                    + "\($1.unit),\($1.unit),,,,\(departments[$1.code] ?? ""),,\(criteria[$1.code] ?? "")"
            })
        folder.files["observations.csv"] = table(
            "REF_AREA,INDICATOR,TIME_PERIOD,PERIOD_BASIS,OBS_VALUE,UNIT_MULT,VALUE_HIGH,QUALIFIER,OBS_STATUS,"
                + "REVISION,EMBARGO_UNTIL,SOURCE,PLACE,PRINTED,NOTE,NOTE_EN",
            observations.map { row in
                let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                let source = cells.count > 11 ? "" : ",paper"
                return row + source + ",文 · 第1段,\(Self.printed(cells.map(String.init))),,"
            })
        folder.files["targets.csv"] = table(
            "REF_AREA,INDICATOR,TIME_PERIOD,TARGET_VALUE,UNIT_MULT,QUALIFIER,ACCEPTED,SOURCE,PLACE,PRINTED,NOTE,"
                + "NOTE_EN",
            targets.map { $0 + ",paper,文,,," })
        folder.files["derived.csv"] = table(
            "code,topic,order,name_zh,name_en,formula,numerator,denominator,area,period,scale,decimals,unit,unit_en,"
                + "note_zh,note_en",
            derived.map { $0 + ",," })
        folder.files["links.csv"] = table(
            "LINK,KIND,ROLE,REF_AREA,INDICATOR,TIME_PERIOD,PERIOD_BASIS,SOURCE,TOLERANCE,NOTE,NOTE_EN",
            links.map { $0 + ",," })
        folder.files["revisions.csv"] = table(
            "REF_AREA,INDICATOR,TIME_PERIOD,PERIOD_BASIS,FORMER_VALUE,UNIT_MULT,QUALIFIER,DATE,KIND,REASON,REASON_EN",
            revisions.map { $0 + ",," })
        folder.files["followups.csv"] = table(
            "code,indicator,area,asked_on,due,state,answered_on,asked_by_zh,question_zh,asked_by_en,question_en,"
                + "department_zh,department_en,answer_zh,answer_en",
            followUps.map { $0 + ",办公室,何时完成？,,,,,答," })
        folder.files["notes.csv"] = table(
            "indicator,area,period,date,signed_zh,note_zh,signed_en,note_en", notes.map { $0 + ",," })
        folder.files["contacts.csv"] = table(
            "topic,order,department_zh,department_en,telephone,window_zh,window_en,address_zh,address_en,hours_zh,"
                + "hours_en,source,place", [])
        return folder
    }

    package func reading() throws -> CatalogueReading { CatalogueReader.read(try folder(), now: now) }

    package func catalogue() throws -> Catalogue {
        let reading = try reading()
        return try #require(reading.catalogue, "\(reading.problems.map { $0.text(.en) })")
    }
}

extension Catalogue {
    /// How the first indicator's headline is judged.
    package func judgementOfFirst() -> Judgement {
        judgement(of: indicators[0], headlineObservation(of: indicators[0].code))
    }
}
