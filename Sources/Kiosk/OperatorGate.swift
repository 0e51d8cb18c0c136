import Cells

/// The operator's way out: 9 three times, the number, Enter. None of it is shown.
///
/// While the gate listens, digits belong to the number and not to the choices. Any other key, five seconds without a
/// key, or a touch ends that. After a wrong number no number is tried for one second, then two, four and so on up to an
/// hour.
public struct OperatorGate: Hashable, Sendable {
    /// A shorter number is never tried.
    public static let fewestDigits = 6
    private static let mostDigits = 32
    private static let patience = 5_000
    private static let longestWait = 3_600_000
    private static let knocks = 3

    private var knocked = 0
    private var digits = ""
    private var lastKeyAt = KioskInstant(milliseconds: 0)
    /// The number of wrong numbers in a row.
    public private(set) var failures = 0
    private var closedUntil: KioskInstant?

    /// How the gate answers a key.
    enum Answer: Hashable {
        /// The key belongs to the kiosk.
        case notMine
        /// The key was taken by the gate.
        case taken
        /// This number is to be tried.
        case tries(String)
    }

    /// Whether digits are being taken in.
    var listens: Bool { knocked == Self.knocks }

    /// Whether nothing of a number is stored.
    public var isShut: Bool { knocked == 0 && digits.isEmpty }

    mutating func take(_ key: Key, at now: KioskInstant) -> Answer {
        if now - lastKeyAt > Self.patience { shut() }
        lastKeyAt = now
        guard listens else {
            knocked = key == .character("9") ? knocked + 1 : 0
            return .notMine
        }
        switch key {
        case .character(let character) where ("0"..."9").contains(character):
            if digits.count < Self.mostDigits { digits.append(character) }
            return .taken
        case .enter:
            let number = digits
            shut()
            guard number.count >= Self.fewestDigits, closedUntil.map({ now >= $0 }) ?? true else { return .taken }
            return .tries(number)
        default:
            shut()
            return .notMine
        }
    }

    mutating func shut() {
        knocked = 0
        digits = ""
    }

    /// Forgets an entry that was begun and then abandoned.
    mutating func shutIfLeft(at now: KioskInstant) {
        if !isShut, now - lastKeyAt > Self.patience { shut() }
    }

    /// A number was wrong: the wait doubles.
    mutating func fail(at now: KioskInstant) {
        failures += 1
        closedUntil = now + self.wait
    }

    /// How long no number is tried after the last wrong one, in milliseconds.
    public var wait: Int { failures == 0 ? 0 : min(Self.longestWait, 1_000 << min(failures - 1, 22)) }
}
