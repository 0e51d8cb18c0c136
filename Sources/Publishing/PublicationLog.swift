import Tables

/// The log of a target: who published or rolled back what, when and why, one line for each change of the link.
public struct PublicationLog: Sendable {
    /// The name of its file in `TARGET.generations`.
    public static let file = "published.csv"
    /// The name of the file with the line of a change that is being made. It is written before the link is changed and
    /// removed when the line is in the log; until then `PublishedVersions.log` adds it where the link says that the
    /// change was made.
    static let pendingFile = ".pending"

    /// What a line of the log records, as the column ACTION has it.
    public enum Action: String, Sendable {
        case publish, rollback
        /// The generation of the line before was never shown. Only an older version of this program wrote a line before
        /// the change.
        case interrupted
    }

    /// One line of the log.
    public struct Entry: Hashable, Sendable {
        /// When, in RFC 3339.
        public var time: String
        /// What was done.
        public var action: Action
        /// The name of the generation that is shown from then on.
        public var generation: String
        /// The name of the generation shown before; empty for none.
        public var former: String
        /// The name of the user.
        public var who: String
        /// A code of `PublicationKind`; empty for a rollback.
        public var kind: String
        /// How many figures were added.
        public var added: Int
        /// How many figures were removed.
        public var removed: Int
        /// How many figures were changed.
        public var changed: Int
        /// The reason that the user gave.
        public var reason: String
        /// The user who approved it; empty where one person publishes.
        public var approvedBy: String
        /// The draft that was approved, as `Submission.mark` has it; empty where there was none.
        public var draft = ""
        /// What else the environment says of the user, as `SUDO_USER=li`: a claim, not a proof.
        public var remark: String

        /// A line; the counts of a rollback are 0.
        public init(
            time: String, action: Action, generation: String, former: String = "", who: String, kind: String = "",
            added: Int = 0, removed: Int = 0,
            changed: Int = 0, reason: String, approvedBy: String = "", remark: String = ""
        ) {
            self.time = time
            self.action = action
            self.generation = generation
            self.former = former
            self.who = who
            self.kind = kind
            self.added = added
            self.removed = removed
            self.changed = changed
            self.reason = reason
            self.approvedBy = approvedBy
            self.remark = remark
        }
    }

    /// The lines, the oldest first. Lines with an unknown action are left out.
    public private(set) var entries: [Entry] = []

    /// Whether each line was added after the change that it records. Logs that an older version of the program has
    /// written lack the last columns.
    let isTrue: Bool

    private static let columns = [
        "TIME", "ACTION", "GENERATION", "FORMER", "WHO", "KIND", "ADDED", "REMOVED", "CHANGED", "REASON",
        "APPROVED_BY", "DRAFT", "REMARK",
    ]

    /// A log of these lines, the oldest first.
    public init(_ entries: [Entry]) {
        self.entries = entries
        isTrue = true
    }

    init(_ bytes: [UInt8]) {
        let table = CSVText(bytes), columns = table.columns
        isTrue = columns["APPROVED_BY"] != nil
        entries = table.records.dropFirst().compactMap { record in
            func cell(_ name: String) -> String {
                columns[name].flatMap { record.indices.contains($0) ? table.text(record[$0]) : nil } ?? ""
            }
            guard let action = Action(rawValue: cell("ACTION")) else { return nil }
            var entry = Entry(
                time: cell("TIME"), action: action, generation: cell("GENERATION"), former: cell("FORMER"),
                who: cell("WHO"), kind: cell("KIND"),
                added: Int(cell("ADDED")) ?? 0, removed: Int(cell("REMOVED")) ?? 0, changed: Int(cell("CHANGED")) ?? 0,
                reason: cell("REASON"), approvedBy: cell("APPROVED_BY"), remark: cell("REMARK"))
            entry.draft = cell("DRAFT")
            return entry
        }
    }

    /// The names of the generations that were shown at any time.
    var shown: Set<String> {
        var shown: Set<String> = []
        for (index, entry) in entries.enumerated() where entry.action != .interrupted {
            let next = entries.indices.contains(index + 1) ? entries[index + 1] : nil
            if next?.action != .interrupted || next?.generation != entry.generation { shown.insert(entry.generation) }
        }
        return shown
    }

    /// The line of the publication that made a generation; nil for none.
    public func publication(of generation: String) -> Entry? {
        entries.last { $0.generation == generation && $0.action == .publish }
    }

    /// A generation and those that it was made from, the newest first.
    public func lineage(of generation: String) -> [String] {
        var line = [generation]
        while let former = publication(of: line[line.count - 1])?.former, !former.isEmpty, !line.contains(former) {
            line.append(former)
        }
        return line
    }

    /// The log with one more line. If the last line names a generation that is not shown, `interrupted` comes before
    /// it.
    ///
    /// - Parameter current: the generation shown now; nil for none.
    func adding(_ entry: Entry, current: String?) -> PublicationLog {
        var log = self
        if !isTrue, let last = entries.last, last.action != .interrupted, last.generation != current {
            log.entries.append(
                Entry(
                    time: entry.time, action: .interrupted, generation: last.generation, former: current ?? "",
                    who: entry.who, reason: ""))
        }
        log.entries.append(entry)
        return log
    }

    /// The log as CSV, with its header.
    var text: String {
        CSVText.line(Self.columns)
            + entries.map { entry in
                CSVText.line([
                    entry.time, entry.action.rawValue, entry.generation, entry.former, entry.who, entry.kind,
                    String(entry.added), String(entry.removed),
                    String(entry.changed), entry.reason, entry.approvedBy, entry.draft, entry.remark,
                ])
            }.joined()
    }
}
