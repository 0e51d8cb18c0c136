/// A moment on a clock that only goes forward, in milliseconds from a beginning that nobody needs to know. The wall
/// clock is for showing; every duration of the kiosk is counted on this one.
public struct KioskInstant: Hashable, Comparable, Sendable {
    public let milliseconds: Int

    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    public static func < (left: KioskInstant, right: KioskInstant) -> Bool { left.milliseconds < right.milliseconds }
    public static func + (instant: KioskInstant, milliseconds: Int) -> KioskInstant {
        KioskInstant(milliseconds: instant.milliseconds + milliseconds)
    }
    public static func - (left: KioskInstant, right: KioskInstant) -> Int { left.milliseconds - right.milliseconds }
}
