import Indicators

/// The words of what changed, in one language.
package struct ChangeWords: Sendable {
    package let title: String
    package let key: String
    package let keySentence: String
    /// What the figures are compared with, before its name.
    package let against: @Sendable (_ what: String) -> String
    package let lastLook: String
    package let version: String
    package let year: String
    /// What the key leads to.
    package let other: @Sendable (_ what: String) -> String
    package let count: @Sendable (_ count: Int) -> String
    package let otherTables: @Sendable (_ count: Int) -> String
    package let pause: String
    package let former: String
    package let change: String

    // Headings
    package let worse: String
    package let better: String
    package let moved: String
    package let same: String
    package let corrected: String
    package let added: String
    package let removed: String
    package let described: String

    // Where nothing is shown
    package let nothing: String
    package let noLastLook: String
    package let noVersion: String
    /// In place of the version before, where only the newest figures were read.
    package let notReadWhole: String
    package let noYear: String

    /// The message at start to a person who has seen another version.
    package static func sinceLook(_ count: Int) -> LocalizedText {
        LocalizedText(
            zh: "你上次查看之后有 \(count) 项变动，按 d 查看",
            en: (count == 1 ? "1 figure" : "\(count) figures") + " changed since your last look: press d")
    }

    package static let chinese = ChangeWords(
        title: "变动", key: "变动", keySentence: "看有何变动：与上次查看、上一版或上年同期相比；再按换一种比法",
        against: { "与\($0)相比" }, lastLook: "你上次查看", version: "上一版", year: "上年同期",
        other: { "换成\($0)" }, count: { "\($0) 项" }, otherTables: { "其他各表有 \($0) 行不同" }, pause: "；",
        former: "原来", change: "增减",
        worse: "变差", better: "改善", moved: "有增减，不分好坏", same: "持平",
        corrected: "改了数", added: "新增", removed: "删去", described: "只改了说明",
        nothing: "没有变动。",
        noLastLook: "没有你上次查看的记录。退出时记住所看的这一版，下次打开就能看到有何变动；内置数据不会变；单个文件、数据库和较大的数据文件夹（超过 2 MB）不记。",
        noVersion: "没有上一版：这是第一版，或者数据不是用 minsheng publish 发布的。",
        notReadWhole: "数据太多，没有整套读取，所以不和上一版比较。要比较，请用 minsheng diff。",
        noYear: "没有可与上年同期相比的数。")

    package static let english = ChangeWords(
        title: "What changed", key: "Changes",
        keySentence: "Show what changed since your last look, since the version before, or on the year; again for the "
            + "next of these",
        against: { "Compared with \($0)" }, lastLook: "your last look", version: "the version before",
        year: "the year before",
        other: { "compare with \($0)" }, count: { "\($0) in all" },
        otherTables: { $0 == 1 ? "1 row of other tables differs" : "\($0) rows of other tables differ" }, pause: "; ",
        former: "Before", change: "Change",
        worse: "Worse", better: "Better", moved: "Up or down, neither good nor bad", same: "The same",
        corrected: "Other values", added: "New", removed: "Gone", described: "Only described otherwise",
        nothing: "Nothing has changed.",
        noLastLook: "No earlier look of yours is on record. What you see is kept on quitting, and the next look shows "
            + "what changed. Bundled data never change; single files, data bases and large folders (over 2 MB) are not "
            + "kept.",
        noVersion: "There is no version before: this is the first, or the data were not published with "
            + "minsheng publish.",
        notReadWhole: "The set is too large to be read whole, so it is not compared with the version before. "
            + "Use minsheng diff.",
        noYear: "No figure can be compared with the year before.")
}

extension Words {
    /// The words of what changed.
    package var changes: ChangeWords { language == .zh ? .chinese : .english }
}
