/// Goes through names for one letter or digit, the first that is typed, for which all of them have to be read: a reading has it where one of its
/// words begins with it. Holds to the rules of `NameScan`, and asks it where a name is written with the letter or is read in one word.
///
/// Which words begin with it is noted for all of them first, one after the other. Where each name is read until its first such word, nothing
/// foretells when that comes, and guessing wrong costs more than the reading.
struct LetterScan {
    private let names: SearchNames
    private let query: SearchQuery
    /// A byte for each word, one where it begins with the letter; behind the last so many that eight can be looked at from every word on.
    private let begins: [UInt8]

    /// Nil for any other query.
    init?(_ names: SearchNames, _ query: SearchQuery) {
        guard query.bytes.count == 1, SearchSigns.isLetterOrDigit(query.bytes[0]) else { return nil }
        self.names = names
        self.query = query
        begins = Self.beginnings(names, query.choices[0])
    }

    private static func beginnings(_ names: SearchNames, _ letter: SearchSigns) -> [UInt8] {
        // By the number that stands for a word, which is below zero for others than characters.
        let others = names.others.count, count = others + names.characters.count
        let known = [UInt8](unsafeUninitializedCapacity: count) { known, initialized in
            for word in names.others.indices { known[others &+ ~word] = names.others[word].first.isDisjoint(with: letter) ? 0 : 1 }
            for word in names.characters.indices { known[others &+ word] = names.characters[word].first.isDisjoint(with: letter) ? 0 : 1 }
            initialized = count
        }
        return [UInt8](unsafeUninitializedCapacity: names.words.count + 7) { begins, initialized in
            known.withUnsafeBufferPointer { known in
                names.words.withUnsafeBufferPointer { words in
                    for word in words.indices { begins[word] = known[others &+ Int(words[word])] }
                }
            }
            for word in names.words.count..<names.words.count + 7 { begins[word] = 0 }
            initialized = names.words.count + 7
        }
    }

    /// Takes each name that has the letter.
    @inline(__always)
    func forEach(_ take: (NameScan.Hit, SearchRank) -> Void) {
        var scan = NameScan(names, query)
        names.texts.withUnsafeBufferPointer { texts in
            names.written.withUnsafeBufferPointer { written in
                begins.withUnsafeBytes { begins in
                    for name in written.indices {
                        let start = Int(texts[name].word), end = Int(texts[name &+ 1].word)
                        if written[name].isDisjoint(with: query.signs) {
                            let first = Self.first(begins, from: start, to: end)
                            if first == end { continue }
                            if first != start || end &- start > 1 {
                                take(NameScan.Hit(name: Int32(truncatingIfNeeded: name), word: Int32(truncatingIfNeeded: first)), first == start ? .beginningOfReading : .inside)
                                continue
                            }
                        }
                        var hit = NameScan.Hit(name: Int32(name), word: Int32(start))
                        if let rank = scan.rank(of: &hit) { take(hit, rank) }
                    }
                }
            }
        }
    }

    /// The first word with the letter; the end where there is none.
    @inline(__always)
    private static func first(_ begins: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
        var word = start
        while word < end {
            let eight = UInt64(littleEndian: begins.loadUnaligned(fromByteOffset: word, as: UInt64.self))
            if eight != 0 { return min(word &+ eight.trailingZeroBitCount / 8, end) }
            word &+= 8
        }
        return end
    }
}
