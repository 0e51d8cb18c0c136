/// A moment on a monotonic clock, in milliseconds. The wall clock is only displayed; every duration of the kiosk is
/// measured on this one.
public struct KioskInstant: Hashable, Comparable, Sendable {
    /// Milliseconds since an unspecified moment that stays the same while the kiosk runs.
    public let milliseconds: Int

    /// The moment at which the clock shows this number of milliseconds.
    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Whether one moment is earlier than another.
    public static func < (left: KioskInstant, right: KioskInstant) -> Bool { left.milliseconds < right.milliseconds }
    /// The moment that many milliseconds later; earlier for a negative number.
    public static func + (instant: KioskInstant, milliseconds: Int) -> KioskInstant {
        KioskInstant(milliseconds: instant.milliseconds + milliseconds)
    }
    /// The milliseconds from the right moment to the left one; negative where the left one is earlier.
    public static func - (left: KioskInstant, right: KioskInstant) -> Int { left.milliseconds - right.milliseconds }
}
