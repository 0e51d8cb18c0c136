import Cells

/// The operator's way out: 9 three times, the number, Enter. Nothing of it is ever shown.
///
/// While it listens, digits are the number's and not the choices'; any other key, five seconds without one, or a touch
/// shuts it. After a wrong number nothing is tried for a second, then two, four and so on to an hour.
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
    /// How many numbers were wrong, one after another.
    public private(set) var failures = 0
    private var closedUntil: KioskInstant?

    /// What a key is to the gate.
    enum Answer: Hashable {
        /// Nothing: it is the kiosk's.
        case notMine
        /// Taken in.
        case taken
        /// This number is to be tried.
        case tries(String)
    }

    /// Whether digits are being taken in.
    var listens: Bool { knocked == Self.knocks }

    /// Whether no trace of a number is left.
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

    /// Forgets what was begun and then left.
    mutating func shutIfLeft(at now: KioskInstant) {
        if !isShut, now - lastKeyAt > Self.patience { shut() }
    }

    /// A number was wrong: the wait doubles.
    mutating func fail(at now: KioskInstant) {
        failures += 1
        closedUntil = now + self.wait
    }

    /// How long nothing is tried after the last wrong number, in milliseconds.
    public var wait: Int { failures == 0 ? 0 : min(Self.longestWait, 1_000 << min(failures - 1, 22)) }
}
