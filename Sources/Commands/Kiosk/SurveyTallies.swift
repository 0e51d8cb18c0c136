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

    /// - Parameter isReadOnly: for a summary; otherwise the tables are made where they are missing.
    init(_ folder: String, isReadOnly: Bool) throws(SurveyFault) {
        base = try SQLite(folder + "/" + Self.name, isReadOnly: isReadOnly)
        if isReadOnly { return }
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
        try base.run("BEGIN IMMEDIATE")
        do throws(SurveyFault) {
            try base.run(
                "INSERT INTO sheets VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1", answers.version, day)
            for mark in answers.marks {
                try base.run(
                    "INSERT INTO marks VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1", answers.version,
                    day, mark.question, mark.choice)
            }
            try base.run("COMMIT")
        } catch {
            _ = try? base.run("ROLLBACK")
            throw error
        }
    }

    /// The sheets of a day, of all versions.
    func sheets(day: String) throws(SurveyFault) -> Int {
        try base.run("SELECT coalesce(sum(n), 0) FROM sheets WHERE day = ?", day).first.flatMap { Int($0[0]) } ?? 0
    }

    func all() throws(SurveyFault) -> [Tally] {
        try base.run(
            """
            SELECT version, question, choice, sum(n),
            (SELECT sum(n) FROM sheets WHERE sheets.version = marks.version)
            FROM marks GROUP BY version, question, choice ORDER BY version, question, choice
            """
        ).map { Tally(version: $0[0], question: $0[1], choice: $0[2], count: Int($0[3]) ?? 0, sheets: Int($0[4]) ?? 0) }
    }
}
