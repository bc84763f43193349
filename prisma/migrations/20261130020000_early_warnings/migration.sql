-- What was done about an early warning. The warning itself is counted anew each time it is looked at.
CREATE TABLE early_warning_answer (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  village_code text NOT NULL REFERENCES area,
  category     text NOT NULL,
  note         text NOT NULL CHECK (length(note) BETWEEN 10 AND 500),
  answered_by  uuid NOT NULL REFERENCES person,
  answered_at  timestamptz NOT NULL
);
CREATE INDEX early_warning_answer_by_cell ON early_warning_answer (village_code, category, answered_at DESC);
