-- Words to choose from, dated: retired or merged ones stay readable on old reports.
CREATE TABLE term (
  vocabulary  text NOT NULL,
  key         text NOT NULL CHECK (key ~ '^[a-zA-Z0-9-]{1,40}$'),
  label_id    text NOT NULL CHECK (length(label_id) BETWEEN 2 AND 80),
  label_en    text NOT NULL CHECK (length(label_en) BETWEEN 2 AND 80),
  rank        smallint NOT NULL DEFAULT 0,
  since_on    date NOT NULL,
  until_on    date CHECK (until_on >= since_on),
  merged_into text CHECK (merged_into <> key),
  PRIMARY KEY (vocabulary, key),
  FOREIGN KEY (vocabulary, merged_into) REFERENCES term
);

-- What the rules of today say of reports of yesterday: found at night, never mended by a machine.
CREATE TABLE rule_finding (
  report_id uuid NOT NULL REFERENCES report,
  field     text NOT NULL,
  rule      text NOT NULL,
  found_at  timestamptz NOT NULL,
  PRIMARY KEY (report_id, field, rule)
);
CREATE INDEX rule_finding_by_rule ON rule_finding (rule, field);

CREATE TABLE rule_run (
  id       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ran_at   timestamptz NOT NULL,
  read     integer NOT NULL,
  findings integer NOT NULL
);
