import Indicators

/// What a column holds over all rows that were looked at.
struct ColumnProfile: Sendable {
    /// The number of cells, and how many of them are of which shape.
    var cells = 0
    var empty = 0
    var absent = 0
    var numbers = 0
    var integers = 0
    var years = 0
    var periods = 0
    var measured = 0
    var leadingZeros = 0
    var longest = 0
    /// The shortest period in days.
    var shortestDays = Int.max
    var least = Int.max
    var most = Int.min
    /// The different texts, at most `mostTexts`.
    var texts: [String] = []
    var isCapped = false
    /// Whether every whole number is one more than the one before.
    var countsUp = true
    private var last: Int?

    static let mostTexts = 4_096

    /// The cells that are neither empty nor a sign for no value.
    var filled: Int { cells - absent }
    /// The number of different texts that are not empty.
    var distinct: Int { texts.count { !TableHead.trimmed($0).isEmpty } }
    var isEmpty: Bool { cells == empty }
    var isConstant: Bool { !isCapped && distinct == 1 && empty == 0 }

    func share(_ count: Int) -> Double { filled == 0 ? 0 : Double(count) / Double(filled) }
    /// Whether nearly all of its cells are numbers, so that the others are mistakes or remarks.
    var isNumeric: Bool { numbers > 0 && share(numbers) >= 0.5 }
    var isWhole: Bool { integers > 0 && integers == filled }
    /// Whether all cells can be periods.
    var isPeriods: Bool { filled > 0 && years + periods == filled && empty == 0 }
    var isYears: Bool { filled > 0 && years == filled }
    /// Whether its cells look like numbers of telephones: texts, leading zeros, or six digits and more.
    var holdsContacts: Bool {
        filled > 0 && (numbers < filled || leadingZeros > 0 || (isWhole && measured == 0 && least >= 100_000))
    }
    var isCounter: Bool { countsUp && isWhole && empty == 0 && cells > 1 }

    mutating func add(_ shape: CellShape, length: Int) {
        cells += 1
        longest = max(longest, length)
        if shape.isEmpty { empty += 1 }
        if shape.isAbsent {
            absent += 1
            countsUp = false
            return
        }
        if shape.isNumber { numbers += 1 }
        if shape.isMeasured { measured += 1 }
        if shape.isYear { years += 1 }
        if shape.isPeriod { periods += 1 }
        if shape.isYear || shape.isPeriod { shortestDays = min(shortestDays, shape.days) }
        if shape.hasLeadingZero { leadingZeros += 1 }
        guard let integer = shape.integer else {
            countsUp = false
            return
        }
        integers += 1
        least = min(least, integer)
        most = max(most, integer)
        if let last, integer != last &+ 1 { countsUp = false }
        last = integer
    }

    /// An empty cell of a column whose kind is known.
    mutating func skipEmpty() {
        cells += 1
        empty += 1
        absent += 1
    }

    /// The next row is not the one behind the last.
    mutating func skip() { last = nil }
}
