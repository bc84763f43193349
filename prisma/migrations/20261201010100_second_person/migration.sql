-- An act on the account of a commander or an admin, asked for by one admin. It is carried out when a second person confirms it.
CREATE TABLE account_request (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind            text NOT NULL CHECK (kind IN ('create', 'slip', 'move', 'reinstate', 'edit')),
  -- The holder of the account. A new account has one only once it is confirmed.
  subject_id      uuid REFERENCES person,
  -- Where the person serves after the act: who may confirm sits there or above.
  unit_path       text NOT NULL,
  payload         jsonb NOT NULL,
  -- The account as it was when the request was made. A request about another state of it is refused.
  subject_version int,
  subject_facts   jsonb NOT NULL,
  requested_by    uuid NOT NULL REFERENCES person,
  requested_at    timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL CHECK (expires_at > requested_at),
  state           text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'confirmed', 'rejected', 'withdrawn')),
  -- Nobody where the operator of the server confirmed it.
  decided_by      uuid REFERENCES person,
  decided_at      timestamptz,
  CHECK (kind = 'create' OR subject_id IS NOT NULL),
  CHECK ((state = 'pending') = (decided_at IS NULL)),
  CONSTRAINT account_request_second_person
    CHECK (state <> 'confirmed' OR (decided_by IS DISTINCT FROM requested_by AND (decided_by IS NULL OR decided_by IS DISTINCT FROM subject_id)))
);
CREATE INDEX account_request_by_unit ON account_request (unit_path text_pattern_ops, requested_at DESC);
CREATE INDEX account_request_of_subject ON account_request (subject_id);

-- What the holder of an account and the Kapolres are told on their home page, until they have read it.
CREATE TABLE account_notice (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id  uuid NOT NULL REFERENCES person,
  at         timestamptz NOT NULL,
  stage      text NOT NULL CHECK (stage IN ('asked', 'confirmed', 'rejected', 'withdrawn', 'operator', 'alone')),
  kind       text NOT NULL,
  -- Names as they were then: of the account, of who asked, of who confirmed.
  subject    text NOT NULL,
  requester  text NOT NULL,
  confirmer  text NOT NULL,
  request_id uuid REFERENCES account_request,
  read_at    timestamptz
);
CREATE INDEX account_notice_unread ON account_notice (person_id, at DESC) WHERE read_at IS NULL;

-- At whose request the account or its role was given, and when. Such a person is no second person for that requester.
ALTER TABLE person
  ADD COLUMN sponsor_id   uuid REFERENCES person,
  ADD COLUMN sponsored_at timestamptz;
UPDATE person p SET sponsor_id = e.actor_id, sponsored_at = e.at
FROM audit_entry e
WHERE e.action = 'person.created' AND e.subject = p.id::text AND e.actor_id IS NOT NULL AND e.actor_id <> p.id;
