-- What happens often and is remembered once an hour: denied access and refused sign-ins, counted by person and kind. The
-- first of an hour stands in the audit at once, their number when the hour is over; then the row goes.
CREATE TABLE audit_group (
  action   text NOT NULL,
  -- The person who was denied, or whose account was tried.
  subject  text NOT NULL,
  -- What was asked for, or the network that it came from.
  detail   text NOT NULL,
  hour     timestamptz NOT NULL,
  count    integer NOT NULL DEFAULT 1,
  last_at  timestamptz NOT NULL,
  PRIMARY KEY (action, subject, detail, hour)
);
CREATE INDEX audit_group_by_hour ON audit_group (hour);

-- The whole address of a sign-in, for 90 days. The audit itself is for ever and keeps the network only.
CREATE TABLE sign_in_address (
  person_id uuid NOT NULL REFERENCES person,
  at        timestamptz NOT NULL,
  address   text NOT NULL,
  agent     text NOT NULL,
  PRIMARY KEY (person_id, at)
);
CREATE INDEX sign_in_address_by_time ON sign_in_address (at);
