-- unacknowledged: filed on behalf of an author whose signature could not be checked; the author has still to say whether
-- it is theirs. disowned: it is not. Neither is in any figure.
ALTER TABLE report DROP CONSTRAINT report_state_check;
ALTER TABLE report ADD CONSTRAINT report_state_check CHECK (state IN
  ('unacknowledged', 'brief', 'submitted', 'checked', 'recalled', 'returned', 'verified', 'accepted', 'duplicate', 'cancelled', 'disowned'));
ALTER TABLE report
  -- own: filed or signed by the author. endorsed and rejected: decided by the Kasat instead of the author.
  ADD authorship text NOT NULL DEFAULT 'own'
    CHECK (authorship IN ('own', 'awaited', 'acknowledged', 'endorsed', 'disowned', 'rejected')),
  ADD CHECK ((state = 'unacknowledged') = (authorship = 'awaited')),
  ADD CHECK ((state = 'disowned') = (authorship IN ('disowned', 'rejected')));
CREATE INDEX report_unacknowledged ON report (unit_path text_pattern_ops, arrived_at) WHERE state IN ('unacknowledged', 'disowned');

-- When the author was asked, and who answered.
CREATE TABLE acknowledgement (
  report_id  uuid PRIMARY KEY REFERENCES report,
  asked_at   timestamptz NOT NULL,
  asked_by   uuid NOT NULL REFERENCES person,
  -- Where its life begins once it is acknowledged.
  to_state   text NOT NULL CHECK (to_state IN ('submitted', 'brief')),
  reason     text CHECK (length(reason) BETWEEN 10 AND 500),
  decided_by uuid REFERENCES person,
  decided_at timestamptz,
  CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);

-- Apart from the guard of the other transitions: this one asks who decided.
CREATE FUNCTION report_keeps_its_author() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE decided acknowledgement;
BEGIN
  IF OLD.authorship <> 'awaited' THEN RAISE EXCEPTION 'the authorship of a % report never changes', OLD.authorship; END IF;
  SELECT * INTO decided FROM acknowledgement WHERE report_id = OLD.id;
  IF NEW.authorship IN ('acknowledged', 'disowned') AND decided.decided_by IS DISTINCT FROM OLD.author_id THEN
    RAISE EXCEPTION 'only the author acknowledges or disowns a report';
  END IF;
  IF NEW.authorship IN ('endorsed', 'rejected') AND (decided.decided_by IS NULL OR decided.decided_by = OLD.author_id OR decided.reason IS NULL) THEN
    RAISE EXCEPTION 'instead of the author somebody else decides, with a reason';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_authorship BEFORE UPDATE ON report FOR EACH ROW
  WHEN (OLD.authorship IS DISTINCT FROM NEW.authorship) EXECUTE FUNCTION report_keeps_its_author();

CREATE OR REPLACE FUNCTION report_keeps_its_life() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a report is never deleted'; END IF;
  IF NEW.author_id <> OLD.author_id OR NEW.id <> OLD.id OR NEW.number <> OLD.number THEN
    RAISE EXCEPTION 'the author, the id and the number of a report never change';
  END IF;
  IF NEW.state <> OLD.state AND NOT (
    (OLD.state, NEW.state) IN
      (('unacknowledged', 'submitted'), ('unacknowledged', 'brief'), ('unacknowledged', 'disowned'),
       ('brief', 'submitted'), ('brief', 'cancelled'),
       ('submitted', 'checked'), ('submitted', 'verified'), ('submitted', 'returned'), ('submitted', 'accepted'),
       ('submitted', 'duplicate'), ('submitted', 'recalled'), ('submitted', 'cancelled'),
       ('checked', 'verified'), ('checked', 'returned'), ('checked', 'duplicate'),
       ('accepted', 'verified'), ('accepted', 'returned'), ('accepted', 'duplicate'),
       ('recalled', 'submitted'), ('recalled', 'cancelled'),
       ('returned', 'submitted'), ('returned', 'cancelled'))
    -- The undo of what was decided together with others: its review says so first.
    OR ((OLD.state, NEW.state) IN (('verified', 'submitted'), ('verified', 'checked'), ('accepted', 'submitted'))
        AND EXISTS (SELECT 1 FROM review r WHERE r.report_id = OLD.id AND r.version = OLD.version AND r.undone_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM review r WHERE r.report_id = OLD.id AND r.version = OLD.version
                        AND r.undone_at IS NULL AND r.decision IN ('verified', 'accepted')))
  ) THEN
    RAISE EXCEPTION 'no way from % to %', OLD.state, NEW.state;
  END IF;
  IF OLD.state IN ('unacknowledged', 'disowned', 'verified', 'accepted', 'duplicate', 'cancelled') AND NEW.answers <> OLD.answers THEN
    RAISE EXCEPTION 'a % report is not overwritten', OLD.state;
  END IF;
  RETURN NEW;
END $$;
