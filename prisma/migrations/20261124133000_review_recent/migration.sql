-- What a reviewer decided together with others a moment ago stands on his queue, to be undone.
CREATE INDEX review_recent ON review (reviewer_id, decided_at) WHERE batch_id IS NOT NULL;
