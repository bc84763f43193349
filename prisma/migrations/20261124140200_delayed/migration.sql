-- How many were long on their way from the phone: the signal, apart from lateness. As `isDelayed` says it.
ALTER TABLE daily_tally ADD delayed integer NOT NULL DEFAULT 0;

CREATE FUNCTION is_delayed(written_at timestamptz, arrived_at timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT arrived_at - written_at > interval '1 hour' $$;

CREATE OR REPLACE FUNCTION tally_filed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO daily_tally AS t (occurred_on, author_id, unit_path, type_key, state, reports, late, delayed, sums)
    SELECT occurred_on, author_id, unit_path, type_key, state, count(*), count(*) FILTER (WHERE written_at > due_at),
      count(*) FILTER (WHERE is_delayed(written_at, arrived_at)), sums_total(sums)
    FROM new_report GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 1, 4, 5, 3
    ON CONFLICT (author_id, occurred_on, type_key, state, unit_path) DO UPDATE
      SET reports = t.reports + excluded.reports, late = t.late + excluded.late, delayed = t.delayed + excluded.delayed,
        sums = sums_added(t.sums, excluded.sums);
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION tally_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO daily_tally AS t (occurred_on, author_id, unit_path, type_key, state, reports, late, delayed, sums)
    SELECT occurred_on, author_id, unit_path, type_key, state, sum(n), coalesce(sum(n) FILTER (WHERE written_at > due_at), 0),
      coalesce(sum(n) FILTER (WHERE is_delayed(written_at, arrived_at)), 0), sums_total(sums)
    FROM (SELECT occurred_on, author_id, unit_path, type_key, state, 1 AS n, written_at, arrived_at, due_at, sums FROM new_report
          UNION ALL
          SELECT occurred_on, author_id, unit_path, type_key, state, -1, written_at, arrived_at, due_at, sums_negated(sums) FROM old_report) moved
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 1, 4, 5, 3
    ON CONFLICT (author_id, occurred_on, type_key, state, unit_path) DO UPDATE
      SET reports = t.reports + excluded.reports, late = t.late + excluded.late, delayed = t.delayed + excluded.delayed,
        sums = sums_added(t.sums, excluded.sums);
  RETURN NULL;
END $$;

UPDATE daily_tally t SET delayed = counted.delayed
FROM (SELECT occurred_on, author_id, unit_path, type_key, state, count(*) AS delayed FROM report
      WHERE is_delayed(written_at, arrived_at) GROUP BY 1, 2, 3, 4, 5) counted
WHERE (t.occurred_on, t.author_id, t.unit_path, t.type_key, t.state)
  = (counted.occurred_on, counted.author_id, counted.unit_path, counted.type_key, counted.state);

-- The recap is answered from the index alone.
DROP INDEX daily_tally_by_unit;
CREATE INDEX daily_tally_by_unit ON daily_tally (unit_path text_pattern_ops, occurred_on)
  INCLUDE (type_key, author_id, state, reports, late, delayed);
