-- A person may end an outage that was told too long: by a clock that was wrong, or by a maintenance that nobody noticed.
-- What was told first is kept.
ALTER TABLE outage
  ADD told_until timestamptz,
  ADD ended_by   uuid REFERENCES person,
  ADD ended_at   timestamptz,
  ADD end_reason text CHECK (length(end_reason) BETWEEN 10 AND 500),
  DROP CONSTRAINT outage_check,
  ADD CONSTRAINT outage_in_order CHECK (until >= since),
  ADD CHECK ((ended_by IS NULL) = (ended_at IS NULL) AND (ended_by IS NULL) = (end_reason IS NULL) AND (ended_by IS NULL) = (told_until IS NULL));

-- Facts are nothing without whom they are about.
ALTER TABLE person_fact DROP CONSTRAINT person_fact_person_id_fkey, ADD FOREIGN KEY (person_id) REFERENCES person ON DELETE CASCADE;
ALTER TABLE unit_fact DROP CONSTRAINT unit_fact_unit_id_fkey, ADD FOREIGN KEY (unit_id) REFERENCES unit ON DELETE CASCADE;
