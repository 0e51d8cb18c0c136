import Indicators

/// What the data base of terminals says of one kind, as a compiled entry has it (term(5)).
struct TerminfoEntry: Hashable {
    /// The file it was read from.
    let path: String
    /// 0 where there are none.
    let colours: Int
    let pairs: Int
    /// Whether presses of a mouse are reported.
    let claimsMouse: Bool

    /// Reads an entry; nil for what is none.
    init?(path: String, _ bytes: [UInt8]) {
        func short(_ offset: Int) -> Int? {
            guard offset >= 0, offset + 1 < bytes.count else { return nil }
            return Int(Int16(bitPattern: UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8))
        }
        // The second form has numbers of four bytes.
        guard let magic = short(0), magic == 0o432 || magic == 0o1036, let names = short(2), let booleans = short(4), let numbers = short(6),
            let strings = short(8), names >= 0, booleans >= 0, numbers >= 0, strings >= 0
        else { return nil }
        let width = magic == 0o432 ? 2 : 4
        var start = 12 + names + booleans
        start += start % 2
        let places = start + numbers * width, texts = places + strings * 2
        func number(_ index: Int) -> Int {
            guard index < numbers, let low = short(start + index * width) else { return 0 }
            let high = width == 4 ? short(start + index * width + 2) ?? 0 : low < 0 ? -1 : 0
            return max(0, high << 16 | low & 0xFFFF)
        }
        func hasString(_ index: Int) -> Bool {
            guard index < strings, let place = short(places + index * 2), place >= 0, bytes.indices.contains(texts + place) else { return false }
            return bytes[texts + place] != 0
        }
        self.path = path
        // The indexes of max_colors, max_pairs and key_mouse in term.h, which never change.
        (colours, pairs, claimsMouse) = (number(13), number(14), hasString(355))
    }

    /// No entry is larger (term(5)).
    private static let largest = 1 << 15

    /// The entry of a kind of terminal, looked for where ncurses looks; nil where it is not known.
    static func find(_ kind: String, _ environment: EnvironmentValues) -> TerminfoEntry? {
        guard let first = kind.utf8.first, !kind.contains("/"), kind.utf8.count < 256 else { return nil }
        let letters = [String(decoding: [first], as: UTF8.self), String(first, radix: 16)]
        for folder in folders(environment) {
            for letter in letters {
                let path = "\(folder)/\(letter)/\(kind)"
                if let bytes = Files.contents(of: path, atMost: largest), let entry = TerminfoEntry(path: path, bytes) { return entry }
            }
        }
        return nil
    }

    /// terminfo(5), "Fetching Compiled Descriptions", with the folders that distributions compile in.
    static func folders(_ environment: EnvironmentValues) -> [String] {
        let usual = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo", "/usr/local/share/terminfo"]
        let listed = environment["TERMINFO_DIRS"]?.split(separator: ":", omittingEmptySubsequences: false)
            .flatMap { $0.isEmpty ? usual : [String($0)] }
        return [environment["TERMINFO"], environment["HOME"].map { $0 + "/.terminfo" }].compactMap { $0 } + (listed ?? []) + usual
    }
}
