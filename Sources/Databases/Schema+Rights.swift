extension Schema {
    static let functions = [
        // NULL for a text that is no moment.
        """
        CREATE OR REPLACE FUNCTION minsheng.moment(embargo text) RETURNS timestamptz LANGUAGE sql STABLE
          SET search_path = pg_catalog, pg_temp AS $$
          SELECT CASE WHEN embargo ~ ('^[0-9]{4}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]'
            || ':[0-5][0-9]([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$') THEN embargo::timestamptz END $$
        """,
        // An embargo without a valid end never ends, as in the program.
        """
        CREATE OR REPLACE FUNCTION minsheng.is_released(embargo text) RETURNS boolean LANGUAGE sql STABLE
          SET search_path = pg_catalog, pg_temp AS $$
          SELECT coalesce(embargo, '') = '' OR coalesce(minsheng.moment(embargo) <= now(), false) $$
        """,
        // SECURITY DEFINER: the role that asks cannot read rows that are withheld.
        """
        CREATE OR REPLACE FUNCTION minsheng.is_withheld(area text, indicator text, period text, basis text)
          RETURNS boolean
          LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
          SELECT EXISTS (SELECT FROM minsheng.observations_rows o WHERE o.valid_until IS NULL
            AND o."EMBARGO_UNTIL" IS NOT NULL AND NOT minsheng.is_released(o."EMBARGO_UNTIL")
            AND o."REF_AREA" = area AND o."INDICATOR" = indicator
            AND coalesce(o."TIME_PERIOD", '') = coalesce(period, '') AND o."PERIOD_BASIS" = basis) $$
        """,
        // The end of the next embargo, when a kiosk reads again.
        """
        CREATE OR REPLACE FUNCTION minsheng.next_release() RETURNS timestamptz
          LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
          SELECT min(minsheng.moment(o."EMBARGO_UNTIL")) FROM minsheng.observations_rows o
            WHERE o.valid_until IS NULL AND o."EMBARGO_UNTIL" IS NOT NULL
            AND NOT minsheng.is_released(o."EMBARGO_UNTIL") $$
        """,
        """
        CREATE OR REPLACE FUNCTION minsheng.announce() RETURNS trigger LANGUAGE plpgsql
          SET search_path = pg_catalog, pg_temp AS $$
          BEGIN PERFORM pg_notify('minsheng', NEW.generation::text); RETURN NULL; END $$
        """,
    ]

    /// ENABLE ALWAYS: the trigger also runs on a subscriber of a replication.
    static let announcing = """
        DROP TRIGGER IF EXISTS announce ON minsheng.version;
        CREATE TRIGGER announce AFTER INSERT OR UPDATE ON minsheng.version
          FOR EACH ROW EXECUTE FUNCTION minsheng.announce();
        ALTER TABLE minsheng.version ENABLE ALWAYS TRIGGER announce
        """

    /// A kiosk sees nothing that is under embargo, neither the figure nor what it was before nor that it is linked.
    static var rights: [String] {
        let open = "true"
        let own = #"minsheng.is_released("EMBARGO_UNTIL")"#
        let referred = #"NOT minsheng.is_withheld("REF_AREA", "INDICATOR", "TIME_PERIOD", "PERIOD_BASIS")"#
        let kiosk = ["observations": own, "links": referred, "revisions": referred]
        return tables.map { table in
            let rows = rows(table)
            return """
                ALTER TABLE \(rows) ENABLE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS reader ON \(rows);
                CREATE POLICY reader ON \(rows) FOR SELECT TO minsheng_reader USING (true);
                DROP POLICY IF EXISTS kiosk ON \(rows);
                CREATE POLICY kiosk ON \(rows) FOR SELECT TO minsheng_kiosk
                  USING (valid_until IS NULL AND \(kiosk[table.name] ?? open));
                DROP POLICY IF EXISTS clerk ON \(rows);
                CREATE POLICY clerk ON \(rows) FOR ALL TO minsheng_clerk USING (true) WITH CHECK (true)
                """
        }
    }

    static var grants: String {
        let views = tables.map(view).joined(separator: ", "), rows = tables.map(rows).joined(separator: ", ")
        return """
            GRANT USAGE ON SCHEMA minsheng TO minsheng_reader, minsheng_kiosk, minsheng_clerk;
            GRANT SELECT ON minsheng.version, \(views), \(rows) TO minsheng_reader, minsheng_kiosk, minsheng_clerk;
            GRANT SELECT ON minsheng.publications TO minsheng_reader, minsheng_clerk;
            GRANT INSERT, UPDATE, DELETE ON \(rows) TO minsheng_clerk;
            GRANT UPDATE ON minsheng.version TO minsheng_clerk;
            GRANT INSERT ON minsheng.publications TO minsheng_clerk
            """
    }
}
