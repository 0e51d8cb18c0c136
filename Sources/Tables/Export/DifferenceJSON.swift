import Indicators

/// The differences of two versions as JSON. Values are strings, as written in the tables.
public enum DifferenceJSON {
    /// A summary with the number of differences of each kind, then every figure and every row of another table. A
    /// version that lacks a figure is null; a figure under embargo has no value and `withheld` is true.
    public static func write(_ difference: CatalogueDifference) -> String {
        var json = JSONText()
        json.object { json in
            json.key("summary")
            json.object { json in
                json.member("added", difference.count(.added))
                json.member("removed", difference.count(.removed))
                json.member("changed", difference.count(.changed))
                json.member("suspicious", difference.suspicious.count + difference.suspiciousRows.count)
                json.member("otherRows", difference.rows.count)
            }
            json.key("figures")
            json.array { json in
                for figure in difference.figures {
                    json.item()
                    json.object { write(figure, &$0) }
                }
            }
            json.key("rows")
            json.array { json in
                for row in difference.rows {
                    json.item()
                    json.object { json in
                        json.member("kind", row.kind.rawValue)
                        json.member("table", row.table)
                        json.member("code", row.code)
                        json.key("cells")
                        json.array { json in
                            for cell in row.cells {
                                json.item()
                                json.object { json in
                                    json.member("column", cell.column)
                                    json.member("old", cell.old)
                                    json.member("new", cell.new)
                                }
                            }
                        }
                        json.list("suspicions", row.findings.map(\.kind.rawValue))
                    }
                }
            }
        }
        return json.text + "\n"
    }

    private static func write(_ figure: CatalogueDifference.Figure, _ json: inout JSONText) {
        json.member("kind", figure.kind.rawValue)
        json.member("indicator", figure.key.indicator)
        json.member("area", figure.key.area)
        json.member("period", figure.key.period)
        json.member("periodBasis", figure.key.basis.code)
        json.member("source", figure.key.source)
        for (name, observation) in [("old", figure.old), ("new", figure.new)] {
            json.key(name)
            guard let observation else {
                json.null()
                continue
            }
            json.object { json in
                json.member("withheld", observation.isWithheld ? "true" : nil)
                json.member("value", observation.value?.description)
                json.member("valueHigh", observation.valueHigh?.description)
                json.member("unitMultiplier", observation.unitMultiplier)
                json.member("qualifier", observation.qualifier.code)
                json.member("status", observation.status.code)
                json.member("printed", observation.printed)
            }
        }
        json.list("cells", figure.cells)
        json.list("suspicions", figure.suspicions.map(\.rawValue))
    }
}
