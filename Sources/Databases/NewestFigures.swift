import Indicators
import Tables

/// The questions that are asked of a set too large to be read whole: which figures are the newest of every series, and
/// then those of single series. Each is a look-up in the index `observations_newest`.
enum NewestFigures {
    private static let observations = "minsheng.observations"
    private static let end = #"minsheng.period_end("TIME_PERIOD")"#
    /// Whether a row can be the shown figure of its series at any time: it has a printed value, is no forecast and is
    /// under no embargo.
    private static let stands = """
        ("OBS_VALUE" <> '' AND "OBS_STATUS" <> 'F' AND "PERIOD_BASIS" = 'printed'
          AND coalesce("EMBARGO_UNTIL", '') = '')
        """

    /// Whether the data base has the index.
    static let knowsNewest = "SELECT to_regclass('minsheng.observations_newest') IS NOT NULL"
    /// Whether there are more figures than a number, without counting all of them.
    static func countsMore(than most: Int) -> String {
        "SELECT EXISTS (SELECT FROM \(observations) OFFSET \(max(0, most)))"
    }

    /// Whether a row lacks the code of its indicator or area. The walk from series to series does not meet it.
    static let lacksCodes = """
        SELECT EXISTS (SELECT FROM \(observations) WHERE "INDICATOR" IS NULL)
          OR EXISTS (SELECT FROM \(observations) WHERE "REF_AREA" IS NULL)
        """

    /// The period that ends first.
    static let oldest = """
        SELECT "TIME_PERIOD" FROM \(observations) WHERE \(end) > '-infinity' ORDER BY \(end) LIMIT 1
        """

    /// Of each series the newest row that can be shown, and all rows whose period ends with it or later; all rows of a
    /// series without such a row. The query goes backwards through the index from one series to the next and reads
    /// no other rows.
    static func copy(_ columns: [String]) -> String {
        let row = #"SELECT "INDICATOR" i, "REF_AREA" a, \#(end) e, \#(stands) stands FROM \#(observations) o"#
        let newestFirst = "ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT 1"
        return """
            COPY (WITH RECURSIVE newest AS (
              (\(row) \(newestFirst)) UNION ALL
              SELECT next.* FROM newest n CROSS JOIN LATERAL (
                \(row) WHERE (o."INDICATOR", o."REF_AREA") < (n.i, n.a) \(newestFirst)) next),
            reach AS (SELECT i, a, CASE WHEN stands THEN e ELSE coalesce((
              SELECT \(end) FROM \(observations) WHERE "INDICATOR" = i AND "REF_AREA" = a AND \(stands)
              ORDER BY 1 DESC LIMIT 1), '-infinity') END e FROM newest)
            SELECT \(Schema.list(columns, of: "o")) FROM reach r CROSS JOIN LATERAL (
              SELECT * FROM \(observations) WHERE "INDICATOR" = r.i AND "REF_AREA" = r.a AND \(end) >= r.e) o
            ORDER BY o.row_order) TO STDOUT (FORMAT csv, HEADER true)
            """
    }

    /// The figures of the series in the setting `minsheng.wishes`: COPY takes no parameters.
    static func copyWished(_ columns: [String]) -> String {
        """
        COPY (SELECT \(Schema.list(columns, of: "o"))
          FROM jsonb_array_elements(current_setting('minsheng.wishes')::jsonb) w CROSS JOIN LATERAL (
            SELECT * FROM \(observations) WHERE "INDICATOR" = w ->> 0 AND "REF_AREA" = w ->> 1
            AND \(end) >= coalesce((w ->> 2)::date, '-infinity')) o
          ORDER BY o.row_order) TO STDOUT (FORMAT csv, HEADER true)
        """
    }

    static let setWishes = "SELECT set_config('minsheng.wishes', $1, true)"

    /// Wishes as JSON. A period that begins in this year or later also ends on or after its first day, so the index on
    /// ends can be used.
    static func json(_ wishes: Set<SeriesWish>) -> String {
        let items = wishes.map { wish in
            // PostgreSQL reads years of four digits. For any other year all rows of the series are read.
            let since = wish.since.flatMap { (1_000...9_999).contains($0) ? "\($0)-01-01" : nil }
            let parts = [
                JSONText.quoted(wish.indicator), JSONText.quoted(wish.area), since.map(JSONText.quoted) ?? "null",
            ]
            return "[" + parts.joined(separator: ",") + "]"
        }
        return "[" + items.joined(separator: ",") + "]"
    }
}
