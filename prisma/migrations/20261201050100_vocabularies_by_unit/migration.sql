-- A word belongs to the unit whose admin keeps it, and holds for that unit and all below. '/' is the list of the whole
-- server. A unit may end a word of a unit above for itself: then it has a row of its own under the same key.
ALTER TABLE term ADD unit_path text NOT NULL DEFAULT '/' CHECK (unit_path ~ '^/([a-z0-9-]+/)*$');
ALTER TABLE term ALTER unit_path DROP DEFAULT;
-- The word that it was merged into may be one of a unit above.
ALTER TABLE term DROP CONSTRAINT term_vocabulary_merged_into_fkey;
ALTER TABLE term DROP CONSTRAINT term_pkey;
ALTER TABLE term ADD PRIMARY KEY (vocabulary, key, unit_path);

-- Uses are counted by unit from the next night on: { unit path: { key: times } }.
DELETE FROM term_usage;
