import Indicators

/// The words about data that change while the program runs, in one language.
package struct LiveWords: Sendable {
    package let updated: String
    package let reloaded: String
    package let refused: @Sendable (_ count: Int) -> String
    package let leftOut: @Sendable (_ count: Int) -> String
    /// Above the problems of a table that is shown without its wrong rows.
    package let shownWithout: @Sendable (_ count: Int) -> String
    package let hasProblems: String
    /// In the title while the old data are shown.
    package let isOld: String
    /// In the title while where the data come from does not answer.
    package let isCutOff: String
    package let sourceSilent: String
    /// Above why it does not answer.
    package let keepsTrying: String
    package let problems: String
    /// Above the problems.
    package let stillOld: @Sendable (_ count: Int) -> String
    package let noProblems: String
    package let found: String
    package let expected: String
    package let mend: String
    package let keyReload: String
    package let keyReloadSentence: String
    package let keyProblems: String
    package let keyProblemsSentence: String
    package let nothingToReload: String
    /// Where a key needs figures that a data base is asked for.
    package let stillReading: String
    /// Where a page needs them.
    package let readingFigures: String
    package let keysOfWaiting: String
    package let released: String
    package let clockIsWrong: String
    package let clockIsRight: String
    /// In the title while the clock is not trusted.
    package let clockShort: String

    package static func `in`(_ language: Language) -> LiveWords { language == .zh ? chinese : english }

    package static func both(_ word: KeyPath<LiveWords, String>) -> LocalizedText {
        LocalizedText(zh: chinese[keyPath: word], en: english[keyPath: word])
    }

    package static let chinese = LiveWords(
        updated: "数据已更新", reloaded: "已重新读取数据", refused: { "新数据有 \($0) 个问题，没有采用；e 查看" },
        leftOut: { "数据有 \($0) 个问题，有问题的行没有读入；e 查看" },
        shownWithout: { "这些数据有 \($0) 个问题，有问题的行没有读入。改好后按 Ctrl-R 重读。" }, hasProblems: "数据有问题，部分未读入", isOld: "新数据有误·现为原数据",
        isCutOff: "连不上数据源·现为原数据", sourceSilent: "连不上数据源，仍为原数据；e 查看", keepsTrying: "数据源没有答复，屏上是最后一次读到的数据；会自动再试。",
        problems: "数据问题",
        stillOld: { "新数据有 \($0) 个问题，没有采用；屏上仍是原来的数据。改好并保存后会自动更新，也可按 Ctrl-R。" }, noProblems: "数据没有问题", found: "发现",
        expected: "应为", mend: "处理", keyReload: "重读", keyReloadSentence: "重新读取数据；位置与选择不变", keyProblems: "问题",
        keyProblemsSentence: "列出没有采用的新数据有哪些问题", nothingToReload: "内置数据不会改变，不必重读", stillReading: "正在读取所需的数据，请再按一次",
        readingFigures: "正在从数据库读取…", keysOfWaiting: "Esc 返回   q 退出",
        released: "有数据到了发布时间", clockIsWrong: "系统时钟不可信，有发布时间的数据不显示", clockIsRight: "系统时钟已恢复", clockShort: "时钟不可信")

    package static let english = LiveWords(
        updated: "data updated", reloaded: "data read again",
        refused: { "\(EnglishCount.text($0, "problem")) in the new data, not taken; e shows" },
        leftOut: { "\(EnglishCount.text($0, "problem")), rows left out; e shows" },
        shownWithout: {
            "These data have \(EnglishCount.text($0, "problem")); rows with problems were left out. Once "
                + "mended press Ctrl-R."
        },
        hasProblems: "rows with problems left out", isOld: "new data faulty, showing the old",
        isCutOff: "source not answering, showing the last data",
        sourceSilent: "the source does not answer, the last data stay; e shows",
        keepsTrying: "The source does not answer; the screen shows what was read last. It is tried again by itself.",
        problems: "Problems of the data",
        stillOld: {
            "The new data have \(EnglishCount.text($0, "problem")) and were not taken; the screen still "
                + "shows the old ones. Once mended and saved they appear by themselves, or with Ctrl-R."
        },
        noProblems: "The data have no problems", found: "Found", expected: "Expected", mend: "To do",
        keyReload: "Reload",
        keyReloadSentence: "Read the data again; place and selection stay", keyProblems: "Problems",
        keyProblemsSentence: "List what is wrong with the new data that were not taken",
        nothingToReload: "bundled data never change", stillReading: "some figures are being read; press again",
        readingFigures: "Reading from the data base…", keysOfWaiting: "Esc back   q quit",
        released: "figures have been released",
        clockIsWrong: "the clock is not to be trusted; what has a release time is hidden",
        clockIsRight: "the clock is right again", clockShort: "clock wrong")
}

extension Words {
    /// The words about data that change.
    package var live: LiveWords { LiveWords.in(language) }
}

/// Messages about changing data that are written outside the dashboard.
public enum LiveNotices {
    /// For standard error, where the data were read with a clock that must be wrong.
    public static func doubtsClock(_ language: Language) -> String {
        "minsheng: " + LiveWords.in(language).clockIsWrong
    }

    /// Says that bundled data never change and need not be read again, in both languages.
    public static let nothingToReload = LiveWords.both(\.nothingToReload)

    /// Says that a data base is asked and its answer will appear by itself.
    public static let asking = LocalizedText(zh: "正在问数据库", en: "asking the data base")
}
