-- Backups that were made. The files lie elsewhere: this is what the admin's page tells of them.
CREATE TABLE backup (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file       text NOT NULL,
  made_at    timestamptz NOT NULL,
  seconds    real NOT NULL,
  bytes      bigint NOT NULL,
  rows       bigint NOT NULL,
  -- The file is no longer there: it had served its time.
  removed_at timestamptz
);
CREATE INDEX backup_by_time ON backup (made_at DESC);

-- Restores into a scratch database, to know that a backup is one. Asked for by a person or by the week.
CREATE TABLE drill (
  id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  asked_at  timestamptz NOT NULL,
  asked_by  uuid REFERENCES person,
  state     text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'passed', 'failed')),
  -- What is being done, while it runs.
  step      text,
  begun_at  timestamptz,
  ended_at  timestamptz,
  file      text,
  figures   jsonb NOT NULL DEFAULT '{}',
  faults    jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX drill_by_time ON drill (asked_at DESC);
-- One at a time: a second would only slow down the first.
CREATE UNIQUE INDEX drill_open ON drill ((true)) WHERE state IN ('waiting', 'running');

-- The audit's chain: each entry gets a seal over itself and the seal before. The key is not in the database, so whoever
-- changes an entry cannot make its seal anew.
CREATE TABLE audit_seal (
  ordinal  bigint PRIMARY KEY CHECK (ordinal > 0),
  entry_id bigint NOT NULL UNIQUE,
  hash     bytea NOT NULL,
  sealed_at timestamptz NOT NULL
);
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
