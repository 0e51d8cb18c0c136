import Indicators

/// The rules of `map.txt`.
extension Rule {
    private static let mapForm = ("先是各地区的字母，空一行，再是地图", "the letters of the areas, an empty line, then the map")

    static let mapKeyLine = Rule(
        "map-key-line", "不是字母和代码", "not a letter and a code",
        expected: ("形如 A 211103：一个字母、空格、areas.csv 中的代码", "like A 211103: one letter, a blank, a code of areas.csv"),
        mend: ("照此改写；说明写在以 # 开头的行里", "write it like this; remarks go on lines that begin with #"))
    static func mapRepeatedKey(_ firstLine: Int) -> Rule {
        Rule(
            "map-repeated-key", "字母与第 \(firstLine) 行重复", "the letter of line \(firstLine) again",
            expected: ("每个地区一个字母", "a letter of its own for each area"), mend: ("换一个字母", "choose another letter"))
    }
    static func mapRepeatedArea(_ firstLine: Int) -> Rule {
        Rule(
            "map-repeated-area", "地区与第 \(firstLine) 行重复", "the area of line \(firstLine) again",
            expected: ("每个地区一行", "one line for each area"), mend: ("删去其中一行", "delete one of them"))
    }
    static let mapKeyBelowRows = Rule(
        "map-key-below-rows", "地区的字母写在了地图下面", "the letter of an area below the map", expected: mapForm,
        mend: ("移到地图上面", "move it above the map"))
    static let mapWithoutGap = Rule(
        "map-without-gap", "地图前面没有空行", "no empty line before the map", expected: mapForm,
        mend: ("在这一行前面加一个空行", "put an empty line before this one"))
    static let mapBlankLine = Rule(
        "map-blank-line", "地图中间有空行", "an empty line inside the map",
        expected: ("一行地图；全在界外的一行都写 .", "a row of the map, of dots where all of it is outside"),
        mend: ("删去空行，或填满 .", "delete it, or fill it with dots"))
    static func mapRowLength(_ found: Int, _ expected: Int) -> Rule {
        Rule(
            "map-row-length", "这一行有 \(found) 格", "this row has \(found) cells",
            expected: ("\(expected) 格，与多数行一样", "\(expected), as most rows have"),
            mend: (
                found < expected ? "补上缺少的格，界外写 ." : "删去多余的格",
                found < expected ? "add the missing cells, dots for outside" : "delete the cells too many"
            ))
    }
    static func mapUnknownKey(_ cells: Int) -> Rule {
        Rule(
            "map-unknown-key", "地图中的字母没有对应的地区，共 \(cells) 格",
            "a letter without an area, in \(cells == 1 ? "one cell" : "\(cells) cells")",
            expected: ("地图上面列出的字母，界外写 .", "a letter listed above the map, or a dot for outside"),
            mend: ("改正这些格，或在上面加上这个字母和它的地区", "mend the cells, or list the letter with its area above"))
    }
    static func mapTooLarge(columns: Int, rows: Int, kibibytes: Int) -> Rule {
        Rule(
            "map-too-large", "地图太大", "the map is too large",
            expected: (
                "不超过 \(columns) 列、\(rows) 行，文件不超过 \(kibibytes) KiB",
                "at most \(columns) columns and \(rows) rows, the file at most \(kibibytes) KiB"
            ),
            mend: ("示意图不必合比例，画小一些", "it need not be true to scale: draw it smaller"))
    }
    static let mapEmpty = Rule(
        "map-empty", "没有地图", "there is no map", expected: mapForm,
        mend: ("照 docs/data.md 画上，或删去这个文件", "draw one as docs/data.md says, or delete the file"))
    static let mapAreaWithoutCell = Rule(
        "map-area-without-cell", "这个地区在地图上没有格", "this area has no cell on the map", expected: ("至少一格", "at least one"),
        mend: ("在地图上写出它的字母，或删去这一行", "write its letter into the map, or delete this line"), severity: .warning)

    /// The advice for a file that is not text and not a table.
    static let mapMendText = LocalizedText(zh: "另存为 UTF-8 编码的纯文本", en: "save it as plain text in UTF-8")
}
