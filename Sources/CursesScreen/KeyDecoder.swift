import CNcurses
import Cells

/// Turns what curses read into keys. Pure.
enum KeyDecoder {
    /// The key of a code of `cn_read_key`; nil for codes that mean no key.
    static func key(code: UInt32) -> Key? {
        switch code {
        case UInt32(CN_CODE_UP.rawValue): .up
        case UInt32(CN_CODE_DOWN.rawValue): .down
        case UInt32(CN_CODE_LEFT.rawValue): .left
        case UInt32(CN_CODE_RIGHT.rawValue): .right
        case UInt32(CN_CODE_HOME.rawValue): .home
        case UInt32(CN_CODE_END.rawValue): .end
        case UInt32(CN_CODE_PAGE_UP.rawValue): .pageUp
        case UInt32(CN_CODE_PAGE_DOWN.rawValue): .pageDown
        case UInt32(CN_CODE_BACKSPACE.rawValue): .backspace
        case UInt32(CN_CODE_DELETE.rawValue): .delete
        case UInt32(CN_CODE_INSERT.rawValue): .insert
        case UInt32(CN_CODE_ENTER.rawValue): .enter
        case UInt32(CN_CODE_BACK_TAB.rawValue): .backTab
        case UInt32(CN_CODE_F0.rawValue) + 1...UInt32(CN_CODE_F0.rawValue) + 24: .function(Int(code - UInt32(CN_CODE_F0.rawValue)))
        default: nil
        }
    }

    /// The key of a character; nil for controls without a meaning.
    static func key(character value: UInt32) -> Key? {
        switch value {
        case 0x0A, 0x0D: return .enter
        case 0x09: return .tab
        case 0x1B: return .escape
        case 0x08, 0x7F: return .backspace
        case 0x01...0x1A:
            return Unicode.Scalar(value + 0x40).map { .control(Character($0)) }
        case 0..<0x20, 0x80..<0xA0: return nil
        default: return Unicode.Scalar(value).map { .character(Character($0)) }
        }
    }
}
