import Indicators

/// The words around a number that say how it is meant.
extension PrintedScanner {
    private static let after: [(String, Qualifier)] = [
        ("余", .approxAbove), ("多", .approxAbove), ("以上", .approxAbove), ("左右", .approx), ("上下", .approx),
        ("出头", .approxAbove), ("开外", .approxAbove),
    ]

    func has(_ word: String, at index: Int) -> Bool { text[index...].starts(with: word.unicodeScalars) }

    mutating func wordAfter() -> Qualifier? {
        guard cursor < text.count, let (word, qualifier) = Self.after.first(where: { has($0.0, at: cursor) }) else {
            return nil
        }
        cursor += word.unicodeScalars.count
        return qualifier
    }

    /// 以上 and 左右 behind the unit: 5个以上. 以内 leaves the number exact or makes it an upper limit.
    func behindUnit() -> [Qualifier]? {
        var index = cursor
        while index < text.count, index - cursor <= 6, !isDigit(index),
            !",。；、()（） ".unicodeScalars.contains(text[index])
        {
            if has("以上", at: index) || has("出头", at: index) || has("开外", at: index) { return [.approxAbove] }
            if has("左右", at: index) || has("上下", at: index) { return [.approx] }
            if has("以内", at: index) || has("以下", at: index) { return [.exact, .approxBelow] }
            index += 1
        }
        return nil
    }

    private static let before: [(word: String, not: String, qualifiers: [Qualifier])] = [
        ("不少于", "", [.exact, .approxAbove]), ("不低于", "", [.exact, .approxAbove]), ("至少", "", [.exact, .approxAbove]),
        ("不超过", "", [.exact, .approxBelow]), ("不高于", "", [.exact, .approxBelow]), ("不多于", "", [.exact, .approxBelow]),
        ("最多", "", [.exact, .approxBelow]), ("至多", "", [.exact, .approxBelow]), ("几乎", "", [.approxBelow]),
        ("少于", "", [.approxBelow]), ("低于", "", [.approxBelow]), ("高于", "", [.approxAbove]),
        ("多于", "", [.approxAbove]), ("大概", "", [.approx]), ("差不多", "", [.approx]),
        ("近", "附邻最靠临就远", [.approxBelow]), ("不足", "", [.approxBelow]), ("不到", "", [.approxBelow]),
        ("约为", "", [.approx]), ("约有", "", [.approx]), ("约占", "", [.approx]), ("约达", "", [.approx]),
        ("约", "预签节契条合履违特邀公制集", [.approx]), ("超过", "", [.approxAbove]), ("超", "", [.approxAbove]),
        ("逾", "", [.approxAbove]), ("突破", "", [.approxAbove]),
    ]

    /// The qualifiers of the word directly before a number.
    func before(_ start: Int) -> [Qualifier]? {
        let start = isMinus(start) ? start - 1 : start
        if let words = word(before: start) ?? EnglishQualifiers.before(text[..<start]) { return words }
        // 几乎有500人, 至少达到5个
        var index = start
        while index > 0, index > start - 2, "为有占达到了".unicodeScalars.contains(text[index - 1]) {
            index -= 1
            if let words = word(before: index) { return words }
        }
        return nil
    }

    private func word(before start: Int) -> [Qualifier]? {
        for (word, not, qualifiers) in Self.before {
            let index = start - word.unicodeScalars.count
            guard index >= 0, has(word, at: index) else { continue }
            if index > 0, not.unicodeScalars.contains(text[index - 1]) { continue }
            return qualifiers
        }
        return nil
    }

    /// Whether the number is in per cent: 85%, 2.6个百分点, 百分之八十. A word of counting says that it is not.
    func percent(_ start: Int) -> Bool? {
        if cursor < text.count, text[cursor] == "%" || has("个百分点", at: cursor) || has("百分点", at: cursor) { return true }
        if start >= 3, has("百分之", at: start - 3) { return true }
        guard cursor < text.count, "人个名户张件元吨套项家所条起场座栋米天".unicodeScalars.contains(text[cursor]) else { return nil }
        return false
    }

    /// Whether the words shortly before a number say that something rises or falls by it.
    func direction(_ start: Int) -> PrintedFigure.Direction {
        var index = start - 1
        while index >= max(0, start - 6), !isDigit(index), !",。；、".unicodeScalars.contains(text[index]) {
            for word in ["下降", "减少", "降低", "回落", "下滑", "负增长", "缩减"] where has(word, at: index) { return .falls }
            for word in ["增长", "提高", "增加", "上升"] where has(word, at: index) { return .rises }
            index -= 1
        }
        return .none
    }
}
