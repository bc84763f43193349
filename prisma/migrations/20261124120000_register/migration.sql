-- Households, places and partner groups are one register: one search, one merge, one history of visits.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

ALTER TABLE household RENAME TO register_entry;
ALTER TABLE register_entry RENAME COLUMN head_name TO name;
ALTER TABLE register_entry
  ADD kind text NOT NULL DEFAULT 'keluarga' CHECK (kind IN ('keluarga', 'tempat', 'kelompok')),
  -- What only one kind has, by the keys of its questions.
  ADD details jsonb NOT NULL DEFAULT '{}',
  -- A double is never deleted: it says which entry stands for it, and that one is never itself a double.
  ADD merged_into uuid REFERENCES register_entry CHECK (merged_into <> id),
  ALTER rt DROP NOT NULL,
  ALTER rw DROP NOT NULL;
UPDATE register_entry SET details = jsonb_strip_nulls(jsonb_build_object(
  'pekerjaan', occupation, 'penghuni', residents, 'darurat', emergency_contact));
ALTER TABLE register_entry
  ALTER kind DROP DEFAULT,
  DROP occupation, DROP residents, DROP emergency_contact,
  ADD CHECK (kind <> 'keluarga' OR (rt IS NOT NULL AND rw IS NOT NULL));
ALTER INDEX household_pkey RENAME TO register_entry_pkey;
ALTER INDEX household_by_place RENAME TO register_entry_by_place;
ALTER INDEX household_by_name RENAME TO register_entry_by_name;
ALTER INDEX household_by_nik RENAME TO register_entry_by_nik;
CREATE INDEX register_entry_doubles ON register_entry (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE report RENAME COLUMN household_id TO entry_id;
ALTER INDEX report_by_household RENAME TO report_by_entry;

-- What an officer knows of a village; one row a village, the change is in the audit.
CREATE TABLE village_profile (
  village_code text PRIMARY KEY REFERENCES area,
  details      jsonb NOT NULL,
  updated_by   uuid NOT NULL REFERENCES person,
  updated_at   timestamptz NOT NULL
);

-- What a report promised stands in its answers; these two only make it findable. Text, for a day as text sorts as a day does.
ALTER TABLE report
  ADD follow_up_by text GENERATED ALWAYS AS (answers ->> 'tindakLanjutOleh') STORED,
  ADD follow_up_due text GENERATED ALWAYS AS (answers ->> 'tindakLanjutBatas') STORED;
CREATE INDEX report_follow_up ON report (village_code, follow_up_due) WHERE follow_up_due IS NOT NULL;

CREATE TABLE follow_up_result (
  report_id uuid PRIMARY KEY REFERENCES report,
  outcome   text NOT NULL CHECK (outcome IN ('selesai', 'dilimpahkan', 'tidak-dapat')),
  result    text NOT NULL,
  closed_by uuid NOT NULL REFERENCES person,
  closed_at timestamptz NOT NULL
);
