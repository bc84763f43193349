-- A photo whose file was cut at its end: what could be read of it is kept, and its reviewer is told.
ALTER TABLE photo ADD COLUMN is_cut boolean NOT NULL DEFAULT false;
ALTER TABLE parked_photo ADD COLUMN is_cut boolean NOT NULL DEFAULT false;
