import Indicators

/// Who published what, when and why: `published.csv` beside the generations, a line for every time that another version
/// was shown.
public struct PublicationLog: Sendable {
    public static let file = "published.csv"

    public enum Action: String, Sendable {
        case publish, rollback
        /// The line before speaks of a version that was not shown after all: the machine had stopped in between.
        case interrupted
    }

    public struct Entry: Hashable, Sendable {
        /// RFC 3339.
        public var time: String
        public var action: Action
        public var generation: String
        /// The one that was shown before; empty for none.
        public var former: String
        public var who: String
        /// A code of `PublicationKind`; empty for a rollback.
        public var kind: String
        public var added: Int
        public var removed: Int
        public var changed: Int
        public var reason: String

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

    /// With one more line, and before it the truth about a last line that did not come about.
    ///
    /// - Parameter current: what is shown before the new line comes about.
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
