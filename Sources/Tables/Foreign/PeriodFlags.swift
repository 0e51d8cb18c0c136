import Indicators

/// The flags of FAOSTAT, each in a column behind that of its year: `Y2018`, `Y2018F`, and the remark `Y2018N`.
enum PeriodFlags {
    /// For each column of a period the one of its flags.
    static func columns(_ headings: [String]) -> [Int: Int] {
        var columns: [Int: Int] = [:]
        for column in headings.indices where isYear(headings[column]) {
            let flag = headings[column] + "F"
            if let index = headings[column...].prefix(3).firstIndex(of: flag) { columns[column] = index }
        }
        return columns
    }

    /// Whether a heading is that of the remarks on a year.
    static func isRemark(_ heading: String) -> Bool {
        heading.hasSuffix("N") && isYear(String(heading.dropLast()))
    }

    private static func isYear(_ heading: String) -> Bool {
        heading.utf8.count == 5 && heading.hasPrefix("Y") && heading.dropFirst().allSatisfy(\.isNumber)
    }

    /// The status of a flag; nil for one that is not known and becomes a remark.
    static func status(_ flag: String) -> ObservationStatus? {
        switch flag {
        case "", "A", "X": .normal
        case "E", "F", "Fc": .estimated
        case "I", "Im": .imputed
        case "M": .missing
        case "B": .breakInSeries
        case "P": .provisional
        case "Q": .suppressed
        default: nil
        }
    }
}
