/// What needs attention in the example city, worked out from its tables by other code than the program's: with binary
/// numbers, without its periods, and without its order.
public struct ExpectedAttention {
    /// One thing that needs attention, with its cells as written.
    public struct Item: Hashable, Sendable {
        /// Kind, indicator, area, value, target and gap as the JSON export has them.
        public let kind, indicator, area, value, target, gap: String

        /// All of them in one line.
        public var line: String { [kind, indicator, area, value, target, gap].joined(separator: " ") }
    }

    /// In no particular order.
    public let items: [Item]
    /// How many indicators can be judged by a figure of the whole.
    public let judged: Int
    /// The rows of `indicators.csv` by their codes.
    public let indicators: [String: [String: String]]

    private typealias Row = [String: String]
    private static let root = "990100"

    /// Reads the tables of the example city.
    public init() throws {
        let city = "example-city"
        let observations = try BundledTable.rows("observations.csv", of: city)
        let rows = try BundledTable.rows("indicators.csv", of: city)
        let indicators = Dictionary(uniqueKeysWithValues: rows.map { ($0["code"] ?? "", $0) })
        self.indicators = indicators
        var newest: [String: Row] = [:]
        for row in observations where row["PERIOD_BASIS"] == "printed" && row["OBS_STATUS"] != "F" {
            let key = Self.key(row), time = row["TIME_PERIOD"] ?? ""
            // What is under embargo has no value to see.
            guard row["EMBARGO_UNTIL"]?.isEmpty ?? true, row["SOURCE"] == "monthly" else { continue }
            if Self.month(time) > Self.month(newest[key]?["TIME_PERIOD"] ?? "") { newest[key] = row }
        }
        let targets = try BundledTable.rows("targets.csv", of: city).filter { $0["TIME_PERIOD"] == "2026" }
        var items = Self.behind(targets, newest, indicators) + Self.zeroGoals(newest, indicators)
        for row in newest.values where row["OBS_STATUS"] == "O" {
            let target = targets.first { Self.key($0) == Self.key(row) }?["TARGET_VALUE"] ?? ""
            let isZero = indicators[row["INDICATOR"] ?? ""]?["direction"] == "zero"
            items.append(Self.item("unreported", row, target: isZero ? "0" : target, gap: ""))
        }
        for row in try BundledTable.rows("followups.csv", of: city)
        where row["state"] == "open" && (row["due"] ?? "") < "2026-11-30" {
            let key = "\(row["indicator"] ?? "") \(row["area"] ?? "")"
            if let figure = newest[key] { items.append(Self.item("overdue", figure, target: "0", gap: "")) }
        }
        items += try Self.contradicted(observations)
        self.items = items
        var judged = Set(
            rows.filter { $0["direction"] == "zero" }.compactMap { $0["code"] })
        for target in targets where target["REF_AREA"] == Self.root && newest[Self.key(target)] != nil {
            judged.insert(target["INDICATOR"] ?? "")
        }
        self.judged = judged.count
    }

    /// The items of the whole that are bad.
    public var bad: [Item] { items.filter { ($0.kind == "behind" || $0.kind == "broken") && $0.area == Self.root } }

    private static func key(_ row: Row) -> String { "\(row["INDICATOR"] ?? "") \(row["REF_AREA"] ?? "")" }

    /// Months since the year 0 at the end of a period: 2026-11, 2026-Q3, 2026-01-01/P11M, 2026.
    private static func month(_ time: String) -> Int {
        guard let year = Int(time.prefix(4)) else { return 0 }
        let rest = time.dropFirst(5)
        if rest.isEmpty { return year * 12 + 12 }
        if rest.hasPrefix("Q") { return year * 12 + 3 * (Int(rest.dropFirst()) ?? 0) }
        if let span = rest.split(separator: "P").last, rest.contains("/") {
            return year * 12 + (Int(span.dropLast()) ?? 0)
        }
        return year * 12 + (Int(rest) ?? 0)
    }

    private static func number(_ text: String?, _ power: String?) -> Double {
        (0..<(Int(power ?? "") ?? 0)).reduce(Double(text ?? "") ?? 0) { value, _ in value * 10 }
    }

    private static func behind(_ targets: [Row], _ newest: [String: Row], _ indicators: [String: Row]) -> [Item] {
        targets.compactMap { target in
            guard let row = newest[key(target)], let indicator = indicators[row["INDICATOR"] ?? ""],
                let value = row["OBS_VALUE"], !value.isEmpty
            else { return nil }
            let amount = number(value, row["UNIT_MULT"]), promised = number(target["TARGET_VALUE"], target["UNIT_MULT"])
            if promised == 0 { return amount > 0 ? item("broken", row, target: "0", gap: value) : nil }
            // Levels are not due before December.
            guard indicator["collection"] == "S" else { return nil }
            if !(target["ACCEPTED"] ?? "").isEmpty, amount >= promised { return nil }
            let gap = amount / promised - Double(month(row["TIME_PERIOD"] ?? "") - 2026 * 12) / 12
            let isBehind = indicator["direction"] == "down" ? gap > 0.05 : gap < -0.05
            return isBehind ? item("behind", row, target: target["TARGET_VALUE"] ?? "", gap: points(gap)) : nil
        }
    }

    private static func zeroGoals(_ newest: [String: Row], _ indicators: [String: Row]) -> [Item] {
        newest.values.compactMap { row in
            guard indicators[row["INDICATOR"] ?? ""]?["direction"] == "zero", let value = row["OBS_VALUE"],
                (Double(value) ?? 0) > 0
            else { return nil }
            return item("broken", row, target: "0", gap: value)
        }
    }

    private static func contradicted(_ observations: [Row]) throws -> [Item] {
        let members = try BundledTable.rows("links.csv", of: "example-city").filter { $0["KIND"] == "disagree" }
        return Dictionary(grouping: members) { $0["LINK"] ?? "" }.values.compactMap { link in
            let figures = link.compactMap { member in
                observations.first {
                    key($0) == key(member) && $0["TIME_PERIOD"] == member["TIME_PERIOD"]
                        && $0["SOURCE"] == member["SOURCE"]
                }
            }
            guard figures.count == 2, let first = Int(figures[0]["OBS_VALUE"] ?? ""),
                let second = Int(figures[1]["OBS_VALUE"] ?? "")
            else { return nil }
            return item("contradicted", figures[0], target: "", gap: String(second - first))
        }
    }

    private static func item(_ kind: String, _ row: Row, target: String, gap: String) -> Item {
        Item(
            kind: kind, indicator: row["INDICATOR"] ?? "", area: row["REF_AREA"] ?? "", value: row["OBS_VALUE"] ?? "",
            target: target, gap: gap)
    }

    /// A fraction of one as percentage points with one digit behind the point.
    private static func points(_ gap: Double) -> String {
        let tenths = Int((gap.magnitude * 1000).rounded())
        return (gap < 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }
}
