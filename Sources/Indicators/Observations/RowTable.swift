/// A hash table with open addressing from numbers to rows. The program assigns the numbers in sequence, so input cannot
/// cause collisions.
struct RowTable: Sendable {
    private var keys: [Int] = Array(repeating: -1, count: 64)
    private var rows: [Int32] = Array(repeating: 0, count: 64)
    private var count = 0

    /// The row of a number, which must not be negative; nil where there is none.
    func row(of key: Int) -> Int32? {
        let index = slot(of: key)
        return keys[index] == key ? rows[index] : nil
    }

    /// Stores a row and returns the one that was stored before.
    mutating func replace(_ key: Int, with row: Int32) -> Int32? {
        let index = slot(of: key)
        if keys[index] == key {
            defer { rows[index] = row }
            return rows[index]
        }
        (keys[index], rows[index]) = (key, row)
        count += 1
        if count * 2 > keys.count { grow() }
        return nil
    }

    /// The slot of a number, or the one where it can be stored.
    private func slot(of key: Int) -> Int {
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, section 6.4). Only the highest bits of the
        // product depend on all bits of the key, whose upper half is an indicator and whose lower half an area.
        let product = UInt(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(product >> (64 - UInt(keys.count.trailingZeroBitCount)))
        while keys[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldRows) = (keys, rows)
        keys = Array(repeating: -1, count: oldKeys.count * 4)
        rows = Array(repeating: 0, count: oldKeys.count * 4)
        for (index, key) in oldKeys.enumerated() where key >= 0 {
            let position = slot(of: key)
            (keys[position], rows[position]) = (key, oldRows[index])
        }
    }
}
