/// A finger on the screen, from press to release. It takes effect on release, and only where the finger is still
/// on the same button, so that a touch can be taken back by sliding off (WCAG 2.2, 2.5.2).
struct TouchContact: Hashable, Sendable {
    /// What the finger came down on; nil where it does nothing.
    var target: TouchTarget?
    private var isDown = false
    /// Whether this terminal reports releases. A second press without a release shows that it does not; from then on
    /// presses take effect.
    private(set) var tellsOfRelease = true

    /// The finger came down.
    mutating func press(_ target: TouchTarget?) {
        if isDown { tellsOfRelease = false }
        isDown = true
        self.target = target
    }

    /// The finger was lifted, or counts at once where the terminal does not tell.
    ///
    /// - Returns: what it came down on.
    mutating func end() -> TouchTarget? {
        defer { target = nil }
        return target
    }

    /// The terminal has reported a release.
    mutating func noteRelease() {
        tellsOfRelease = true
        isDown = false
    }
}

/// What is touched: a button, by what it does, or the rest of the screen.
enum TouchTarget: Hashable, Sendable {
    case button(KioskChoice)
    case page
}
