/// Goes through texts for one query: which have it, as they are written or as they are read.
struct NameScan {
    private let names: SearchNames
    private let query: SearchQuery
    private var automaton: ReadingAutomaton

    init(_ names: SearchNames, _ query: SearchQuery) {
        self.names = names
        self.query = query
        automaton = ReadingAutomaton(names, query)
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
    @inline(__always)
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

    @inline(__always)
    private mutating func placeInReading(_ index: Int, _ first: inout Int32) -> Place? {
        let start = Int(names.texts[index].word), end = Int(names.texts[index + 1].word)
        guard let found = automaton.find(from: Int(first), to: end) else {
            first = Int32(end)
            return nil
        }
        first = Int32(found.first)
        // What was read with the first word alone began with it.
        guard found.first == start, found.last == start || begins(start, end) else { return .word }
        // Each word takes one byte at least.
        return end - start <= query.bytes.count && isReadInWhole(start, end) ? .whole : .beginning
    }

    /// Whether the reading of some words begins with the query.
    private mutating func begins(_ start: Int, _ end: Int) -> Bool {
        var state = ReadingAutomaton.anchored
        for word in start..<end {
            state = automaton.next(state, names.words[word])
            if state <= ReadingAutomaton.accepted { return state == ReadingAutomaton.accepted }
        }
        return false
    }

    /// Whether the query is the reading of some words: it ends with the last of them, however that is typed.
    private func isReadInWhole(_ start: Int, _ end: Int) -> Bool {
        // The last word takes the last byte.
        guard !names.word(names.words[end - 1]).signs.isDisjoint(with: query.choices[query.choices.count - 1]) else { return false }
        // How much of the query may be typed before a word: bit n stands for n bytes.
        var reached: UInt64 = 1
        for word in start..<end {
            var next: UInt64 = 0
            while reached != 0 {
                let typed = reached.trailingZeroBitCount
                reached &= reached - 1
                let steps = automaton.steps(over: names.word(names.words[word]), from: typed) & ~ReadingAutomaton.unfinished
                let complete: UInt64 = 1 << UInt64(query.bytes.count - typed)
                if word == end - 1, steps & complete != 0 { return true }
                next |= (steps & ~complete) << UInt64(typed)
            }
            reached = next
        }
        return false
    }
}
