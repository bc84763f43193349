-- What was true of a person and of a unit, by day: whatever is said about a day gone by is said with these, and with the
-- postings and assignments of that day, never with the row of today. The triggers below keep them, so that no command can
-- forget it. A change counts from the day on which it is made; the days before it stay as they were.
CREATE TABLE person_fact (
  person_id uuid NOT NULL REFERENCES person,
  since_on  date NOT NULL,
  until_on  date CHECK (until_on >= since_on),
  name      text NOT NULL,
  pangkat   text NOT NULL,
  position  text NOT NULL,
  state     text NOT NULL,
  PRIMARY KEY (person_id, since_on)
);
CREATE UNIQUE INDEX person_fact_current ON person_fact (person_id) WHERE until_on IS NULL;

CREATE TABLE unit_fact (
  unit_id  uuid NOT NULL REFERENCES unit,
  since_on date NOT NULL,
  until_on date CHECK (until_on >= since_on),
  name     text NOT NULL,
  PRIMARY KEY (unit_id, since_on)
);
CREATE UNIQUE INDEX unit_fact_current ON unit_fact (unit_id) WHERE until_on IS NULL;

-- When a command has changed the row, by the application's clock. Where none says so, the database's clock counts.
ALTER TABLE person ADD changed_at timestamptz;
ALTER TABLE unit ADD changed_at timestamptz;

-- The day on which an assignment was written down, where that is later than its first day: until then nobody was expected
-- to report from there, though what happened there since its first day may be reported. NULL: from its first day on.
ALTER TABLE assignment ADD recorded_on date;

-- The facts of a person on a day; of a day that has none, those nearest to it.
CREATE FUNCTION person_on(who uuid, on_day date) RETURNS SETOF person_fact LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT * FROM person_fact f WHERE f.person_id = who ORDER BY f.since_on <= on_day DESC, abs(f.since_on - on_day) LIMIT 1
$$;
CREATE FUNCTION unit_on(which uuid, on_day date) RETURNS SETOF unit_fact LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT * FROM unit_fact f WHERE f.unit_id = which ORDER BY f.since_on <= on_day DESC, abs(f.since_on - on_day) LIMIT 1
$$;

INSERT INTO unit_fact (unit_id, since_on, name) SELECT id, since_on, name FROM unit;

-- People: from the first day that is known of them, and from what the audit remembers of changes since.
WITH change AS (
  SELECT e.id, p.id AS person_id, (e.at AT TIME ZONE u.time_zone)::date AS day,
         one ->> 'what' AS what, one ->> 'before' AS before, one ->> 'after' AS after
  FROM audit_entry e JOIN person p ON p.id::text = e.subject JOIN unit u ON u.id = p.unit_id
  CROSS JOIN LATERAL jsonb_array_elements(
    CASE WHEN jsonb_typeof(e.details -> 'changes') = 'array' THEN e.details -> 'changes' ELSE '[]' END) one
  WHERE e.action IN ('person.edited', 'person.moved')
  UNION ALL
  SELECT e.id, p.id, (e.at AT TIME ZONE u.time_zone)::date, 'state',
         CASE e.action WHEN 'person.suspended' THEN 'active' ELSE 'suspended' END,
         CASE e.action WHEN 'person.suspended' THEN 'suspended' ELSE 'active' END
  FROM audit_entry e JOIN person p ON p.id::text = e.subject JOIN unit u ON u.id = p.unit_id
  WHERE e.action IN ('person.suspended', 'person.reinstated')
), begun AS (
  SELECT p.id AS person_id, least((p.created_at AT TIME ZONE u.time_zone)::date,
    (SELECT min(since_on) FROM posting WHERE posting.person_id = p.id),
    (SELECT min(since_on) FROM assignment WHERE assignment.person_id = p.id)) AS day
  FROM person p JOIN unit u ON u.id = p.unit_id
), since AS (
  SELECT person_id, day FROM begun
  UNION SELECT change.person_id, change.day FROM change JOIN begun USING (person_id) WHERE change.day > begun.day
), told AS (
  SELECT since.person_id, since.day, what.name AS what,
    coalesce(
      (SELECT c.after FROM change c WHERE c.person_id = since.person_id AND c.what = what.name AND c.day <= since.day ORDER BY c.id DESC LIMIT 1),
      (SELECT c.before FROM change c WHERE c.person_id = since.person_id AND c.what = what.name AND c.day > since.day ORDER BY c.id LIMIT 1)) AS value
  FROM since CROSS JOIN (VALUES ('name'), ('pangkat'), ('position'), ('state')) AS what (name)
), fact AS (
  SELECT person_id, day, max(value) FILTER (WHERE what = 'name') AS name, max(value) FILTER (WHERE what = 'pangkat') AS pangkat,
    max(value) FILTER (WHERE what = 'position') AS position, max(value) FILTER (WHERE what = 'state') AS state
  FROM told GROUP BY 1, 2
)
INSERT INTO person_fact (person_id, since_on, until_on, name, pangkat, position, state)
SELECT fact.person_id, fact.day, lead(fact.day) OVER (PARTITION BY fact.person_id ORDER BY fact.day) - 1,
  coalesce(fact.name, p.name), coalesce(fact.pangkat, p.pangkat), coalesce(fact.position, p.position), coalesce(fact.state, p.state)
FROM fact JOIN person p ON p.id = fact.person_id;

-- Rows from this day on are replaced: several changes of one day leave the last of them, and a clock that ran ahead
-- leaves nothing in days to come.
CREATE FUNCTION person_keeps_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  today date := (SELECT (CASE WHEN TG_OP = 'INSERT' THEN NEW.created_at
    WHEN NEW.changed_at IS DISTINCT FROM OLD.changed_at THEN NEW.changed_at ELSE now() END AT TIME ZONE time_zone)::date
    FROM unit WHERE id = NEW.unit_id);
BEGIN
  DELETE FROM person_fact WHERE person_id = NEW.id AND since_on >= today;
  UPDATE person_fact SET until_on = today - 1 WHERE person_id = NEW.id AND (until_on IS NULL OR until_on >= today);
  INSERT INTO person_fact (person_id, since_on, name, pangkat, position, state)
    VALUES (NEW.id, today, NEW.name, NEW.pangkat, NEW.position, NEW.state);
  RETURN NULL;
END $$;
CREATE TRIGGER person_created_fact AFTER INSERT ON person FOR EACH ROW EXECUTE FUNCTION person_keeps_facts();
CREATE TRIGGER person_changed_fact AFTER UPDATE ON person FOR EACH ROW
  WHEN ((OLD.name, OLD.pangkat, OLD.position, OLD.state) IS DISTINCT FROM (NEW.name, NEW.pangkat, NEW.position, NEW.state))
  EXECUTE FUNCTION person_keeps_facts();

CREATE FUNCTION unit_keeps_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  today date := CASE WHEN TG_OP = 'INSERT' THEN NEW.since_on
    ELSE (CASE WHEN NEW.changed_at IS DISTINCT FROM OLD.changed_at THEN NEW.changed_at ELSE now() END AT TIME ZONE NEW.time_zone)::date END;
BEGIN
  DELETE FROM unit_fact WHERE unit_id = NEW.id AND since_on >= today;
  UPDATE unit_fact SET until_on = today - 1 WHERE unit_id = NEW.id AND (until_on IS NULL OR until_on >= today);
  INSERT INTO unit_fact (unit_id, since_on, name) VALUES (NEW.id, today, NEW.name);
  RETURN NULL;
END $$;
CREATE TRIGGER unit_created_fact AFTER INSERT ON unit FOR EACH ROW EXECUTE FUNCTION unit_keeps_facts();
CREATE TRIGGER unit_changed_fact AFTER UPDATE ON unit FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION unit_keeps_facts();
