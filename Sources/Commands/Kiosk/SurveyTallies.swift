import Kiosk

/// The answers to a survey: for each day how many sheets there were and how often each choice was taken. There is no
/// row for a sheet, no time, and the order of rows is that of their keys.
final class SurveyTallies {
    static let name = "answers.sqlite"
    /// More sheets than a kiosk takes in a day are somebody's game.
    static let mostSheets = 500
    private let base: SQLite

    /// A tally of all days.
    struct Tally: Hashable {
        var version, question, choice: String
        var count: Int
        /// Sheets of this version.
        var sheets: Int
    }

    /// Opens the tallies of a folder for a summary. A missing file is a fault.
    init(readingFrom folder: String) throws(SurveyFault) {
        base = try SQLite(folder + "/" + Self.name, createsMissingFile: false)
    }

    /// Opens the tallies of a folder to add sheets. A missing file and missing tables are created.
    init(addingTo folder: String) throws(SurveyFault) {
        base = try SQLite(folder + "/" + Self.name, createsMissingFile: true)
        // Every commit is on the disk, the name of the journal in its folder too; what is overwritten is gone.
        try base.run("PRAGMA synchronous = EXTRA")
        try base.run("PRAGMA secure_delete = ON")
        try base.run("BEGIN IMMEDIATE")
        try base.run(
            """
            CREATE TABLE IF NOT EXISTS sheets (version TEXT, day TEXT, n INTEGER NOT NULL,
            PRIMARY KEY (version, day)) WITHOUT ROWID
            """)
        try base.run(
            """
            CREATE TABLE IF NOT EXISTS marks (version TEXT, day TEXT, question TEXT, choice TEXT, n INTEGER NOT NULL,
            PRIMARY KEY (version, day, question, choice)) WITHOUT ROWID
            """)
        try base.run("COMMIT")
    }

    /// Adds a whole sheet, or nothing of it.
    func add(_ answers: SurveyAnswers, day: String) throws(SurveyFault) {
        try transaction("BEGIN IMMEDIATE") { () throws(SurveyFault) in
            try base.run(
                "INSERT INTO sheets VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1", answers.version, day)
            for mark in answers.marks {
                try base.run(
                    "INSERT INTO marks VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1", answers.version,
                    day, mark.question, mark.choice)
            }
        }
    }

    private func transaction<Value>(
        _ begin: String, _ body: () throws(SurveyFault) -> Value
    ) throws(SurveyFault) -> Value {
        try base.run(begin)
        do throws(SurveyFault) {
            let value = try body()
            try base.run("COMMIT")
            return value
        } catch {
            _ = try? base.run("ROLLBACK")
            throw error
        }
    }

    /// The sheets of a day, of all versions.
    func sheets(day: String) throws(SurveyFault) -> Int {
        try base.run("SELECT coalesce(sum(n), 0) FROM sheets WHERE day = ?", day).first.flatMap { Int($0[0]) } ?? 0
    }

    /// All that was counted, by version and day, at one moment: a kiosk may be adding a sheet.
    func all() throws(SurveyFault) -> [SurveyCount] {
        try transaction("BEGIN") { () throws(SurveyFault) in try counts() }
    }

    private func counts() throws(SurveyFault) -> [SurveyCount] {
        // Small as it is, the whole file can be looked at first.
        if let found = try base.run("PRAGMA quick_check").first?.first, found != "ok" {
            throw SurveyFault(zh: "文件损坏：\(found)", en: "the file is damaged: \(found)")
        }
        var counts = try base.run("SELECT version, day, n FROM sheets ORDER BY version, day").map {
            SurveyCount(version: $0[0], day: $0[1], sheets: Int($0[2]) ?? 0, marks: [:])
        }
        var indices = Dictionary(
            counts.enumerated().map { ([$1.version, $1.day], $0) }, uniquingKeysWith: { first, _ in first })
        for row in try base.run("SELECT version, day, question, choice, n FROM marks") {
            let key = [row[0], row[1]]
            // Answers without sheets are kept, so that `SurveyTotal.fault` finds them.
            let index = indices[key] ?? counts.count
            if index == counts.count {
                indices[key] = index
                counts.append(SurveyCount(version: row[0], day: row[1], sheets: 0, marks: [:]))
            }
            counts[index].marks[SurveyCount.Mark(question: row[2], choice: row[3])] = Int(row[4]) ?? 0
        }
        return counts
    }
}
