import Indicators

/// The properties of a scanned value besides its digits, in sixteen bits: position of the point, status, qualifier,
/// power of ten.
struct ObservationTraits: Hashable, Sendable {
    let packed: UInt16

    /// The number of cases, as a literal because it is used for every row. A test compares it with the enumeration.
    static var statusCount: Int { 20 }
    static var qualifierCount: Int { 5 }
    private static var multiplierCount: Int { 13 }
    /// The number of digits behind the point, 0 to 18; 19 for no value.
    private static var noValue: Int { 19 }

    static func statusNumber(_ status: ObservationStatus) -> Int {
        ObservationStatus.allCases.firstIndex(of: status) ?? 0
    }
    static func qualifierNumber(_ qualifier: Qualifier) -> Int { Qualifier.allCases.firstIndex(of: qualifier) ?? 0 }

    /// - Parameters:
    ///   - scale: digits behind the point, at most 18; nil for no value.
    ///   - multiplier: 0 to 12.
    init(scale: Int?, status: Int, qualifier: Int, multiplier: Int) {
        let value =
            (((scale ?? Self.noValue) &* Self.statusCount &+ status) &* Self.qualifierCount &+ qualifier)
            &* Self.multiplierCount &+ multiplier
        packed = UInt16(truncatingIfNeeded: value)
    }

    init(packed: UInt16) { self.packed = packed }

    var multiplier: Int { Int(packed) % Self.multiplierCount }
    var qualifier: Qualifier { Qualifier.allCases[Int(packed) / Self.multiplierCount % Self.qualifierCount] }
    var status: ObservationStatus {
        ObservationStatus.allCases[Int(packed) / (Self.multiplierCount * Self.qualifierCount) % Self.statusCount]
    }
    /// The number of digits behind the point; nil where there is no value.
    var scale: Int? {
        let scale = Int(packed) / (Self.multiplierCount * Self.qualifierCount * Self.statusCount)
        return scale == Self.noValue ? nil : scale
    }
}
