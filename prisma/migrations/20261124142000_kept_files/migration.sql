-- Photos of a form that came when nobody was signed in any more. They wait a day for its writer to sign in; `sender` is
-- an HMAC of the address they came from, so that no address can fill the table.
CREATE TABLE kept_file (
  form_id uuid NOT NULL,
  ordinal smallint NOT NULL,
  field   text NOT NULL,
  body    bytea NOT NULL,
  sender  bytea NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (form_id, ordinal)
);
CREATE INDEX kept_file_by_age ON kept_file (kept_at);
