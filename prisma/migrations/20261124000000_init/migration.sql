CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Kemendagri's areas: a code says its parent, so that no second source of the tree can disagree with it.
CREATE TABLE area (
  code        text PRIMARY KEY CHECK (code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
  parent_code text GENERATED ALWAYS AS (NULLIF(regexp_replace(code, '\.?\d+$', ''), '')) STORED REFERENCES area,
  name        text NOT NULL,
  level       smallint GENERATED ALWAYS AS (1 + length(regexp_replace(code, '\d', '', 'g'))) STORED,
  retired_on  date
);
CREATE INDEX area_by_parent ON area (parent_code);

CREATE TABLE unit (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  parent_id  uuid REFERENCES unit,
  kind       text NOT NULL CHECK (kind IN ('mabes', 'polda', 'polres', 'polsek')),
  name       text NOT NULL,
  -- The trailing slash keeps /kesambi/ from covering /kesambi-2/; the alphabet keeps LIKE's wildcards out.
  path       text NOT NULL UNIQUE CHECK (path ~ '^/([a-z0-9-]+/)+$'),
  code       text GENERATED ALWAYS AS (upper(substring(path FROM '([a-z0-9-]+)/$'))) STORED,
  time_zone  text NOT NULL DEFAULT 'Asia/Jakarta',
  since_on   date NOT NULL,
  until_on   date CHECK (until_on >= since_on)
);
CREATE INDEX unit_by_path ON unit (path text_pattern_ops);

CREATE TABLE jurisdiction (
  unit_id      uuid NOT NULL REFERENCES unit,
  village_code text NOT NULL REFERENCES area,
  since_on     date NOT NULL,
  until_on     date CHECK (until_on >= since_on),
  PRIMARY KEY (unit_id, village_code, since_on)
);
-- A village answers to one polsek at a time.
CREATE UNIQUE INDEX jurisdiction_current ON jurisdiction (village_code) WHERE until_on IS NULL;

CREATE TABLE person (
  id                   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  nrp                  text NOT NULL UNIQUE CHECK (nrp ~ '^\d{8}$'),
  name                 text NOT NULL CHECK (length(name) BETWEEN 2 AND 100),
  pangkat              text NOT NULL,
  position             text NOT NULL,
  role                 text NOT NULL CHECK (role IN ('bhabinkamtibmas', 'kanit', 'kapolsek', 'kbo', 'kasat', 'kapolres', 'admin')),
  unit_id              uuid NOT NULL REFERENCES unit,
  phone                text,
  password_hash        text,
  must_change_password boolean NOT NULL DEFAULT true,
  -- Raised when a right changes: a session that carries an older one is out at its next request.
  access_version       integer NOT NULL DEFAULT 1,
  state                text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended')),
  suspend_reason       text CHECK ((state = 'suspended') = (suspend_reason IS NOT NULL)),
  last_sign_in_at      timestamptz,
  created_at           timestamptz NOT NULL
);
CREATE INDEX person_by_unit ON person (unit_id);
CREATE INDEX person_by_name ON person USING gin (name gin_trgm_ops);

CREATE TABLE posting (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id  uuid NOT NULL REFERENCES person,
  unit_id    uuid NOT NULL REFERENCES unit,
  role       text NOT NULL,
  position   text NOT NULL,
  since_on   date NOT NULL,
  until_on   date CHECK (until_on >= since_on)
);
CREATE UNIQUE INDEX posting_current ON posting (person_id) WHERE until_on IS NULL;

CREATE TABLE assignment (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id    uuid NOT NULL REFERENCES person,
  village_code text NOT NULL REFERENCES area,
  since_on     date NOT NULL,
  until_on     date CHECK (until_on >= since_on)
);
CREATE UNIQUE INDEX assignment_current ON assignment (person_id, village_code) WHERE until_on IS NULL;
CREATE INDEX assignment_by_village ON assignment (village_code);

-- A slip is the only way to a password that its owner did not choose: random, short, once.
CREATE TABLE password_slip (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id  uuid NOT NULL REFERENCES person,
  code_hash  text NOT NULL,
  issued_by  uuid REFERENCES person,
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX password_slip_by_person ON password_slip (person_id);

-- connect-pg-simple's table; its ids are stored as hashes.
CREATE TABLE session (
  sid    text PRIMARY KEY,
  sess   jsonb NOT NULL,
  expire timestamptz NOT NULL
);
CREATE INDEX session_by_person ON session ((sess #>> '{passport,user,id}'));
CREATE INDEX session_by_expiry ON session (expire);

-- rate-limiter-flexible's table.
CREATE TABLE rate_limit (
  key    text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

CREATE TABLE household (
  id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  village_code     text NOT NULL REFERENCES area,
  rt               smallint NOT NULL CHECK (rt BETWEEN 1 AND 999),
  rw               smallint NOT NULL CHECK (rw BETWEEN 1 AND 999),
  head_name        text NOT NULL CHECK (length(head_name) BETWEEN 2 AND 100),
  address          text,
  occupation       text,
  residents        smallint CHECK (residents BETWEEN 1 AND 30),
  phone            text,
  emergency_contact text,
  -- AES-256-GCM, and an HMAC to find it by: the key is not in the database.
  nik_sealed       bytea,
  nik_index        bytea,
  created_by       uuid NOT NULL REFERENCES person,
  created_at       timestamptz NOT NULL
);
CREATE INDEX household_by_place ON household (village_code, rw, rt);
CREATE INDEX household_by_name ON household USING gin (head_name gin_trgm_ops);
CREATE INDEX household_by_nik ON household (nik_index);

CREATE SEQUENCE report_number;

CREATE TABLE report (
  id              uuid PRIMARY KEY,
  number          text NOT NULL UNIQUE,
  check_code      text NOT NULL,
  type_key        text NOT NULL,
  type_version    smallint NOT NULL,
  author_id       uuid NOT NULL REFERENCES person,
  -- Copied when it is filed: units merge and move, last year's recap must not.
  unit_path       text NOT NULL,
  village_code    text NOT NULL REFERENCES area,
  household_id    uuid REFERENCES household,
  occurred_on     date NOT NULL,
  occurred_at     timestamptz NOT NULL,
  written_at      timestamptz NOT NULL,
  arrived_at      timestamptz NOT NULL,
  due_at          timestamptz NOT NULL,
  answers         jsonb NOT NULL,
  sums            jsonb NOT NULL DEFAULT '{}',
  digest          text NOT NULL,
  version         integer NOT NULL DEFAULT 1,
  state           text NOT NULL DEFAULT 'submitted' CHECK (state IN ('submitted', 'returned', 'verified', 'cancelled'))
);
CREATE INDEX report_by_unit ON report (unit_path text_pattern_ops, type_key, occurred_on);
CREATE INDEX report_by_author ON report (author_id, occurred_on DESC, id DESC);
CREATE INDEX report_by_day ON report (occurred_on DESC, id DESC);
CREATE INDEX report_waiting ON report (arrived_at, id) WHERE state = 'submitted';
CREATE INDEX report_by_household ON report (household_id, occurred_at) WHERE household_id IS NOT NULL;

CREATE TABLE photo (
  report_id uuid NOT NULL REFERENCES report,
  hash      text NOT NULL,
  -- Its place on the page; none once a correction has replaced it. Nothing that was sent is thrown away.
  ordinal   smallint CHECK (ordinal BETWEEN 1 AND 3),
  body      bytea NOT NULL,
  width     integer NOT NULL,
  height    integer NOT NULL,
  PRIMARY KEY (report_id, hash),
  UNIQUE (report_id, ordinal)
);

-- What was replaced by a correction, so that a reviewer can see the difference.
CREATE TABLE report_version (
  report_id   uuid NOT NULL REFERENCES report,
  version     integer NOT NULL,
  answers     jsonb NOT NULL,
  photos      text[] NOT NULL,
  change_note text,
  replaced_at timestamptz NOT NULL,
  PRIMARY KEY (report_id, version)
);

CREATE TABLE review (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id   uuid NOT NULL REFERENCES report,
  version     integer NOT NULL,
  reviewer_id uuid NOT NULL REFERENCES person,
  decision    text NOT NULL CHECK (decision IN ('verified', 'returned')),
  reason      text CHECK ((decision = 'returned') = (reason IS NOT NULL)),
  note        text,
  pins        jsonb NOT NULL DEFAULT '[]',
  decided_at  timestamptz NOT NULL,
  -- One version is decided once, by one reviewer.
  UNIQUE (report_id, version)
);

CREATE TABLE draft (
  id         uuid PRIMARY KEY,
  author_id  uuid NOT NULL REFERENCES person,
  type_key   text NOT NULL,
  answers    jsonb NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX draft_by_author ON draft (author_id, updated_at DESC);

-- Photos that arrived before their report: a file input cannot be filled in again after a wrong answer.
CREATE TABLE parked_photo (
  report_id uuid NOT NULL,
  author_id uuid NOT NULL REFERENCES person,
  hash      text NOT NULL,
  body      bytea NOT NULL,
  width     integer NOT NULL,
  height    integer NOT NULL,
  parked_at timestamptz NOT NULL,
  PRIMARY KEY (report_id, hash)
);
CREATE INDEX parked_photo_by_age ON parked_photo (parked_at);

-- The same id with other content: kept, told, never merged by a machine.
CREATE TABLE report_conflict (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id   uuid NOT NULL REFERENCES report,
  author_id   uuid NOT NULL REFERENCES person,
  digest      text NOT NULL,
  answers     jsonb NOT NULL,
  photos      text[] NOT NULL,
  received_at timestamptz NOT NULL,
  UNIQUE (report_id, digest)
);

CREATE TABLE audit_entry (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL,
  actor_id   uuid REFERENCES person,
  action     text NOT NULL,
  subject    text NOT NULL,
  details    jsonb NOT NULL DEFAULT '{}',
  request_id text
);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, id);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, id DESC);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'audit_entry is append-only'; END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();

CREATE TABLE outbox_event (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL,
  payload    jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  next_at    timestamptz NOT NULL,
  attempts   integer NOT NULL DEFAULT 0,
  done_at    timestamptz
);
CREATE INDEX outbox_event_due ON outbox_event (next_at, id) WHERE done_at IS NULL;

CREATE TABLE daily_tally (
  occurred_on date NOT NULL,
  author_id   uuid NOT NULL REFERENCES person,
  unit_path   text NOT NULL,
  type_key    text NOT NULL,
  state       text NOT NULL,
  reports     integer NOT NULL,
  late        integer NOT NULL,
  sums        jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (author_id, occurred_on, type_key, state, unit_path)
);
CREATE INDEX daily_tally_by_unit ON daily_tally (unit_path text_pattern_ops, occurred_on)
  INCLUDE (type_key, author_id, state, reports, late);

-- What the nightly recount found: an empty drift is a good night.
CREATE TABLE tally_check (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  checked_at timestamptz NOT NULL,
  compared   integer NOT NULL,
  drift      jsonb NOT NULL
);

-- Which nights somebody has begun to work on.
CREATE TABLE night (
  day      date PRIMARY KEY,
  begun_at timestamptz NOT NULL
);

CREATE FUNCTION sums_added(a jsonb, b jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN a = '{}' THEN b WHEN b = '{}' THEN a ELSE
    (SELECT jsonb_object_agg(key, total) FROM
      (SELECT key, sum(value::numeric) AS total FROM
        (SELECT * FROM jsonb_each_text(a) UNION ALL SELECT * FROM jsonb_each_text(b)) both_sides GROUP BY key) added) END
$$;
CREATE FUNCTION sums_negated(a jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN a = '{}' THEN a ELSE (SELECT jsonb_object_agg(key, -(value::numeric)) FROM jsonb_each_text(a)) END
$$;
CREATE AGGREGATE sums_total(jsonb) (SFUNC = sums_added, STYPE = jsonb, INITCOND = '{}');

-- The tally is kept by the database, in the statement that changes a report: no command can forget it.
-- Rows are taken in one order, so that two statements over many reports cannot wait for each other.
CREATE FUNCTION tally_filed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO daily_tally AS t (occurred_on, author_id, unit_path, type_key, state, reports, late, sums)
    SELECT occurred_on, author_id, unit_path, type_key, state, count(*), count(*) FILTER (WHERE written_at > due_at), sums_total(sums)
    FROM new_report GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 1, 4, 5, 3
    ON CONFLICT (author_id, occurred_on, type_key, state, unit_path) DO UPDATE
      SET reports = t.reports + excluded.reports, late = t.late + excluded.late, sums = sums_added(t.sums, excluded.sums);
  RETURN NULL;
END $$;
CREATE FUNCTION tally_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO daily_tally AS t (occurred_on, author_id, unit_path, type_key, state, reports, late, sums)
    SELECT occurred_on, author_id, unit_path, type_key, state, sum(n), coalesce(sum(n) FILTER (WHERE written_at > due_at), 0), sums_total(sums)
    FROM (SELECT occurred_on, author_id, unit_path, type_key, state, 1 AS n, written_at, due_at, sums FROM new_report
          UNION ALL
          SELECT occurred_on, author_id, unit_path, type_key, state, -1, written_at, due_at, sums_negated(sums) FROM old_report) moved
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 1, 4, 5, 3
    ON CONFLICT (author_id, occurred_on, type_key, state, unit_path) DO UPDATE
      SET reports = t.reports + excluded.reports, late = t.late + excluded.late, sums = sums_added(t.sums, excluded.sums);
  RETURN NULL;
END $$;
ALTER TABLE daily_tally ALTER late SET DEFAULT 0;
CREATE TRIGGER report_filed_tally AFTER INSERT ON report
  REFERENCING NEW TABLE AS new_report FOR EACH STATEMENT EXECUTE FUNCTION tally_filed();
CREATE TRIGGER report_changed_tally AFTER UPDATE ON report
  REFERENCING OLD TABLE AS old_report NEW TABLE AS new_report FOR EACH STATEMENT EXECUTE FUNCTION tally_changed();

-- The second guard of the workflow: what the application must never do, the database will not do.
CREATE FUNCTION report_keeps_its_life() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a report is never deleted'; END IF;
  IF NEW.author_id <> OLD.author_id OR NEW.id <> OLD.id OR NEW.number <> OLD.number THEN
    RAISE EXCEPTION 'the author, the id and the number of a report never change';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN
    (('submitted', 'verified'), ('submitted', 'returned'), ('returned', 'submitted'), ('submitted', 'cancelled'), ('returned', 'cancelled')) THEN
    RAISE EXCEPTION 'no way from % to %', OLD.state, NEW.state;
  END IF;
  IF OLD.state IN ('verified', 'cancelled') AND NEW.answers <> OLD.answers THEN
    RAISE EXCEPTION 'a % report is not overwritten', OLD.state;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_life BEFORE UPDATE OR DELETE ON report FOR EACH ROW EXECUTE FUNCTION report_keeps_its_life();

CREATE FUNCTION nobody_reviews_himself() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.reviewer_id = (SELECT author_id FROM report WHERE id = NEW.report_id) THEN
    RAISE EXCEPTION 'nobody decides on his own report';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_by_another BEFORE INSERT OR UPDATE ON review FOR EACH ROW EXECUTE FUNCTION nobody_reviews_himself();
