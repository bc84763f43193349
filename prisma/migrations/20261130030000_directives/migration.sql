-- What a commander wants done: by which polsek, in which days, and what kind of report shows that it was. Who has acted
-- is counted from the reports each time it is looked at.
CREATE TABLE directive (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- The author's unit, as it was then.
  unit_path    text NOT NULL,
  author_id    uuid NOT NULL REFERENCES person,
  title        text NOT NULL CHECK (length(title) BETWEEN 5 AND 80),
  text         text NOT NULL CHECK (length(text) BETWEEN 10 AND 1000),
  -- The paths of the polsek that it is for.
  audience     text[] NOT NULL CHECK (cardinality(audience) > 0),
  -- Both counted.
  from_on      date NOT NULL,
  until_on     date NOT NULL CHECK (until_on >= from_on),
  -- Without one there is nothing but to understand it.
  type_key     text,
  -- The early warning that it began with.
  village_code text REFERENCES area,
  category     text,
  created_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  CHECK ((village_code IS NULL) = (category IS NULL))
);
CREATE INDEX directive_by_end ON directive (until_on DESC);

CREATE TABLE directive_understood (
  directive_id  uuid NOT NULL REFERENCES directive,
  person_id     uuid NOT NULL REFERENCES person,
  understood_at timestamptz NOT NULL,
  PRIMARY KEY (directive_id, person_id)
);
