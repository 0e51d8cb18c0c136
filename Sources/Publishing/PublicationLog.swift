import Tables

/// The log of a target: who published or rolled back what, when and why, one line for each change of the link.
public struct PublicationLog: Sendable {
    /// The name of its file in `TARGET.generations`.
    public static let file = "published.csv"

    /// What a line of the log records, as the column ACTION has it.
    public enum Action: String, Sendable {
        case publish, rollback
        /// The generation of the line before was never shown: the publication was interrupted before the rename.
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

        /// A line; the counts of a rollback are 0.
        public init(
            time: String, action: Action, generation: String, former: String = "", who: String, kind: String = "",
            added: Int = 0, removed: Int = 0,
            changed: Int = 0, reason: String
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
        }
    }

    /// The lines, the oldest first. Lines with an unknown action are left out.
    public private(set) var entries: [Entry] = []

    private static let columns = [
        "TIME", "ACTION", "GENERATION", "FORMER", "WHO", "KIND", "ADDED", "REMOVED", "CHANGED", "REASON",
    ]

    init(_ bytes: [UInt8]) {
        let table = CSVText(bytes), columns = table.columns
        entries = table.records.dropFirst().compactMap { record in
            func cell(_ name: String) -> String {
                columns[name].flatMap { record.indices.contains($0) ? table.text(record[$0]) : nil } ?? ""
            }
            guard let action = Action(rawValue: cell("ACTION")) else { return nil }
            return Entry(
                time: cell("TIME"), action: action, generation: cell("GENERATION"), former: cell("FORMER"),
                who: cell("WHO"), kind: cell("KIND"),
                added: Int(cell("ADDED")) ?? 0, removed: Int(cell("REMOVED")) ?? 0, changed: Int(cell("CHANGED")) ?? 0,
                reason: cell("REASON"))
        }
    }

    /// The log with one more line. If the last line names a generation that is not shown, `interrupted` comes before
    /// it.
    ///
    /// - Parameter current: the generation shown now; nil for none.
    func adding(_ entry: Entry, current: String?) -> PublicationLog {
        var log = self
        if let last = entries.last, last.action != .interrupted, last.generation != current {
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
                    String(entry.changed), entry.reason,
                ])
            }.joined()
    }
}
