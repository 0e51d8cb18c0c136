/// Goes through texts for one query: which have it, as they are written or as they are read.
struct NameScan {
    private let names: SearchNames
    private let query: SearchQuery
    /// What `steps` has said of a character from a byte of the query on: it stands in many texts.
    private var known: [UInt64]
    /// Stands for what has not been asked yet: a word has no way of 1 to 63 bytes each.
    private static let unknown = UInt64.max
    /// The query ends inside the word. No way is of no length, so the bit of zero is free for it.
    private static let unfinished: UInt64 = 1

    init(_ names: SearchNames, _ query: SearchQuery) {
        self.names = names
        self.query = query
        known = [UInt64](repeating: Self.unknown, count: query.canBeReading ? names.characters.count * query.bytes.count : 0)
    }

    /// A text that has the query.
    struct Hit: Sendable {
        var name: Int32
        /// From which word on, of all, it has to be read: nothing before is what is typed, and will be where more is typed.
        var word: Int32
    }

    /// How well a text answers; nil where it does not have the query. It may be inside a word only, whatever is typed.
    mutating func rank(of index: Int) -> SearchRank? {
        var hit = Hit(name: Int32(index), word: names.texts[index].word)
        return rank(of: &hit)
    }

    /// The same for a text that had the beginning of the query.
    mutating func rank(of hit: inout Hit) -> SearchRank? {
        let index = Int(hit.name)
        let place = names.written[index].isSuperset(of: query.signs) ? placeInWriting(index) : nil
        switch place {
        case .whole: return .name
        case .beginning: return .beginningOfName
        case .word, .inside, nil: break
        }
        let reading = query.canBeReading && mayRead(names.typed[index]) ? placeInReading(index, &hit.word) : nil
        switch reading {
        case .whole: return .reading
        case .beginning: return .beginningOfReading
        case .word, .inside, nil: break
        }
        if place == .word || reading == .word { return .inside }
        return place == .inside ? .insideWord : nil
    }

    /// The best place at which a text has the query.
    private enum Place {
        case whole, beginning, word, inside
    }

    // MARK: As it is written

    private func placeInWriting(_ index: Int) -> Place? {
        let start = Int(names.texts[index].byte), length = query.bytes.count, last = Int(names.texts[index + 1].byte) - length
        guard last >= start else { return nil }
        var best: Place?
        for offset in start...last where names.bytes[offset] == query.bytes[0] && hasBytes(at: offset) {
            if offset == start { return last == start ? .whole : .beginning }
            if names.isWordStart[offset] { return .word }
            best = .inside
        }
        return best
    }

    private func hasBytes(at offset: Int) -> Bool {
        for place in 1..<max(1, query.bytes.count) where names.bytes[offset + place] != query.bytes[place] { return false }
        return true
    }

    // MARK: As it is read

    /// Whether a text that may be typed with these signs may be what is typed.
    private func mayRead(_ typed: SearchSigns) -> Bool {
        if !query.isKeypad { return typed.isSuperset(of: query.signs) }
        return query.choices.allSatisfy { !typed.isDisjoint(with: $0) }
    }

    private mutating func placeInReading(_ index: Int, _ first: inout Int32) -> Place? {
        let start = Int(names.texts[index].word), end = Int(names.texts[index + 1].word)
        for word in Int(first)..<end where steps(over: names.words[word], from: 0) != 0 {
            guard let isAll = reading(from: word, to: end) else { continue }
            first = Int32(word)
            return word > start ? .word : isAll ? .whole : .beginning
        }
        first = Int32(end)
        return nil
    }

    /// Reads the query from a word on. Each word takes one of its ways in full or an initial; the last may be unfinished.
    ///
    /// - Returns: whether that is all of the text; nil where it is not what is typed.
    private mutating func reading(from first: Int, to end: Int) -> Bool? {
        var isAll: Bool?
        // How much of the query may be typed before a word: bit n stands for n bytes.
        var reached: UInt64 = 1
        for word in first..<end where reached != 0 {
            var next: UInt64 = 0
            while reached != 0 {
                let typed = reached.trailingZeroBitCount
                reached &= reached - 1
                let steps = steps(over: names.words[word], from: typed)
                let after = steps & ~Self.unfinished
                let complete: UInt64 = 1 << UInt64(query.bytes.count - typed)
                if after & complete != 0 {
                    isAll = isAll == true || word == end - 1
                } else if steps & Self.unfinished != 0 {
                    isAll = isAll ?? false
                }
                next |= (after & ~complete) << UInt64(typed)
            }
            reached = next
        }
        return isAll
    }

    /// After how many bytes a word may be over, a bit for each number; and `unfinished`.
    private mutating func steps(over number: Int32, from typed: Int) -> UInt64 {
        guard number >= 0 else { return foundSteps(over: names.others[Int(~number)], from: typed) }
        let place = Int(number) * query.bytes.count + typed
        let steps = known[place]
        if steps != Self.unknown { return steps }
        known[place] = foundSteps(over: names.characters[Int(number)], from: typed)
        return known[place]
    }

    private func foundSteps(over word: SearchNames.Word, from typed: Int) -> UInt64 {
        if typed == 0, word.first.isDisjoint(with: query.choices[0]) { return 0 }
        var steps: UInt64 = 0
        var way = Int(word.ways.lowerBound)
        let end = Int(word.ways.upperBound)
        while way < end {
            let length = Int(names.ways[way]), room = min(length, query.bytes.count - typed)
            var common = 0
            while common < room, query.keys[Int(names.ways[way + 1 + common])] == query.bytes[typed + common] { common += 1 }
            if common == length { steps |= 1 << UInt64(length) } else if typed + common == query.bytes.count { steps |= Self.unfinished }
            if common > 0, names.ways[way + 1] < 0x80 { steps |= 1 << 1 }
            if common > 1, isTwoLetterInitial(way + 1) { steps |= 1 << 2 }
            way += 1 + length
        }
        return steps
    }

    /// zh, ch, sh.
    private func isTwoLetterInitial(_ place: Int) -> Bool {
        guard names.ways[place + 1] == UInt8(ascii: "h") else { return false }
        return names.ways[place] == UInt8(ascii: "z") || names.ways[place] == UInt8(ascii: "c") || names.ways[place] == UInt8(ascii: "s")
    }
}
