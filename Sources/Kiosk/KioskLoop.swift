import Cells

/// What the kiosk needs besides a terminal: clocks, changing data, the operator's number, a supervisor.
@MainActor
public protocol KioskHost: AnyObject {
    /// A monotonic clock.
    var now: KioskInstant { get }
    /// What the wall clock shows, and the milliseconds until it changes. It is read again then, so setting the wall
    /// clock does no harm.
    var wallClock: (face: ClockFace?, changesIn: Int) { get }
    /// When `turn` is to be called at the latest; nil where nothing needs it.
    var nextCall: KioskInstant? { get }
    /// Called after the first frame is shown.
    func hasStarted()
    /// Called once in every turn of the loop, with the descriptors that can be read. Returns what has happened since
    /// the last call.
    func turn(ready descriptors: [Int32]) -> [KioskAction]
    /// Somebody has touched the screen or pressed a key: whatever is read aloud ends.
    func visitorCame()
    /// Reads a text aloud.
    func speak(_ text: SpokenText)
    /// Keeps answers to the survey.
    ///
    /// - Returns: whether they are on the disk.
    func keep(_ answers: SurveyAnswers) -> Bool
    /// The QR code of a text; nil where none can be made.
    func code(_ text: String) -> PhoneCode?
    /// Whether this is the operator's number.
    func isOperatorsNumber(_ number: String) -> Bool
}

/// Runs a kiosk on a terminal: all pending input, then the actions of the host, one frame where anything changed, then
/// sleep.
@MainActor
public enum KioskLoop {
    /// Why the loop ended. No key ends it.
    public enum Ending: Hashable, Sendable {
        /// The operator typed the number.
        case operatorLeft
        /// The program was told to end (SIGTERM).
        case terminated
        /// The terminal has gone.
        case lost
    }

    /// The largest number of keys and touches taken from one read; the rest is a flood and is dropped.
    static let mostInputsAtOnce = 64

    /// Returns when the operator leaves, the program is told to end, or the terminal is lost. The caller closes the
    /// terminal.
    public static func run(_ state: inout KioskState, on terminal: any Terminal, host: any KioskHost) -> Ending {
        state.update(.resize(terminal.size), at: host.now)
        state.update(.clock(host.wallClock.face), at: host.now)
        var picture = KioskPicture()
        terminal.show(picture.draw(state))
        host.hasStarted()
        var shown = state.appearance
        while true {
            var isGone = false, ready: [Int32] = [], inputs = 0
            let events = terminal.events(within: wait(state, host))
            let now = host.now
            let wasAttracting = state.visit.isAttracting
            state.update(.tick, at: now)
            // Another program may have written on the screen, and in an unattended kiosk nobody presses the key that
            // redraws it.
            if !wasAttracting, state.visit.isAttracting { terminal.redraw() }
            for event in events {
                var action: KioskAction?
                switch event {
                case .lost: return .lost
                case .terminate: return .terminated
                case .resumed: isGone = true
                case .ready(let descriptor): ready.append(descriptor)
                case .resize(let size): action = .resize(size)
                case .key(.control("L")):
                    terminal.redraw()
                    isGone = true
                case .key(let key): action = .key(key)
                case .pointer(.press(let point)): action = .press(point)
                case .pointer(.release(let point)): action = .release(point)
                case .pointer, .background, .paste: continue
                }
                guard let action else { continue }
                if case .resize = action {
                } else {
                    inputs += 1
                    if inputs > mostInputsAtOnce { continue }
                }
                switch action {
                case .key, .press: host.visitorCame()
                default: break
                }
                switch state.update(action, at: now) {
                case .tryNumber(let number)?:
                    if host.isOperatorsNumber(number) { return .operatorLeft }
                    state.update(.numberWrong, at: host.now)
                case .speak(let text)?: host.speak(text)
                case .makeCode(let text)?: state.update(.code(host.code(text)), at: host.now)
                case .keep(let answers)?: if !host.keep(answers) { state.update(.surveyLost, at: host.now) }
                case nil: break
                }
            }
            for action in host.turn(ready: ready) { state.update(action, at: host.now) }
            let face = host.wallClock.face
            if face != state.clock { state.update(.clock(face), at: host.now) }
            guard isGone || state.appearance != shown else { continue }
            terminal.show(picture.draw(state))
            shown = state.appearance
        }
    }

    /// The milliseconds until the next timed event.
    private static func wait(_ state: KioskState, _ host: any KioskHost) -> Int {
        let now = host.now
        var wait = min(state.nextChange - now, host.wallClock.changesIn)
        if let call = host.nextCall { wait = min(wait, call - now) }
        return max(0, wait)
    }
}
