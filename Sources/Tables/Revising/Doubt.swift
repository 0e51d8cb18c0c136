import Indicators

/// A reason why a publication needs a person's word first.
public enum Doubt: Hashable, Sendable {
    /// A figure that is probably a slip.
    case figure(CatalogueDifference.Figure)
    /// A row of another table that is probably a slip: a target that has moved.
    case row(CatalogueDifference.Row)
    /// The clock shows a day before one that has passed: that of the last publication, or one when this program was not
    /// yet written.
    case clock(today: String, passed: String)
    /// So much is reported after the day by the clock that whoever reads the set will doubt his clock, and hide what
    /// has a release time.
    case aheadOfClock(today: String, newest: String)
    /// The folder does not say which version it was made from, so all of its differences count as the clerk's.
    case unknownBase
    /// A draft of the same person waits, and makes way for this one: its number, and when and why it was submitted.
    case draft(Int, String)

    /// The name by which it is accepted on the command line: `INDICATOR/AREA/PERIOD`, `TABLE/CODE`, `clock`, `base` or
    /// `draft`.
    public var name: String {
        switch self {
        case .figure(let figure): "\(figure.key.indicator)/\(figure.key.area)/\(figure.key.period)"
        // Its code is several cells, separated by blanks.
        case .row(let row): ([row.table] + row.code.split(separator: " ").map(String.init)).joined(separator: "/")
        case .clock, .aheadOfClock: "clock"
        case .unknownBase: "base"
        case .draft: "draft"
        }
    }
}

extension Doubt {
    /// What doubts of one kind have in common: they are counted together where there are many.
    public var kind: String {
        switch self {
        case .figure: "observations \(suspicion?.rawValue ?? "")"
        case .row(let row): "\(row.table) \(suspicion?.rawValue ?? "")"
        case .clock, .aheadOfClock, .unknownBase, .draft: name
        }
    }

    /// The first reason to check a figure or a row again; nil for what is neither.
    public var suspicion: Suspicion? {
        switch self {
        case .figure(let figure): figure.suspicions.first
        case .row(let row): row.findings.first?.kind
        case .clock, .aheadOfClock, .unknownBase, .draft: nil
        }
    }
}

/// What a person has accepted beforehand.
public struct Acceptance: Hashable, Sendable {
    /// Whether everything that is suspicious is accepted.
    public var all: Bool
    /// The names of what is accepted.
    public var names: Set<String>
    /// Whether a large loss is accepted. Nothing else stands for it.
    public var loss: Bool

    /// Accepts what these say.
    public init(all: Bool = false, names: Set<String> = [], loss: Bool = false) {
        self.all = all
        self.names = names
        self.loss = loss
    }

    /// The doubts that nobody has accepted.
    public func open(_ doubts: [Doubt]) -> [Doubt] { all ? [] : doubts.filter { !names.contains($0.name) } }

    /// The names that mean none of these doubts: perhaps mistyped.
    public func unused(_ doubts: [Doubt]) -> [String] {
        let known = Set(doubts.map(\.name))
        return names.filter { !known.contains($0) }.sorted()
    }
}

/// So many figures have lost their values that a table was probably cut off or put in the wrong place.
public struct Loss: Hashable, Sendable {
    /// How many figures had a value and have none now.
    public let figures: Int
    /// How many figures had a value.
    public let all: Int
    /// The codes of the topics that had values and have none now.
    public let topics: [String]
    /// The tables that had several rows and have none now, such as `targets.csv`: probably saved empty. Checks and
    /// judgements that need these tables stop too. The map is one of them.
    public let tables: [String]

    /// The loss between two versions; nil where it is at most a tenth of the values, no topic is left without any, and
    /// no table without rows.
    public init?(_ difference: CatalogueDifference, from old: Catalogue, to new: Catalogue) {
        let lost = difference.figures.filter { $0.hadValue && !$0.hasValue && !$0.isRenamed }
        let all = old.observations.valueCount
        let topics = Set(lost.compactMap { old.indicator($0.key.indicator)?.topic }).filter { topic in
            !new.indicators(ofTopic: topic).contains { new.hasValue(of: $0.code) }
        }
        tables =
            zip(Self.rows(of: old), Self.rows(of: new)).filter { $0.count > 1 && $1.count == 0 }.map {
                "\($0.0.table).csv"
            } + (old.map != nil && new.map == nil ? [MapReader.file] : [])
        guard lost.count * 10 > all || !topics.isEmpty || !tables.isEmpty else { return nil }
        figures = lost.count
        self.all = all
        self.topics = old.topics.map(\.code).filter(topics.contains)
    }

    /// How many rows the tables besides the figures have.
    private static func rows(of catalogue: Catalogue) -> [(table: String, count: Int)] {
        [
            ("targets", catalogue.targets.count), ("links", catalogue.links.count),
            ("derived", catalogue.derived.count), ("briefs", catalogue.briefs.count),
            ("followups", catalogue.followUps.count), ("notes", catalogue.notes.count),
            ("contacts", catalogue.contacts.count),
        ]
    }
}

extension CatalogueDifference.Figure {
    /// A value under embargo counts as one.
    fileprivate var hadValue: Bool { old.map { $0.value != nil || $0.isWithheld } ?? false }
    /// Whether the figure was not there or had no value.
    var isNew: Bool { !isRenamed && !hadValue && new != nil && (kind == .added || hasValue) }
    /// Whether the figure had a value and is gone.
    var losesValue: Bool { new == nil && old?.value != nil && !isRenamed }
    fileprivate var hasValue: Bool { new.map { $0.value != nil || $0.isWithheld } ?? false }
}

extension Catalogue {
    fileprivate func hasValue(of indicator: String) -> Bool {
        observations.areas(reporting: indicator).contains { area in
            observations.rows(indicator: indicator, area: area).contains {
                observations[revealed: Int($0)].value != nil
            }
        }
    }
}

extension ObservationTable {
    fileprivate var valueCount: Int { (0..<count).count { self[revealed: $0].value != nil } }
}

extension Publication {
    /// What a person has to confirm before this is published, without the state of the folder it was made from.
    ///
    /// - Parameters:
    ///   - today: the day by the clock.
    ///   - last: the day of the last publication; nil for none.
    public func doubts(today: CalendarDay, last: CalendarDay?) -> [Doubt] {
        // Of a first version only what is odd by itself can be asked.
        let alone = difference == nil ? CatalogueDifference.questions(of: catalogue) : ([], [])
        let figures =
            (difference?.suspicious ?? alone.0).map(Doubt.figure)
            + (difference?.suspiciousRows ?? alone.1).map(Doubt.row)
        // A clock of another time zone is no wrong clock. Periods of figures are no evidence: a year may be mistyped.
        let passed = max(last?.adding(days: -1) ?? .firstPossible, .firstPossible)
        if today < passed { return [.clock(today: today.text, passed: passed.text)] + figures }
        guard catalogue.doubtsClock, let newest = catalogue.observations.newestReported else { return figures }
        return [.aheadOfClock(today: today.text, newest: newest.text)] + figures
    }

    /// The loss of figures; nil for the first version or where little is lost.
    public var loss: Loss? {
        guard let difference, let former else { return nil }
        return Loss(difference, from: former, to: catalogue)
    }
}
