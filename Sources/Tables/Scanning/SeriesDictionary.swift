import Indicators

/// Assigns numbers to the distinct combinations of codes that make up series.
struct SeriesDictionary: Sendable {
    /// The number of codes in a series.
    let width: Int
    /// The codes of all series, one series after the other.
    private(set) var codes: [Int32] = []
    private(set) var count = 0
    private var hashes: [UInt64] = []
    private var slots = [Int32](repeating: -1, count: 256)

    init(width: Int) { self.width = width }

    subscript(_ series: Int) -> ArraySlice<Int32> { codes[series * width..<(series + 1) * width] }

    /// The number of a combination; a new combination gets a new number.
    mutating func number(of key: UnsafePointer<Int32>) -> Int32 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for index in 0..<width { hash = ByteText.mixed(hash, UInt64(UInt32(bitPattern: key[index]))) }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, equals(number, key) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = Int32(count)
        for index in 0..<width { codes.append(key[index]) }
        hashes.append(hash)
        count += 1
        slots[slot] = number
        if count * 2 > slots.count { grow() }
        return number
    }

    private func equals(_ number: Int, _ key: UnsafePointer<Int32>) -> Bool {
        for index in 0..<width where codes[number * width + index] != key[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
