import Indicators

/// Assigns small numbers to the distinct texts of a column, which are compared by their bytes in the file. No strings
/// are made.
struct ByteDictionary: Sendable {
    /// The range of the first occurrence of each text.
    private(set) var places: [Range<Int>] = []
    /// For texts of up to seven bytes the text itself, for longer ones a hash; the highest bit distinguishes the two.
    private var keys: [UInt64] = []
    /// Numbers by key, -1 for a free slot; the count is a power of two.
    private var slots = [Int32](repeating: -1, count: 64)
    private var last: Int32 = -1
    private var lastKey: UInt64 = .max

    var count: Int { places.count }

    /// The number of a text; a new text gets a new number.
    ///
    /// - Parameter end: the end of the memory, up to which bytes may be read.
    @inline(__always)
    mutating func number(of range: Range<Int>, in bytes: UnsafePointer<UInt8>, end: Int) -> Int32 {
        if range.count < 8, range.lowerBound + 8 <= end {
            let key = ByteText.shortKey(bytes, range)
            if key == lastKey { return last }
            return find(key, range, bytes)
        }
        if last >= 0, ByteText.equal(bytes, places[Int(last)], range) { return last }
        return find(
            range.count < 8 ? ByteText.slowShortKey(bytes, range) : ByteText.hash(bytes, range) | 1 << 63, range, bytes)
    }

    private mutating func find(_ key: UInt64, _ range: Range<Int>, _ bytes: UnsafePointer<UInt8>) -> Int32 {
        let isShort = key >> 63 == 0
        var slot = Self.slot(key, slots.count)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if keys[number] == key, isShort || ByteText.equal(bytes, places[number], range) {
                (last, lastKey) = (slots[slot], key)
                return last
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        last = Int32(places.count)
        lastKey = key
        places.append(range)
        keys.append(key)
        slots[slot] = last
        if places.count * 2 > slots.count { grow() }
        return last
    }

    private static func slot(_ key: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, key) in keys.enumerated() {
            var slot = Self.slot(key, slots.count)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}

/// Texts as ranges of bytes.
enum ByteText {
    @inline(__always)
    static func word(_ place: UnsafePointer<UInt8>) -> UInt64 { UnsafeRawPointer(place).loadUnaligned(as: UInt64.self) }

    @inline(__always)
    static func equal(_ bytes: UnsafePointer<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.count == right.count && equal(bytes + left.lowerBound, bytes + right.lowerBound, left.count)
    }

    @inline(__always)
    static func equal(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        while index &+ 8 <= count {
            if word(left + index) != word(right + index) { return false }
            index &+= 8
        }
        while index < count {
            if left[index] != right[index] { return false }
            index &+= 1
        }
        return true
    }

    /// Up to seven bytes and their count in one word. Eight bytes must be readable.
    @inline(__always)
    static func shortKey(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        let count = UInt64(truncatingIfNeeded: range.count)
        return word(bytes + range.lowerBound).littleEndian & ((1 &<< (count &* 8)) &- 1) | count &<< 56
    }

    /// The same where fewer than eight bytes are readable.
    static func slowShortKey(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var key = UInt64(range.count) << 56
        for (index, offset) in range.enumerated() { key |= UInt64(bytes[offset]) << UInt64(index * 8) }
        return key
    }

    /// A hash of eight bytes in each step: multiply, then fold the upper half into the lower.
    static func hash(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
        var pointer = bytes + range.lowerBound, rest = range.count
        while rest >= 8 {
            hash = mixed(hash, word(pointer))
            pointer += 8
            rest -= 8
        }
        var tail: UInt64 = 0
        while rest > 0 {
            tail = tail << 8 | UInt64(pointer.pointee)
            pointer += 1
            rest -= 1
        }
        return mixed(hash, tail)
    }

    @inline(__always)
    static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
        return product ^ (product >> 32)
    }

    /// The text of a field from between its quotes, with doubled quotes inside made single.
    static func text(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> String {
        let raw = UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
        guard raw.contains(UInt8(ascii: "\"")) else { return String(decoding: raw, as: UTF8.self) }
        var text: [UInt8] = []
        var isDoubled = false
        for byte in raw {
            isDoubled = byte == UInt8(ascii: "\"") && !isDoubled
            if !isDoubled { text.append(byte) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
