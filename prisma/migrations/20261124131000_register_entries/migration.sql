-- Who edits an entry says which version he has seen; of two who edit at once, one is told.
ALTER TABLE register_entry
  ADD version integer NOT NULL DEFAULT 1,
  -- What a merge filled in at the entry that stays, and which doubles it moved there: so much is undone, and no more.
  ADD merge_trace jsonb CHECK (merge_trace IS NULL OR merged_into IS NOT NULL);
