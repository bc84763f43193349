-- Where somebody served on the day he wrote: past postings and assignments too, by person.
CREATE INDEX posting_by_person ON posting (person_id, since_on);
CREATE INDEX assignment_by_person ON assignment (person_id, since_on);
