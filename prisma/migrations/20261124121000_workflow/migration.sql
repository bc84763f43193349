-- brief: a laporan kilat whose detail is still due. checked: the Kanit has read it. recalled: the author took it back
-- before it was decided. accepted: taken without being read. duplicate: another report stands for it.
ALTER TABLE report DROP CONSTRAINT report_state_check;
ALTER TABLE report ADD CONSTRAINT report_state_check CHECK (state IN
  ('brief', 'submitted', 'checked', 'recalled', 'returned', 'verified', 'accepted', 'duplicate', 'cancelled'));
ALTER TABLE report
  ADD completed_at timestamptz,
  ADD duplicate_of uuid REFERENCES report CHECK (duplicate_of <> id),
  ADD CHECK ((state = 'duplicate') = (duplicate_of IS NOT NULL));

ALTER TABLE review DROP CONSTRAINT review_decision_check, DROP CONSTRAINT review_report_id_version_key;
ALTER TABLE review
  ADD CONSTRAINT review_decision_check CHECK (decision IN ('checked', 'verified', 'returned', 'accepted', 'duplicate')),
  -- 0: taken unread. 1: the polsek's reader. 2: the polres decides.
  ADD stage smallint NOT NULL DEFAULT 2 CHECK (stage IN (0, 1, 2)),
  -- Decided together with others at one press; only that can be undone, and only for a while.
  ADD batch_id uuid,
  ADD undone_at timestamptz CHECK (undone_at IS NULL OR (batch_id IS NOT NULL AND undone_at <= decided_at + interval '10 minutes'));
CREATE UNIQUE INDEX review_once ON review (report_id, version, stage) WHERE undone_at IS NULL;
CREATE INDEX review_by_batch ON review (batch_id) WHERE batch_id IS NOT NULL;

CREATE OR REPLACE FUNCTION report_keeps_its_life() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a report is never deleted'; END IF;
  IF NEW.author_id <> OLD.author_id OR NEW.id <> OLD.id OR NEW.number <> OLD.number THEN
    RAISE EXCEPTION 'the author, the id and the number of a report never change';
  END IF;
  IF NEW.state <> OLD.state AND NOT (
    (OLD.state, NEW.state) IN
      (('brief', 'submitted'), ('brief', 'cancelled'),
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
  IF OLD.state IN ('verified', 'accepted', 'duplicate', 'cancelled') AND NEW.answers <> OLD.answers THEN
    RAISE EXCEPTION 'a % report is not overwritten', OLD.state;
  END IF;
  RETURN NEW;
END $$;

-- After the decision nothing is overwritten: who has more to say adds it, with name and time.
CREATE TABLE addendum (
  id        uuid PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES report,
  author_id uuid NOT NULL REFERENCES person,
  body      text NOT NULL,
  added_at  timestamptz NOT NULL
);
CREATE INDEX addendum_by_report ON addendum (report_id, added_at);

-- Answers that only a named reader with a reason may open. The key is not in the database; exports and recaps never ask here.
CREATE TABLE sealed_answers (
  report_id uuid NOT NULL REFERENCES report,
  version   integer NOT NULL,
  body      bytea NOT NULL,
  PRIMARY KEY (report_id, version)
);
ALTER TABLE draft ADD sealed bytea;

-- Nothing to report that day: said once, and not the same as silence.
CREATE TABLE nihil (
  person_id uuid NOT NULL REFERENCES person,
  day       date NOT NULL,
  unit_path text NOT NULL,
  filed_at  timestamptz NOT NULL,
  PRIMARY KEY (person_id, day)
);
CREATE INDEX nihil_by_unit ON nihil (unit_path text_pattern_ops, day);

-- What a polres has decided for itself; a missing row is the documented default.
CREATE TABLE setting (
  unit_id uuid NOT NULL REFERENCES unit,
  key     text NOT NULL,
  value   jsonb NOT NULL,
  set_by  uuid REFERENCES person,
  set_at  timestamptz NOT NULL,
  PRIMARY KEY (unit_id, key)
);
