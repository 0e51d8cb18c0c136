/// Where a text has the query.
extension SearchNames {
    /// How well a text answers; nil where it does not have the query.
    func rank(of index: Int, _ query: SearchQuery) -> SearchRank? {
        let place = place(of: query, inWriting: index)
        switch place {
        case .whole: return .name
        case .beginning: return .beginningOfName
        case .word, .inside, nil: break
        }
        let reading = query.canBeReading ? self.place(of: query, inReading: index) : nil
        switch reading {
        case .whole: return .reading
        case .beginning: return .beginningOfReading
        case .word, .inside, nil: break
        }
        if place == .word || reading == .word { return .inside }
        return place == .inside && query.isPartOfWord ? .insideWord : nil
    }

    /// The best place at which a text has the query.
    enum Place {
        case whole, beginning, word, inside
    }

    // MARK: As it is written

    private func place(of query: SearchQuery, inWriting index: Int) -> Place? {
        guard texts[index].written.isSuperset(of: query.signs) else { return nil }
        let start = texts[index].byte, length = query.bytes.count, last = texts[index + 1].byte - length
        guard last >= start else { return nil }
        var best: Place?
        for offset in start...last where bytes[offset] == query.bytes[0] && hasBytes(of: query, at: offset) {
            if offset == start { return last == start ? .whole : .beginning }
            if isWordStart[offset] { return .word }
            best = .inside
        }
        return best
    }

    private func hasBytes(of query: SearchQuery, at offset: Int) -> Bool {
        for place in 1..<max(1, query.bytes.count) where bytes[offset + place] != query.bytes[place] { return false }
        return true
    }

    // MARK: As it is read

    private func place(of query: SearchQuery, inReading index: Int) -> Place? {
        let typed = texts[index].typed
        guard query.choices.allSatisfy({ !typed.isDisjoint(with: $0) }) else { return nil }
        let start = texts[index].word, end = texts[index + 1].word
        for word in start..<end where !words[word].first.isDisjoint(with: query.choices[0]) {
            guard let isAll = reading(of: query, from: word, to: end) else { continue }
            return word > start ? .word : isAll ? .whole : .beginning
        }
        return nil
    }

    /// Reads the query from a word on. Each word takes one of its ways in full or an initial; the last may be unfinished.
    ///
    /// - Returns: whether that is all of the text; nil where it is not what is typed.
    private func reading(of query: SearchQuery, from first: Int, to end: Int) -> Bool? {
        var isAll: Bool?
        // How much of the query may be typed before a word: bit n stands for n bytes.
        var reached: UInt64 = 1
        for word in first..<end where reached != 0 {
            var next: UInt64 = 0
            while reached != 0 {
                let typed = reached.trailingZeroBitCount
                reached &= reached - 1
                let steps = steps(over: word, query, from: typed)
                let complete: UInt64 = 1 << UInt64(query.bytes.count - typed)
                if steps.after & complete != 0 {
                    isAll = isAll == true || word == end - 1
                } else if steps.isUnfinished {
                    isAll = isAll ?? false
                }
                next |= (steps.after & ~complete) << UInt64(typed)
            }
            reached = next
        }
        return isAll
    }

    /// After how many bytes a word may be over, a bit for each number, and whether the query ends inside it.
    private func steps(over word: Int, _ query: SearchQuery, from typed: Int) -> (after: UInt64, isUnfinished: Bool) {
        var after: UInt64 = 0, isUnfinished = false
        var way = words[word].ways.lowerBound
        let end = words[word].ways.upperBound
        while way < end {
            let length = Int(ways[way]), room = min(length, query.bytes.count - typed)
            var common = 0
            while common < room, query.keys[Int(ways[way + 1 + common])] == query.bytes[typed + common] { common += 1 }
            if common == length { after |= 1 << UInt64(length) } else if typed + common == query.bytes.count { isUnfinished = true }
            if common > 0, ways[way + 1] < 0x80 { after |= 1 << 1 }
            if common > 1, isTwoLetterInitial(way + 1) { after |= 1 << 2 }
            way += 1 + length
        }
        return (after, isUnfinished)
    }

    /// zh, ch, sh.
    private func isTwoLetterInitial(_ place: Int) -> Bool {
        guard ways[place + 1] == UInt8(ascii: "h") else { return false }
        return ways[place] == UInt8(ascii: "z") || ways[place] == UInt8(ascii: "c") || ways[place] == UInt8(ascii: "s")
    }
}
