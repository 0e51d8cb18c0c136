/// A hash table with open addressing from numbers to rows. The program assigns the numbers in sequence, so input cannot
/// cause collisions.
struct RowTable: Sendable {
    private var keys: [Int] = Array(repeating: -1, count: 64)
    private var rows: [Int32] = Array(repeating: 0, count: 64)
    private var count = 0

    /// The row of a number, which must not be negative; nil where there is none.
    func row(of key: Int) -> Int32? {
        let place = place(of: key)
        return keys[place] == key ? rows[place] : nil
    }

    /// Stores a row and returns the one that was stored before.
    mutating func replace(_ key: Int, with row: Int32) -> Int32? {
        let place = place(of: key)
        if keys[place] == key {
            defer { rows[place] = row }
            return rows[place]
        }
        (keys[place], rows[place]) = (key, row)
        count += 1
        if count * 2 > keys.count { grow() }
        return nil
    }

    /// The slot of a number, or the one where it can be stored.
    private func place(of key: Int) -> Int {
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, section 6.4) by the highest bits, which all bits
        // of the number reach.
        var place = Int((UInt(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15) >> (64 - keys.count.trailingZeroBitCount))
        while keys[place] >= 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldRows) = (keys, rows)
        keys = Array(repeating: -1, count: oldKeys.count * 4)
        rows = Array(repeating: 0, count: oldKeys.count * 4)
        for (index, key) in oldKeys.enumerated() where key >= 0 {
            let place = place(of: key)
            (keys[place], rows[place]) = (key, oldRows[index])
        }
    }
}
