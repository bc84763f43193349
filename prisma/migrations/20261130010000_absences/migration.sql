-- For the uuid beside the days in the constraint below.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Days on which an officer is not expected to report, and of which kind; why somebody is ill is nobody's business here.
CREATE TABLE absence (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id    uuid NOT NULL REFERENCES person,
  kind         text NOT NULL CHECK (kind IN ('cuti', 'sakit', 'izin', 'dinas-luar', 'pendidikan')),
  -- Both counted.
  from_on      date NOT NULL,
  until_on     date NOT NULL CHECK (until_on >= from_on),
  -- Where the duty is.
  note         text CHECK (note IS NULL OR (kind = 'dinas-luar' AND length(note) BETWEEN 1 AND 120)),
  recorded_by  uuid NOT NULL REFERENCES person,
  recorded_at  timestamptz NOT NULL,
  cancelled_at timestamptz,
  -- Nobody is away twice on one day.
  CONSTRAINT absence_once EXCLUDE USING gist (person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)
    WHERE (cancelled_at IS NULL)
);
