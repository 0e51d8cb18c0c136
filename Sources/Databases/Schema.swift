import Indicators
import Tables

/// The tables of a data set in a data base: `minsheng database create` runs `statements`, and everything else goes by
/// the names here.
///
/// Every table keeps its rows for as long as a kept version shows them: a row holds from one version to another, and
/// the views show those that hold now. A version that changes ten rows writes ten.
public enum Schema {
    /// The version of the form of the tables. It is raised when an older program would misread them.
    static let version = 1
    static let name = "minsheng"
    static let package = TableColumns.package
    static let tables = TableColumns.all + [package]

    /// An identifier as SQL quotes it.
    static func quoted(_ name: String) -> String {
        "\"" + name.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    static func list(_ columns: [String], of alias: String = "") -> String {
        columns.map { (alias.isEmpty ? "" : alias + ".") + quoted($0) }.joined(separator: ", ")
    }

    /// The view of a table, which programs read.
    static func view(_ table: TableColumns) -> String { "minsheng." + quoted(table.name) }
    /// Where its rows are kept.
    static func rows(_ table: TableColumns) -> String { "minsheng." + quoted(table.name + "_rows") }

    /// All statements in their order. They may be run again: what is there already stays.
    public static var statements: [String] {
        roles + [schema, versionTable, publicationsTable] + tables.flatMap(table) + [periodEnd, indexes] + functions
            + rights
            + tables.map { view(of: $0) } + [announcing, grants]
    }

    private static let roleNames = ["minsheng_reader", "minsheng_kiosk", "minsheng_clerk"]

    private static let roles = roleNames.map { role in
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '\(role)') THEN
            CREATE ROLE \(role) NOLOGIN;
          END IF;
        END $$
        """
    }

    private static let schema = "CREATE SCHEMA IF NOT EXISTS minsheng"

    private static let versionTable = """
        CREATE TABLE IF NOT EXISTS minsheng.version (
          one boolean PRIMARY KEY DEFAULT true CHECK (one), schema_version integer NOT NULL, generation bigint NOT NULL,
          shows bigint NOT NULL DEFAULT 0, oldest bigint NOT NULL DEFAULT 1,
          published_at timestamptz NOT NULL DEFAULT now());
        INSERT INTO minsheng.version (schema_version, generation) VALUES (\(version), 0)
          ON CONFLICT (one) DO UPDATE SET schema_version = excluded.schema_version
          WHERE minsheng.version.schema_version < excluded.schema_version
        """

    private static let publicationsTable = """
        CREATE TABLE IF NOT EXISTS minsheng.publications (
          generation bigint PRIMARY KEY, shows bigint NOT NULL, "time" text NOT NULL, action text NOT NULL,
          former bigint NOT NULL, who text NOT NULL, kind text NOT NULL, added bigint NOT NULL, removed bigint NOT NULL,
          changed bigint NOT NULL, reason text NOT NULL,
          remark text NOT NULL)
        """

    private static func table(_ table: TableColumns) -> [String] {
        [
            """
            CREATE TABLE IF NOT EXISTS \(rows(table)) (
              valid_from bigint NOT NULL, valid_until bigint, row_order integer NOT NULL,
              \(table.columns.map { quoted($0) + " text" }.joined(separator: ", ")))
            """,
            // A subscriber of a replication may want the rows of its own area, by any column.
            "ALTER TABLE \(rows(table)) REPLICA IDENTITY FULL",
            // Columns that a newer program knows.
            "ALTER TABLE \(rows(table)) "
                + table.columns.map { "ADD COLUMN IF NOT EXISTS " + quoted($0) + " text" }.joined(separator: ", "),
            """
            CREATE INDEX IF NOT EXISTS \(quoted(table.name + "_shown")) ON \(rows(table)) (row_order)
              WHERE valid_until IS NULL
            """,
        ]
    }

    /// The newest figure of a series, a series, an indicator across areas, an area; the oldest figure of all.
    private static let indexes = """
        CREATE INDEX IF NOT EXISTS observations_newest ON minsheng.observations_rows
          ("INDICATOR", "REF_AREA", minsheng.period_end("TIME_PERIOD")) WHERE valid_until IS NULL;
        DROP INDEX IF EXISTS minsheng.observations_series;
        CREATE INDEX IF NOT EXISTS observations_area ON minsheng.observations_rows
          ("REF_AREA", "INDICATOR", "TIME_PERIOD") WHERE valid_until IS NULL;
        CREATE INDEX IF NOT EXISTS observations_oldest ON minsheng.observations_rows
          (minsheng.period_end("TIME_PERIOD")) WHERE valid_until IS NULL;
        CREATE INDEX IF NOT EXISTS observations_embargo ON minsheng.observations_rows ("EMBARGO_UNTIL")
          WHERE valid_until IS NULL AND "EMBARGO_UNTIL" IS NOT NULL
        """

    private static func view(of table: TableColumns) -> String {
        """
        DROP VIEW IF EXISTS \(view(table));
        CREATE VIEW \(view(table)) WITH (security_invoker = true) AS
          SELECT \(list(table.columns)), row_order FROM \(rows(table)) WHERE valid_until IS NULL
        """
    }
}

extension TableColumns {
    /// `datapackage.json` and `map.txt` as they are.
    static let package = TableColumns(name: "package", columns: ["file", "content"])
}
