/// Holds names against one query, as they are written and as they are read.
struct NameScan {
    private let names: SearchNames
    private let query: SearchQuery
    /// How far the query is typed with each character, from each of its places on: 20,000 names are made of some
    /// hundred characters. Worked out anew for every name, a letter typed takes 1.35 ms instead of 0.95; the floor 0.8.
    private let steps: [UInt64]

    init(_ names: SearchNames, _ query: SearchQuery) {
        self.names = names
        self.query = query
        steps =
            !query.canBeReading
            ? []
            : names.characters.flatMap { ways in
                query.bytes.indices.map { start in ways.reduce(0) { $0 | Self.steps($1[...], query, from: start) } }
            }
    }

    /// How well a name answers; nil where it does not have the query. It may be inside a word only, whatever is typed.
    func rank(of index: Int) -> SearchRank? {
        let name = names.names[index]
        // The signs pass over most names: without them the first letter among 20,000 takes 1.6 ms instead of 1.2, later
        // ones 0.05 more.
        let place = name.written.isSuperset(of: query.signs) ? place(in: index) : nil
        if place == Int(name.byte) {
            return names.bytes(ofName: index).count == query.bytes.count ? .name : .beginningOfName
        }
        if query.mayBeReading(name.typed) {
            switch read(index, fromAnyWord: false) {
            case .whole: return .reading
            case .part: return .beginningOfReading
            case nil: if read(index, fromAnyWord: true) != nil { return .inside }
            }
        }
        return place.map { isWordStart($0, index) ? .inside : .insideWord }
    }

    // MARK: As it is written

    /// Where a name has the query: where a word begins, else anywhere.
    private func place(in index: Int) -> Int? {
        var found: Int?
        for place in names.bytes(ofName: index).dropLast(query.bytes.count - 1)
        where names.bytes[place] == query.bytes[0] && names.bytes[place...].starts(with: query.bytes) {
            if isWordStart(place, index) { return place }
            found = found ?? place
        }
        return found
    }

    private func isWordStart(_ place: Int, _ index: Int) -> Bool {
        names.starts[names.words(ofName: index)].contains(Int32(place))
    }

    // MARK: As it is read

    private enum Reading { case part, whole }

    /// Whether the query is typed for words that stand together, the last of them perhaps unfinished, or for the whole
    /// name.
    private func read(_ index: Int, fromAnyWord: Bool) -> Reading? {
        let length = query.bytes.count, words = names.words(ofName: index)
        var found: Reading?
        // How much of the query may be typed before a word: bit n stands for n bytes.
        var typed: UInt64 = 1
        for place in words {
            var next: UInt64 = fromAnyWord ? 1 : 0
            while typed != 0 {
                let start = typed.trailingZeroBitCount
                typed &= typed - 1
                let steps = steps(ofWord: place, from: start)
                if steps & Self.unfinished != 0 {
                    found = .part
                    if place == words.upperBound - 1, steps >> UInt64(length - start) & 1 != 0 { return .whole }
                }
                next |= (steps & ~Self.unfinished) << UInt64(start)
            }
            // The end of the query is before no word.
            typed = next & ~(1 << UInt64(length))
            if fromAnyWord ? found != nil : typed == 0 { return found }
        }
        return found
    }

    private func steps(ofWord place: Int, from start: Int) -> UInt64 {
        let character = names.words[place]
        if character != SearchNames.noCharacter { return steps[Int(character) * query.bytes.count + start] }
        return Self.steps(names.bytes[names.bytes(ofWord: place)], query, from: start)
    }

    /// The query ends with the word or inside it. No way is of no length, so the bit of zero is free for it.
    private static let unfinished: UInt64 = 1

    /// After how many bytes of the query a word may be over, a bit for each number, and `unfinished`.
    ///
    /// - Parameter way: one way to type the word: it may be typed in full or by its initial.
    private static func steps(_ way: ArraySlice<UInt8>, _ query: SearchQuery, from start: Int) -> UInt64 {
        let left = query.bytes.count - start, first = way.startIndex
        var common = 0
        while common < min(way.count, left), query.keys[Int(way[first + common])] == query.bytes[start + common] {
            common += 1
        }
        if common == 0 { return 0 }
        var steps: UInt64 = common == left ? unfinished : 0
        if common == way.count { steps |= 1 << UInt64(common) }
        if way[first] < 0x80 { steps |= 1 << 1 }
        // zh, ch, sh.
        if common >= 2, way[first + 1] == UInt8(ascii: "h"), "zcs".utf8.contains(way[first]) { steps |= 1 << 2 }
        return steps
    }
}
