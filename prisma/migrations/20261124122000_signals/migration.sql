-- What asks a question of the officer and tells the reviewer: it never refuses and never punishes.
ALTER TABLE report
  ADD latitude double precision GENERATED ALWAYS AS (NULLIF(split_part(answers ->> 'posisi', ',', 1), '')::double precision) STORED,
  ADD longitude double precision GENERATED ALWAYS AS (NULLIF(split_part(answers ->> 'posisi', ',', 2), '')::double precision) STORED,
  -- All that was told in prose, for comparing one report with another.
  ADD narrative text NOT NULL DEFAULT '',
  -- Higher is read first: from grade and urgency.
  ADD priority smallint NOT NULL DEFAULT 0,
  -- [{ key, params, reason }]: the questions that were asked, and the coded answers.
  ADD warnings jsonb NOT NULL DEFAULT '[]',
  -- What it follows; the first of the chain names the matter.
  ADD follows_id uuid REFERENCES report CHECK (follows_id <> id),
  ADD matter_id uuid REFERENCES report;
CREATE INDEX report_nearby ON report (village_code, occurred_on, type_key);
CREATE INDEX report_by_matter ON report (matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX report_places ON report (village_code, occurred_on DESC) INCLUDE (latitude, longitude) WHERE latitude IS NOT NULL;
DROP INDEX report_waiting;
CREATE INDEX report_waiting ON report (priority DESC, arrived_at, id) WHERE state IN ('submitted', 'checked');

-- 64 bits of what a photo looks like; null where the photo is too plain to compare.
ALTER TABLE photo ADD look bigint;
ALTER TABLE parked_photo ADD look bigint;
