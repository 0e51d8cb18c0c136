import Cells

/// Decodes the bytes of a terminal into keys, pointer events, pasted text and replies. The caller reads the bytes and
/// measures the time.
///
/// It decodes UTF-8, the control sequences of ECMA-48 §5.4 (`ESC [`), SS3 (`ESC O`) and the control strings of §5.6. A
/// sequence may be split between reads. Unknown sequences are consumed to their end and ignored.
struct InputDecoder {
    private enum State: Hashable {
        case ground
        /// After ESC, which is the key itself if nothing follows.
        case escape
        case controlSequence
        case singleShift
        /// Inside OSC, DCS, APC, PM or SOS, up to BEL or ST.
        case controlString
        /// Inside the three bytes after `ESC [ M`, the old form of mouse reports; `left` bytes are still to come.
        case oldMouse(left: Int)
        /// After an ESC within a control string: `\` ends it.
        case controlStringEscape
        /// Inside a character of UTF-8; `left` bytes are still to come.
        case character(left: Int)
        /// Between the marks of bracketed paste.
        case paste
    }

    /// How many bytes of a control sequence are kept. No key and no expected reply is longer.
    private static let longestSequence = 64

    /// How many bytes of a control string are kept. No expected reply is longer.
    private static let longestString = 64

    /// How many bytes of pasted text are kept. Only the search takes pasted text, and it takes one line.
    private static let longestPaste = 1 << 16

    private static let endOfPaste = Array("\u{1B}[201~".utf8)

    private var state = State.ground
    private var parameters: [UInt8] = []
    private var scalar: UInt32 = 0
    private var smallest: UInt32 = 0
    private var pasted: [UInt8] = []
    /// The byte after ESC that began the control string.
    private var introducer: UInt8 = 0

    /// How many milliseconds to wait for the rest of a sequence; nil if none has begun, or if there is no limit.
    ///
    /// Terminals send the sequence of a key at once, and networks rarely split it, so 50 ms suffice. Replies are longer
    /// and are split more often.
    var delay: Int? {
        switch state {
        case .ground, .character: nil
        case .escape, .singleShift, .oldMouse: 50
        case .controlSequence: parameters.isEmpty ? 50 : nil
        case .controlString, .controlStringEscape: parameters.isEmpty ? 50 : 500
        case .paste: 500
        }
    }

    /// Takes bytes and returns the inputs that they complete.
    mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
        var inputs: [TerminalInput] = []
        for byte in bytes { take(byte, &inputs) }
        return inputs
    }

    /// Called when `delay` is over: ends the sequence that has begun. ESC alone is the key Esc; ESC and one character
    /// are Esc and that character, as Alt with the character sends them.
    mutating func giveUpWaiting() -> [TerminalInput] {
        guard delay != nil else { return [] }
        defer { reset() }
        func keys(_ byte: UInt8) -> [TerminalInput] {
            [.key(.escape), .key(.character(Character(Unicode.Scalar(byte))))]
        }
        switch state {
        case .escape: return [.key(.escape)]
        case .singleShift: return keys(UInt8(ascii: "O"))
        case .controlSequence: return keys(UInt8(ascii: "["))
        case .controlString where parameters.isEmpty: return keys(introducer)
        case .paste: return [paste()]
        default: return []
        }
    }

    private mutating func paste() -> TerminalInput {
        defer { pasted = [] }
        return .paste(String(decoding: pasted, as: UTF8.self))
    }

    private mutating func reset() {
        state = .ground
        parameters.removeAll(keepingCapacity: true)
    }

    private mutating func take(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
        switch state {
        case .ground: takeFirst(byte, &inputs)
        case .escape: takeAfterEscape(byte, &inputs)
        case .controlSequence: takeInSequence(byte, &inputs)
        case .singleShift:
            reset()
            if let key = Self.cursorKey(byte) ?? Self.keypadKey(byte) { inputs.append(.key(key)) }
        case .controlString: takeInString(byte, &inputs)
        case .oldMouse(let left): takeOldMouse(byte, left, &inputs)
        case .controlStringEscape:
            if byte == 0x5C {
                finishString(&inputs)
            } else {
                reset()
                state = .escape
                takeAfterEscape(byte, &inputs)
            }
        case .character(let left): takeInCharacter(byte, left, &inputs)
        case .paste:
            pasted.append(byte)
            // Excess bytes are removed before the last 16, so that the end mark is still recognised.
            if pasted.count > Self.longestPaste { pasted.remove(at: Self.longestPaste - 16) }
            if byte == UInt8(ascii: "~"), pasted.suffix(Self.endOfPaste.count).elementsEqual(Self.endOfPaste) {
                pasted.removeLast(Self.endOfPaste.count)
                inputs.append(paste())
                reset()
            }
        }
    }

    private mutating func takeInString(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
        switch byte {
        case 0x07: finishString(&inputs)
        case 0x1B: state = .controlStringEscape
        case ..<0x20:
            // A control string contains no control character (ECMA-48 §5.6): its end was lost, and this is a key.
            reset()
            takeFirst(byte, &inputs)
        default: if parameters.count < Self.longestString { parameters.append(byte) }
        }
    }

    private mutating func takeFirst(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
        switch byte {
        case 0x1B: state = .escape
        case 0x00..<0x80: if let key = Self.key(ascii: byte) { inputs.append(.key(key)) }
        case 0xC2...0xDF: begin(UInt32(byte & 0x1F), left: 1, smallest: 0x80)
        case 0xE0...0xEF: begin(UInt32(byte & 0x0F), left: 2, smallest: 0x800)
        case 0xF0...0xF4: begin(UInt32(byte & 0x07), left: 3, smallest: 0x1_0000)
        default: break
        }
    }

    private mutating func begin(_ bits: UInt32, left: Int, smallest: UInt32) {
        scalar = bits
        self.smallest = smallest
        state = .character(left: left)
    }

    private mutating func takeInCharacter(_ byte: UInt8, _ left: Int, _ inputs: inout [TerminalInput]) {
        guard byte & 0xC0 == 0x80 else {
            reset()
            takeFirst(byte, &inputs)
            return
        }
        scalar = scalar << 6 | UInt32(byte & 0x3F)
        guard left == 1 else {
            state = .character(left: left - 1)
            return
        }
        reset()
        guard scalar >= max(smallest, 0xA0), let value = Unicode.Scalar(scalar) else { return }
        inputs.append(.key(.character(Character(value))))
    }

    private mutating func takeAfterEscape(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
        switch byte {
        case 0x5B: state = .controlSequence
        case 0x4F: state = .singleShift
        case 0x5D, 0x50, 0x58, 0x5E, 0x5F:
            state = .controlString
            introducer = byte
        case 0x1B: inputs.append(.key(.escape))
        default:
            // Esc followed by a key, or the key with Alt: terminals send the same bytes for both.
            reset()
            inputs.append(.key(.escape))
            takeFirst(byte, &inputs)
        }
    }

    private mutating func takeInSequence(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
        switch byte {
        case 0x5B where parameters.isEmpty:
            // The Linux console's F1 to F5: ESC [ [ A.
            parameters.append(byte)
        case 0x20...0x3F:
            // A longer sequence is consumed to its end and ignored.
            if parameters.count < Self.longestSequence { parameters.append(byte) }
        case 0x40...0x7E:
            let taken = parameters
            reset()
            if byte == UInt8(ascii: "M"), taken.isEmpty {
                state = .oldMouse(left: 3)
            } else if byte == UInt8(ascii: "~"), taken == Array("200".utf8) {
                state = .paste
            } else if let input = Self.report(final: byte, parameters: taken) {
                inputs.append(input)
            } else if let key = Self.key(final: byte, parameters: taken) {
                inputs.append(.key(key))
            }
        case 0x1B:
            reset()
            state = .escape
        default:
            reset()
            takeFirst(byte, &inputs)
        }
    }

    private mutating func takeOldMouse(_ byte: UInt8, _ left: Int, _ inputs: inout [TerminalInput]) {
        parameters.append(byte)
        guard left == 1 else {
            state = .oldMouse(left: left - 1)
            return
        }
        let bytes = parameters
        reset()
        // Each value has 32 added. Coordinates end at 223; beyond that terminals send 0 or nothing.
        guard bytes[0] >= 32, bytes[1] > 32, bytes[2] > 32 else { return }
        let point = Point(column: Int(bytes[1]) - 33, row: Int(bytes[2]) - 33)
        // The old form does not say which button was released.
        let button = Int(bytes[0]) - 32
        if let event = button == 3 ? .release(point) : Self.pointer(button: button, point) {
            inputs.append(.pointer(event))
        }
    }

    private mutating func finishString(_ inputs: inout [TerminalInput]) {
        // Only an OSC (`ESC ]`) can be a reply.
        let text = introducer == 0x5D ? String(decoding: parameters, as: UTF8.self) : ""
        reset()
        if let brightness = BackgroundReply.brightness(text) { inputs.append(.reply(.background(brightness))) }
    }

    // Meanings

    /// Mouse reports of xterm's form 1006 (`ESC [ < b ; x ; y M`, a release ends with `m`) and cursor positions
    /// (`ESC [ y ; x R`).
    private static func report(final: UInt8, parameters: [UInt8]) -> TerminalInput? {
        let isMouse = parameters.first == UInt8(ascii: "<")
        let numbers = parameters.dropFirst(isMouse ? 1 : 0).split(separator: 0x3B, omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
        if isMouse {
            guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
            let point = Point(column: numbers[1] - 1, row: numbers[2] - 1)
            if final == UInt8(ascii: "m") { return numbers[0] == 0 ? .pointer(.release(point)) : nil }
            return final == UInt8(ascii: "M") ? pointer(button: numbers[0], point).map(TerminalInput.pointer) : nil
        }
        // F3 with a modifier looks like a position in the first row. No key table uses it, so it is a reply.
        guard final == UInt8(ascii: "R"), numbers.count == 2, numbers[0] > 0, numbers[1] > 0 else { return nil }
        return .reply(.cursor(row: numbers[0], column: numbers[1]))
    }

    /// The first button and the wheel. With Shift, Alt or Ctrl (4, 8, 16 added) they are left to the terminal.
    private static func pointer(button: Int, _ point: Point) -> PointerEvent? {
        switch button {
        case 0: .press(point)
        case 64: .wheelUp(point)
        case 65: .wheelDown(point)
        default: nil
        }
    }

    private static func key(ascii byte: UInt8) -> Key? {
        switch byte {
        case 0x0A, 0x0D: .enter
        case 0x09: .tab
        case 0x08, 0x7F: .backspace
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x40)))
        case 0x20..<0x7F: .character(Character(Unicode.Scalar(byte)))
        default: nil
        }
    }

    private static let cursorKeys: [Character: Key] = [
        "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "P": .function(1), "Q": .function(2),
        "R": .function(3), "S": .function(4),
    ]

    private static func cursorKey(_ final: UInt8) -> Key? { cursorKeys[Character(Unicode.Scalar(final))] }

    /// The numeric keypad in application mode (VT100): SS3 j is `*`, p is 0, M is Enter.
    private static func keypadKey(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "M"): .enter
        case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(final - 0x40)))
        default: nil
        }
    }

    private static func key(final: UInt8, parameters: [UInt8]) -> Key? {
        if parameters == [0x5B] {
            return (0x41...0x45).contains(final) ? .function(Int(final - 0x40)) : nil
        }
        // Private and intermediate bytes occur in reports, not in keys.
        guard parameters.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x3B }) else { return nil }
        let numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
        switch final {
        case UInt8(ascii: "Z"): return .backTab
        case UInt8(ascii: "~"): return numberedKey(numbers.first ?? 0)
        default: return cursorKey(final)
        }
    }

    /// Keys of the form `ESC [ n ~`, by the numbers that xterm and the Linux console send.
    private static func numberedKey(_ number: Int) -> Key? {
        let keys: [Int: Key] = [1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end]
        switch number {
        case 11...15: return .function(number - 10)
        case 17...21: return .function(number - 11)
        case 23, 24: return .function(number - 12)
        default: return keys[number]
        }
    }
}
