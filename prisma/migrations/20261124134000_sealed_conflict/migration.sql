-- What came under an id that is taken is kept whole: its sealed answers too, and sealed.
ALTER TABLE report_conflict ADD sealed bytea;
