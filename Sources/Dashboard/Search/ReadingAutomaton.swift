/// Reads words for one query in all ways at once: a finite automaton whose states are made when they are first reached (the subset construction
/// done lazily; Hopcroft, Motwani and Ullman, Introduction to Automata Theory, section 2.3.5).
///
/// A state says how much of the query may have been typed before the next word: bit n stands for n bytes. Whatever stands in the words before is forgotten.
struct ReadingAutomaton {
    typealias State = Int
    /// Nothing that was begun can be gone on with.
    static let dead: State = 0
    /// The query is typed, or ends inside the last word.
    static let accepted: State = 1
    /// The query begins with the next word or not at all.
    static let anchored: State = 2
    /// The query may begin with every word.
    static let initial: State = 3

    private let names: SearchNames
    private let query: SearchQuery
    private var reached: [UInt64] = [0, 0, 1, 1]
    private var mayBegin = [false, false, false, true]
    /// For each state and character the state behind it.
    private var following: [UInt16]
    private static let unknown = UInt16.max
    /// Stands for every state beyond those that are kept, one at a time: no query that a person types has so many.
    private static let scratch: State = 99

    /// The query ends inside the word. No way is of no length, so the bit of zero is free for it.
    static let unfinished: UInt64 = 1

    init(_ names: SearchNames, _ query: SearchQuery) {
        self.names = names
        self.query = query
        following = [UInt16](repeating: Self.unknown, count: query.canBeReading ? 4 * names.characters.count : 0)
    }

    /// The state behind a word.
    ///
    /// - Parameter number: a word by what stands for it in `SearchNames.words`.
    @inline(__always)
    mutating func next(_ state: State, _ number: Int32) -> State {
        guard number >= 0 else { return made(state, names.others[Int(~number)]) }
        let place = state * names.characters.count + Int(number), known = following[place]
        if known != Self.unknown { return Int(known) }
        let next = made(state, names.characters[Int(number)])
        if state != Self.scratch, next != Self.scratch { following[place] = UInt16(next) }
        return next
    }

    /// Goes over words until the query has been read, from whichever of them on.
    ///
    /// - Returns: a word before which nothing was begun that the query was read with, and the word with which it was read; nil where it is not read.
    mutating func find(from first: Int, to end: Int) -> (first: Int, last: Int)? {
        var state = Self.initial, alone = first, word = first
        while word < end {
            following.withUnsafeBufferPointer { following in
                names.words.withUnsafeBufferPointer { words in
                    let width = names.characters.count
                    while word < end {
                        // Of what was begun before nothing is left.
                        if state == Self.initial { alone = word }
                        let number = Int(words[word])
                        guard number >= 0 else { return }
                        let next = following[state * width + number]
                        if next == Self.unknown { return }
                        state = Int(next)
                        if state == Self.accepted { return }
                        word += 1
                    }
                }
            }
            if state == Self.accepted { return (alone, word) }
            if word < end {
                state = next(state, names.words[word])
                if state == Self.accepted { return (alone, word) }
                word += 1
            }
        }
        return nil
    }

    private mutating func made(_ state: State, _ word: SearchNames.Word) -> State {
        // Most words go on with nothing.
        if reached[state] == 1, word.first.isDisjoint(with: query.choices[0]) { return mayBegin[state] ? Self.initial : Self.dead }
        var rest = reached[state], next: UInt64 = 0
        while rest != 0 {
            let typed = rest.trailingZeroBitCount
            rest &= rest - 1
            let steps = steps(over: word, from: typed)
            if steps & (Self.unfinished | 1 << UInt64(query.bytes.count - typed)) != 0 { return Self.accepted }
            next |= steps << UInt64(typed)
        }
        return number(next, mayBegin[state])
    }

    private mutating func number(_ set: UInt64, _ begins: Bool) -> State {
        let set = begins ? set | 1 : set
        if set == 0 { return Self.dead }
        if let known = (Self.initial..<reached.count).first(where: { reached[$0] == set && mayBegin[$0] == begins }) { return known }
        if reached.count > Self.scratch {
            (reached[Self.scratch], mayBegin[Self.scratch]) = (set, begins)
            return Self.scratch
        }
        reached.append(set)
        mayBegin.append(begins)
        following += repeatElement(Self.unknown, count: names.characters.count)
        return reached.count - 1
    }

    /// After how many bytes a word may be over, a bit for each number; and `unfinished`. Each word takes one of its ways in full or an initial;
    /// the last may be unfinished.
    func steps(over word: SearchNames.Word, from typed: Int) -> UInt64 {
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
