/// Finds the columns of cursor positions (ECMA-48 §8.3.14, `ESC [ row ; column R`) in what a terminal sends, however it
/// is cut.
struct CursorReports {
    /// From 1, in the order in which they came.
    private(set) var columns: [Int] = []
    /// Whether Ctrl-C was pressed meanwhile.
    private(set) var isInterrupted = false
    private var sequence: [UInt8] = []

    mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            switch byte {
            case 0x1B: sequence = [byte]
            case 0x03: isInterrupted = true
            case _ where sequence.isEmpty: break
            case 0x30...0x39, 0x3B, 0x5B: sequence.append(byte)
            default:
                if byte == UInt8(ascii: "R"), let column = Self.column(sequence) { columns.append(column) }
                sequence = []
            }
            // No position is longer.
            if sequence.count > 16 { sequence = [] }
        }
    }

    private static func column(_ sequence: [UInt8]) -> Int? {
        guard sequence.starts(with: [0x1B, 0x5B]) else { return nil }
        let numbers = sequence.dropFirst(2).split(separator: 0x3B, omittingEmptySubsequences: false).map {
            Int(String(decoding: $0, as: UTF8.self))
        }
        return numbers.count == 2 && numbers[0] != nil ? numbers[1] : nil
    }
}
