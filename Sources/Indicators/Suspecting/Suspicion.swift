/// A reason to check a figure again before it is published. It points to a probable slip and does not judge the figure.
public enum Suspicion: String, CaseIterable, Sendable {
    /// Ten times as large or as small as before: a digit, 万 or the unit of counting.
    case tenfold
    /// The same against the year before.
    case tenfoldOnYear = "tenfold-on-year"
    /// Ten thousand or a hundred million times: UNIT_MULT.
    case tenThousandfold = "ten-thousandfold"
    /// More than half of the former value above or below it.
    case half
    /// Above zero before and below now, or the reverse.
    case sign
    /// A value was reported and now is not.
    case gone
    /// The figure itself, or the row of another table, is no longer there.
    case removed
    /// A figure that was public is hidden until its release time.
    case hidden
    /// A figure under embargo that is shown before its release time.
    case released
    /// Two figures that have exchanged their values.
    case swapped
    /// The same number, meant more or less exactly than before.
    case qualifier
    /// A release time far ahead.
    case farRelease = "far-release"
    /// A total that grows through the year has fallen.
    case falls
    /// A total that grows through the year has grown far faster than before.
    case jump
    /// A figure that deviates from its neighbours as nothing else in its series does.
    case stray
    /// The same value as for the period before: perhaps not yet filled in.
    case same
    /// The value was final and is provisional again, or a forecast.
    case less
    /// A share above a hundred per cent.
    case aboveHundred = "above-hundred"
    /// A count below zero.
    case negative
    /// A part of the city above the city.
    case aboveWhole = "above-whole"
    /// A zero-goal is no longer kept.
    case brokenZero = "broken-zero"
    /// The same number with other digits behind the point: 1.10 become 1.1.
    case digits
    /// A period after today, reported and not expected.
    case futurePeriod = "future-period"
    /// A period years away from all others of its series.
    case farPeriod = "far-period"
    /// A day among months: 2026-10 become 2026-10-01.
    case oddPeriod = "odd-period"
    /// A total since January over more than a year.
    case longPeriod = "long-period"
    /// A target that is another than before.
    case targetMoved = "target-moved"
    /// What a figure means is another than before: its unit, which way is better, what it is computed from.
    case definition
    /// A day after today of something that has happened.
    case futureDay = "future-day"
    /// A day years after the one that it follows.
    case farDay = "far-day"
    /// A note that is older than what it is about.
    case earlyNote = "early-note"
    /// A matter that is closed and has no day of answer.
    case closedWithoutDay = "closed-without-day"
    /// A former value that is the present one.
    case revisionSame = "revision-same"
    /// A former value of a figure that is not there.
    case revisionWithoutFigure = "revision-without-figure"
    /// A former value that the version before does not show.
    case revisionUntrue = "revision-untrue"
    /// A former value that was published and is another now.
    case revisionChanged = "revision-changed"
    /// What others have published since the folder was made, and the folder puts back.
    case undone
}

/// A suspicion with both figures and with what would make it right.
public struct Finding: Hashable, Sendable {
    /// The rule.
    public let kind: Suspicion
    /// What is odd; it names both figures.
    public let message: LocalizedText
    /// What would be correct; empty where the message says it.
    public let expected: LocalizedText
    /// What to do.
    public let mend: LocalizedText
    /// The column of the cell that is odd; nil where a whole row is.
    package private(set) var column: ColumnName?

    package init(
        _ kind: Suspicion, _ message: (zh: String, en: String), expected: (zh: String, en: String) = ("", ""),
        mend: (zh: String, en: String), column: ColumnName? = nil
    ) {
        self.kind = kind
        self.message = LocalizedText(zh: message.zh, en: message.en)
        self.expected = LocalizedText(zh: expected.zh, en: expected.en)
        self.mend = LocalizedText(zh: mend.zh, en: mend.en)
        self.column = column ?? Self.column(kind)
    }

    /// The cell of a figure that a suspicion is about.
    private static func column(_ kind: Suspicion) -> ColumnName? {
        switch kind {
        case .futurePeriod, .farPeriod, .oddPeriod, .longPeriod: .TIME_PERIOD
        case .hidden, .released, .farRelease: .EMBARGO_UNTIL
        case .qualifier: .QUALIFIER
        case .less: .OBS_STATUS
        case .removed, .undone: nil
        default: .OBS_VALUE
        }
    }

    /// The same finding about another cell.
    func at(_ column: ColumnName) -> Finding {
        var finding = self
        finding.column = column
        return finding
    }

    private static let restoring = "restore it where it was deleted by mistake; leave it where it is no longer kept"

    /// A figure that is no longer there.
    static func removed(_ old: Observation) -> Finding {
        let value = old.isWithheld || old.writtenValue.isEmpty ? "" : " \(old.writtenValue)"
        return Finding(
            .removed, ("原来有这一行\(value)，现在没有", "there was such a row\(value), now there is none"),
            mend: ("误删的从上一版恢复；确实停用就不必改", restoring))
    }

    /// A row of another table that is no longer there.
    static let removedRow = Finding(
        .removed, ("原来有这一行，现在没有", "there was such a row, now there is none"),
        mend: ("误删的从上一版恢复；确实不要了就不必改", restoring))

    /// A code that is no longer there, while another has all of its figures.
    static func renamed(_ old: String, _ new: String, _ count: Int) -> Finding {
        Finding(
            .removed,
            (
                "代码 \(old) 没有了，它的 \(count) 个数都在 \(new) 名下：是改名吗",
                "the code \(old) is gone and \(new) has its \(count) figures: is it renamed"
            ),
            mend: (
                "不是改名就改回 \(old)；改名以后，原来的修订记录留在旧代码下",
                "put \(old) back where it is not; its former values stay under the old code"
            ), column: .code)
    }

    /// A map that is no longer there.
    static let removedMap = Finding(
        .removed, ("原来有地图，现在没有，各处屏幕都不再画", "there was a map, now there is none and no screen draws one"),
        mend: (
            "忘了抄的从上一版拷来 map.txt；确实不要了就不必改",
            "copy map.txt from the version before where it was forgotten; leave it where it is to go"
        ))

    /// What others have published since and the folder puts back.
    ///
    /// - Parameter publication: which version it is in, who published it and why; empty where that is not known.
    package static func undone(by publication: String) -> Finding {
        let (zh, en) = publication.isEmpty ? ("", "") : ("（\(publication)）", " (\(publication))")
        return Finding(
            .undone, ("别人此后改的\(zh)，这样发布会改回去", "others have changed it since\(en); published like this it is put back"),
            mend: (
                "要留着，就不写 --base 再发布，或把这一行改成与现有的一样；商定要改回去就不必改",
                "to keep it publish without --base, or make the row as it is shown; leave it where that is agreed"
            ))
    }

    /// A target that is no longer there.
    static func removed(_ old: Target) -> Finding {
        Finding(
            .removed, ("原来有目标 \(old.written)，现在没有", "there was a target of \(old.written), now there is none"),
            mend: ("误删的从上一版恢复；确实不要了就不必改", restoring))
    }

    /// A figure that was to be hidden longer and is shown now.
    static func released(_ old: Observation) -> Finding {
        Finding(
            .released,
            ("原定 \(old.embargoUntil) 才公布，现在立即公开", "was to be hidden until \(old.embargoUntil), is public at once"),
            mend: (
                "EMBARGO_UNTIL 误删、误改的改回去；确已批准提前公布就不必改",
                "put EMBARGO_UNTIL back; leave it where it may be released early"
            ))
    }

    /// A row of which one cell of its key is another, so that the figure counts as removed and added.
    static func rekeyed(_ old: Observation, _ column: ColumnName, _ was: String, _ now: String) -> Finding {
        let value = old.isWithheld || old.writtenValue.isEmpty ? "" : " \(old.writtenValue)"
        let name = column.rawValue
        return Finding(
            .removed,
            (
                "原来有这一行\(value)，现在的 \(name) 由 \(was) 成了 \(now)",
                "there was such a row\(value); its \(name) was \(was) and is \(now) now"
            ), mend: ("写错了就改回 \(was)", "put \(was) back where it was mistyped"), column: column)
    }

    /// Two figures that have exchanged their values.
    static func swapped(_ old: Observation, _ new: Observation, with other: Observation) -> Finding {
        let place = other.area == new.area ? other.period.text : "\(other.area) \(other.period.text)"
        let values = (old.writtenValue, new.writtenValue)
        return Finding(
            .swapped,
            (
                "\(values.0) 与 \(values.1) 同 \(place) 的对调了",
                "\(values.0) and \(values.1) have been exchanged with those of \(place)"
            ), mend: (zh: "是不是填错了行？核对原文", en: "are the rows mixed up? Look at the source"))
    }

    /// A figure that was public and is hidden now.
    static func hidden(_ old: Observation, _ new: Observation) -> Finding {
        let release = new.embargoUntil
        return Finding(
            .hidden,
            (
                "原已公开（\(old.writtenValue)），现在要到 \(release) 才显示",
                "was public (\(old.writtenValue)), is hidden until \(release)"
            ),
            mend: (
                "EMBARGO_UNTIL 写错了年份就改正；已公开的数不必再定发布时间",
                "mend EMBARGO_UNTIL where it is mistyped; what is public needs no release time"
            ))
    }
}
