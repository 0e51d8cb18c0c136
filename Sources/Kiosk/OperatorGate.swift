import Cells

/// How the operator ends the kiosk: 9 three times, the number, Enter. The digits are not shown.
///
/// While the gate listens, digits belong to the number and not to the choices. Any other key, five seconds without a
/// key, or a touch ends that. After a wrong number no number is tried for one second, then two, four and so on up to an
/// hour; two hours without a wrong number take one of them off the count.
public struct OperatorGate: Hashable, Sendable {
    /// The fewest digits of a number that is tried.
    public static let fewestDigits = 6
    private static let mostDigits = 32
    private static let patience = 5_000
    private static let longestWait = 3_600_000
    /// The number of failures from which on the wait no longer grows.
    private static let mostFailures = 13
    private static let forgetsAfter = 7_200_000
    /// How long the notice stands that no number is tried.
    private static let tellsFor = 5_000
    private static let knocks = 3
    /// A 9 within this many milliseconds of the last is the repeat of a held key: no hand is as fast.
    private static let heldWithin = 60

    private var knocked = 0
    private var digits = ""
    private var lastKey: Key?
    private var lastKeyAt = KioskInstant(milliseconds: 0)
    private var counted = 0
    private var lastFailureAt = KioskInstant(milliseconds: 0)
    private var closedUntil: KioskInstant?
    private var tellsUntil: KioskInstant?

    /// How the gate answers a key.
    enum Answer: Hashable {
        /// The key belongs to the kiosk.
        case notMine
        /// The key was taken by the gate.
        case taken
        /// This number is to be tried.
        case tries(String)
    }

    /// What the operator is told.
    enum Notice: Hashable {
        /// Digits are taken for the number.
        case listens
        /// The number was wrong or came too early; so many seconds until one is tried again.
        case waits(seconds: Int)
    }

    /// Whether digits are being taken in.
    var listens: Bool { knocked == Self.knocks }

    /// Whether no digits are stored.
    public var isShut: Bool { knocked == 0 && digits.isEmpty }

    /// What is to be said at a moment; nil for nothing.
    func notice(at now: KioskInstant) -> Notice? {
        if listens { return .listens }
        guard let closedUntil, let tellsUntil, now < min(tellsUntil, closedUntil) else { return nil }
        return .waits(seconds: (closedUntil - now + 999) / 1_000)
    }

    /// When the notice changes without a key; nil where there is none.
    func nextChange(after now: KioskInstant) -> KioskInstant? {
        if listens { return lastKeyAt + (Self.patience + 1) }
        guard case .waits(let seconds)? = notice(at: now), let closedUntil, let tellsUntil else { return nil }
        return min(tellsUntil, closedUntil + -1_000 * (seconds - 1))
    }

    mutating func take(_ key: Key, at now: KioskInstant) -> Answer {
        if now - lastKeyAt > Self.patience { shut() }
        let isHeld = key == lastKey && now - lastKeyAt < Self.heldWithin
        lastKey = key
        lastKeyAt = now
        guard listens else {
            if !isHeld { knocked = key == .character("9") ? knocked + 1 : 0 }
            return .notMine
        }
        switch key {
        case .character(let character) where ("0"..."9").contains(character):
            if digits.count < Self.mostDigits { digits.append(character) }
            return .taken
        case .enter:
            let number = digits
            shut()
            guard number.count >= Self.fewestDigits else { return .taken }
            guard closedUntil.map({ now >= $0 }) ?? true else {
                tellsUntil = now + Self.tellsFor
                return .taken
            }
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
        counted = min(Self.mostFailures, failures(at: now) + 1)
        lastFailureAt = now
        closedUntil = now + min(Self.longestWait, 1_000 << (counted - 1))
        tellsUntil = now + Self.tellsFor
    }

    /// How many wrong numbers still count.
    public func failures(at now: KioskInstant) -> Int {
        max(0, counted - (now - lastFailureAt) / Self.forgetsAfter)
    }

    /// How long from a moment on no number is tried, in milliseconds.
    public func wait(at now: KioskInstant) -> Int { closedUntil.map { max(0, $0 - now) } ?? 0 }
}
