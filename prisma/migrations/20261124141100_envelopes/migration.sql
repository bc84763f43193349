-- What came from a phone, whole and for ever, whatever became of it.
CREATE TABLE envelope (
  -- SHA-256 of the JWS without its signature: the same envelope again is the same row.
  digest      text PRIMARY KEY,
  report_id   uuid NOT NULL,
  -- The key it claims to be signed by, and the author it claims; what is held may claim what is not so.
  kid         text NOT NULL,
  device_id   uuid REFERENCES device_key,
  author_id   uuid REFERENCES person,
  -- The author's unit when it came: who may look into the matter.
  unit_path   text,
  sequence    integer NOT NULL,
  release     text NOT NULL,
  jws         text NOT NULL,
  state       text NOT NULL CHECK (state IN ('filed', 'faulty', 'held', 'conflict')),
  -- Why it does not simply stand: [{ field, message }].
  reasons     jsonb NOT NULL DEFAULT '[]',
  written_at  timestamptz,
  received_at timestamptz NOT NULL,
  carried_by  uuid REFERENCES person,
  decision    text CHECK (decision IN ('released', 'discarded')),
  decided_by  uuid REFERENCES person,
  decided_at  timestamptz,
  decision_note text NOT NULL DEFAULT '',
  CHECK (state <> 'filed' OR (device_id IS NOT NULL OR decision = 'released')),
  CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
  CHECK (decision <> 'discarded' OR decision_note <> '')
);
CREATE INDEX envelope_by_report ON envelope (report_id);
CREATE INDEX envelope_by_device ON envelope (device_id, sequence);
CREATE INDEX envelope_unsettled ON envelope (unit_path text_pattern_ops, received_at) WHERE state IN ('held', 'conflict', 'faulty');

-- A photo that an envelope names. `body` holds the sealed bytes where they cannot be opened, or not yet.
CREATE TABLE envelope_photo (
  digest  text NOT NULL REFERENCES envelope,
  ordinal smallint NOT NULL CHECK (ordinal BETWEEN 0 AND 2),
  hash    text NOT NULL,
  size    integer NOT NULL,
  state   text NOT NULL DEFAULT 'awaited' CHECK (state IN ('awaited', 'here', 'unreadable')),
  body    bytea,
  came_at timestamptz,
  PRIMARY KEY (digest, ordinal)
);

-- How many photos of a report are still on the phone, and how many came and could not be read.
ALTER TABLE report
  ADD photos_awaited smallint NOT NULL DEFAULT 0 CHECK (photos_awaited BETWEEN 0 AND 3),
  ADD photos_unreadable smallint NOT NULL DEFAULT 0 CHECK (photos_unreadable BETWEEN 0 AND 3);
