-- content: keyed digests of the report that the entry is about, as it stood after the change. stamp: keyed digest of the
-- entry itself. Both are made by the application, whose key is not in the database; entries written before have neither.
ALTER TABLE audit_entry ADD content jsonb, ADD stamp bytea;

-- Undone decisions too are read when a report's content is digested.
CREATE INDEX review_by_report ON review (report_id);

-- A check of the whole chain and of all that it covers. `cursor` is where it goes on, after a restart too.
CREATE TABLE chain_check (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  asked_at   timestamptz NOT NULL,
  asked_by   uuid REFERENCES person,
  -- A head kept outside of the database, as it was typed; empty where none was given.
  known_head text NOT NULL DEFAULT '',
  state      text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'passed', 'failed', 'cancelled')),
  cursor     jsonb NOT NULL DEFAULT '{}',
  ended_at   timestamptz
);
CREATE INDEX chain_check_by_time ON chain_check (asked_at DESC);
-- One at a time: a second would only slow down the first.
CREATE UNIQUE INDEX chain_check_open ON chain_check ((true)) WHERE state = 'running';

-- The day's head that went to the log, so that it is written there once a day.
CREATE TABLE chain_head (
  day     date PRIMARY KEY,
  ordinal bigint NOT NULL,
  hash    bytea NOT NULL,
  at      timestamptz NOT NULL
);
