extension Schema {
    /// The last day of a period in the notations that `Period` reads, so that an index can be ordered by it;
    /// `-infinity` for a text that is no period. The reader of the tables reports such texts, so they are not refused.
    static let periodEnd = """
        CREATE OR REPLACE FUNCTION minsheng.period_end(period text) RETURNS date
          LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        DECLARE part text; first_day date; number integer;
        BEGIN
          -- The common case first: a month.
          IF period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' THEN
            number := left(period, 4)::integer * 12 + right(period, 2)::integer;
            RETURN make_date(greatest(1, number / 12), number % 12 + 1, 1) - 1;
          END IF;
          IF period ~ '/P[0-9]{1,5}[YMWD]$' THEN
            first_day := minsheng.period_end(split_part(period, '/', 1));
            number := substring(period FROM '/P([0-9]{1,5})')::integer;
            RETURN first_day + CASE right(period, 1) WHEN 'Y' THEN make_interval(months => number * 12)
              WHEN 'M' THEN make_interval(months => number) WHEN 'W' THEN make_interval(days => number * 7)
              ELSE make_interval(days => number) END - interval '1 day';
          END IF;
          part := split_part(coalesce(period, ''), '/', -1);
          IF part !~ '^[0-9]{4}' OR left(part, 4) = '0000' THEN RETURN '-infinity'; END IF;
          first_day := make_date(left(part, 4)::integer, 1, 1);
          number := coalesce(substring(part FROM '^[0-9]{4}-[A-Z]?([0-9]{1,3})'), '0')::integer;
          RETURN CASE
            WHEN part ~ '^[0-9]{4}(-A1)?$' THEN first_day + interval '1 year'
            WHEN part ~ '^[0-9]{4}-M?[0-9]{2}$' THEN first_day + make_interval(months => number)
            WHEN part ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN
              first_day + make_interval(months => number - 1, days => right(part, 2)::integer)
            WHEN part ~ '^[0-9]{4}-Q[1-4]$' THEN first_day + make_interval(months => number * 3)
            WHEN part ~ '^[0-9]{4}-S[12]$' THEN first_day + make_interval(months => number * 6)
            WHEN part ~ '^[0-9]{4}-T[1-3]$' THEN first_day + make_interval(months => number * 4)
            WHEN part ~ '^[0-9]{4}-W[0-9]{2}$' THEN
              date_trunc('week', first_day + interval '3 days') + make_interval(days => number * 7)
            WHEN part ~ '^[0-9]{4}-D[0-9]{3}$' THEN first_day + make_interval(days => number)
            ELSE '-infinity'::timestamp END - interval '1 day';
        END $$
        """
}
