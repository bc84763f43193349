-- By when a report of a day is due, as a polres has set it; where no row holds, the documented default.
CREATE TABLE reporting_rule (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit_id       uuid NOT NULL REFERENCES unit,
  -- NULL: every type that has no row of its own.
  type_key      text,
  days          smallint NOT NULL CHECK (days BETWEEN 0 AND 14),
  time_of_day   text NOT NULL CHECK (time_of_day ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  grace_minutes smallint NOT NULL DEFAULT 0 CHECK (grace_minutes BETWEEN 0 AND 720),
  -- Days on which the activity happened, both counted.
  since_on      date NOT NULL,
  until_on      date CHECK (until_on >= since_on),
  set_by        uuid REFERENCES person,
  set_at        timestamptz NOT NULL
);
CREATE INDEX reporting_rule_by_unit ON reporting_rule (unit_id, since_on);

-- Each is a write that succeeded: a minute without one is a minute in which no report could be taken.
CREATE TABLE heartbeat (
  at timestamptz PRIMARY KEY
);

-- A gap between two beats, from the last before it to the first after it.
CREATE TABLE outage (
  since  timestamptz PRIMARY KEY,
  until  timestamptz NOT NULL CHECK (until > since)
);
CREATE INDEX outage_by_end ON outage (until);

-- For one officer and the days of one period, longer than the rule says.
CREATE TABLE due_exception (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id    uuid NOT NULL REFERENCES person,
  unit_id      uuid NOT NULL REFERENCES unit,
  from_on      date NOT NULL,
  until_on     date NOT NULL CHECK (until_on >= from_on),
  reason       text NOT NULL CHECK (length(reason) BETWEEN 10 AND 500),
  -- What is written until then is on time. A withdrawal ends it earlier.
  open_until   timestamptz NOT NULL,
  granted_by   uuid NOT NULL REFERENCES person,
  granted_at   timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE INDEX due_exception_by_unit ON due_exception (unit_id, open_until);
CREATE INDEX due_exception_by_person ON due_exception (person_id, open_until);

ALTER TABLE report
  -- What had to be added to the clock of the phone; NULL where it was written on the site itself.
  ADD clock_offset_ms bigint,
  ADD late_reason text;
