-- The key of one browser and person. Its private half never leaves that browser; with this half we know who sealed.
CREATE TABLE device_key (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id    uuid NOT NULL REFERENCES person,
  public_key   jsonb NOT NULL,
  -- RFC 7638: the same key of the same person is the same device.
  thumbprint   text NOT NULL,
  -- What the browser calls itself.
  agent        text NOT NULL DEFAULT '',
  made_at      timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  revoked_at   timestamptz,
  revoked_by   uuid REFERENCES person,
  UNIQUE (person_id, thumbprint),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);

-- What phones seal to. A retired one is kept: what was sealed to it may still lie on a phone without a signal.
CREATE TABLE sealing_key (
  kid            text PRIMARY KEY,
  public_key     jsonb NOT NULL,
  private_sealed bytea NOT NULL,
  made_at        timestamptz NOT NULL,
  retired_at     timestamptz
);
CREATE UNIQUE INDEX sealing_key_active ON sealing_key ((true)) WHERE retired_at IS NULL;
