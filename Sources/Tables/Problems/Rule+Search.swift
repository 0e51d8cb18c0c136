import Indicators

/// The rules for the column `pinyin`, by which the search finds names that are typed in letters.
extension Rule {
    static let pinyinMissing = Rule(
        "pinyin-missing", "没有拼音，搜索按各字的常用读音", "no pinyin: the search goes by the common readings of each character",
        expected: ("不带声调的音节，以空格隔开，如 jiu ye", "syllables without tones, parted by blanks, like jiu ye"),
        mend: ("填上拼音；多音字写成 chang/zhang", "fill it in; where several readings are typed write chang/zhang"),
        severity: .warning)
    static func pinyinSyllables(_ count: Int) -> Rule {
        Rule(
            "pinyin-syllables", "拼音与名称的汉字对不上", "the syllables do not match the Chinese characters of the name",
            expected: (
                "\(count) 个不带声调的音节，每个汉字一个，以空格隔开",
                "\(count) syllables without tones, one for each character, parted by blanks"
            ),
            mend: ("补上或删去音节；改了名称也要改拼音", "add or delete syllables; a new name needs new pinyin"), severity: .warning)
    }
}

extension TableRow {
    /// Reports a Chinese name without pinyin, or with pinyin that does not fit it.
    mutating func checkPinyin(of name: String) {
        guard PinyinColumn.hasCharacters(name), has(.pinyin) else { return }
        let pinyin = self[.pinyin]
        if pinyin.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) {
            add(.pinyinMissing, .pinyin)
        } else if !PinyinColumn.fits(pinyin, name) {
            add(.pinyinSyllables(name.unicodeScalars.count(where: \.isChineseCharacter)), .pinyin)
        }
    }
}
