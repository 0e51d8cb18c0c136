import Indicators

/// Figures, measures and sources as JSON. Values are strings, as written in the tables.
public enum CatalogueJSON {
    /// The notice in every export of invented data.
    static let fictionalNotice = "虚构示例数据 · fictional example data"

    /// The selected figures, targets, computed figures, measures and their sources. Figures under embargo are left out;
    /// for invented data the first member is a notice.
    public static func write(_ catalogue: Catalogue, _ selection: FigureSelection) -> String {
        var json = JSONText()
        json.object { json in
            if catalogue.package.isFictional { json.member("notice", fictionalNotice) }
            json.key("observations")
            json.array { json in
                for observation in selection.observations(in: catalogue) where !observation.isWithheld {
                    json.item()
                    json.object { write(observation, catalogue, &$0) }
                }
            }
            json.key("targets")
            json.array { json in
                for target in selection.targets(in: catalogue) {
                    json.item()
                    json.object { write(target, catalogue, &$0) }
                }
            }
            json.key("derived")
            json.array { json in
                for derived in selection.derived(in: catalogue) {
                    json.item()
                    json.object { write(derived, catalogue, &$0) }
                }
            }
            json.key("briefs")
            json.array { json in
                for brief in selection.briefs(in: catalogue) {
                    json.item()
                    json.object { write(brief, &$0) }
                }
            }
            json.key("followUps")
            json.array { json in
                for followUp in selection.followUps(in: catalogue) {
                    json.item()
                    json.object { write(followUp, &$0) }
                }
            }
            json.key("notes")
            json.array { json in
                for note in selection.notes(in: catalogue) {
                    json.item()
                    json.object { write(note, &$0) }
                }
            }
            json.key("sources")
            json.array { json in
                for source in selection.sources(in: catalogue) {
                    json.item()
                    json.object { write(source, &$0) }
                }
            }
        }
        return json.text + "\n"
    }

    private static func write(_ observation: Observation, _ catalogue: Catalogue, _ json: inout JSONText) {
        for column in ObservationColumn.inJSONOrder {
            // The unit belongs to the indicator; it stands before its multiplier.
            if column.name == .UNIT_MULT {
                json.member("unit", catalogue.indicator(observation.indicator)?.unit.name.zh ?? "")
            }
            column.writeJSON?(&json, observation)
        }
    }

    private static func write(_ target: Target, _ catalogue: Catalogue, _ json: inout JSONText) {
        json.member("indicator", target.indicator)
        json.member("area", target.area)
        json.member("period", target.period.text)
        json.member("value", target.value.description)
        json.member("unit", catalogue.indicator(target.indicator)?.unit.name.zh ?? "")
        json.member("unitMultiplier", target.unitMultiplier)
        json.member("qualifier", target.qualifier.code)
        json.member("accepted", target.accepted?.text)
        json.member("source", target.source)
        json.member("place", target.place)
        json.member("printed", target.printed)
        json.member("note", target.note)
    }

    /// A computed figure. The value is rounded as it is shown and always accompanied by its qualifier; null where it
    /// cannot be computed.
    private static func write(_ derived: DerivedIndicator, _ catalogue: Catalogue, _ json: inout JSONText) {
        json.member("code", derived.code)
        json.member("topic", derived.topic)
        json.member("name", derived.name)
        json.member("formula", derived.formula.code)
        json.member("numerator", derived.numerator)
        json.member("denominator", derived.denominator)
        json.member("area", derived.area ?? catalogue.package.rootArea)
        let derivation = try? catalogue.derivation(of: derived).get()
        json.member("period", derivation?.period.text)
        json.member("periodBasis", derivation?.basis.code)
        json.member("value", derivation?.value.low.rounded(to: derived.decimals)?.description)
        json.member("valueHigh", derivation?.value.high?.rounded(to: derived.decimals)?.description)
        json.member("unit", derived.unit.name.zh)
        json.member("qualifier", derivation?.value.qualifier.code)
        json.member("status", derivation?.status.code)
    }

    private static func write(_ brief: Brief, _ json: inout JSONText) {
        json.member("code", brief.code)
        json.member("topic", brief.topic)
        json.member("area", brief.area)
        json.member("state", brief.state.code)
        json.member("period", brief.period.text)
        json.member("periodBasis", brief.periodBasis.code)
        json.member("title", brief.title)
        json.member("detail", brief.detail)
        json.list("figures", brief.figures)
        json.member("source", brief.source)
        json.member("place", brief.place)
        json.member("note", brief.note)
    }

    static func write(_ followUp: FollowUp, _ json: inout JSONText) {
        json.member("code", followUp.code)
        json.member("indicator", followUp.indicator)
        json.member("area", followUp.area)
        json.member("askedOn", followUp.askedOn.text)
        json.member("askedBy", followUp.askedBy)
        json.member("question", followUp.question)
        json.member("department", followUp.department)
        json.member("due", followUp.due?.text)
        json.member("state", followUp.state.code)
        json.member("answer", followUp.answer)
        json.member("answeredOn", followUp.answeredOn?.text)
    }

    private static func write(_ note: FigureNote, _ json: inout JSONText) {
        json.member("indicator", note.indicator)
        json.member("area", note.area)
        json.member("period", note.period)
        json.member("date", note.date.text)
        json.member("signed", note.signed)
        json.member("text", note.text)
    }

    private static func write(_ source: Source, _ json: inout JSONText) {
        json.member("code", source.code)
        json.member("title", source.title)
        json.member("publisher", source.publisher)
        json.member("author", source.author)
        json.member("date", source.date)
        json.member("trust", source.trust.code)
        json.member("terms", source.terms)
        json.member("address", source.address)
        json.member("note", source.note)
    }

    /// The problems of a reading, for `check --format json`.
    public static func write(_ reading: CatalogueReading) -> String {
        var json = JSONText()
        json.object { json in
            json.key("files")
            json.array { json in
                for file in reading.files {
                    json.item()
                    json.object { json in
                        json.member("path", file.path)
                        if let range = file.range { json.member("range", range) }
                        json.member("form", file.kind.rawValue)
                        json.member("encoding", file.encoding?.rawValue)
                        json.member("delimiter", file.delimiter)
                        json.member("rows", file.rows)
                        json.member("series", file.series)
                        json.member("missing", file.missing)
                        json.member("numeric", file.numeric)
                        json.member("periodMin", file.periodMin)
                        json.member("periodMax", file.periodMax)
                        json.key("problems")
                        json.array { json in
                            for problem in reading.problems where problem.file == file.path {
                                json.item()
                                json.object { write(problem, &$0) }
                            }
                        }
                    }
                }
            }
            json.key("problems")
            json.array { json in
                for problem in reading.problems {
                    json.item()
                    json.object { write(problem, &$0) }
                }
            }
        }
        return json.text + "\n"
    }

    private static func write(_ problem: DataProblem, _ json: inout JSONText) {
        json.member("code", problem.code)
        json.member("severity", problem.severity.rawValue)
        json.member("file", problem.file)
        json.member("line", problem.line)
        json.member("column", problem.column)
        if !problem.cell.isEmpty { json.member("cell", problem.cell) }
        json.member("field", problem.field)
        json.member("found", problem.found)
        json.member("message", problem.message)
        json.member("expected", problem.expected)
        json.member("mend", problem.mend)
    }
}
