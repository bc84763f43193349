-- Whether the browser that the photo came from had signed in before: those have a reserve that strangers cannot fill.
ALTER TABLE kept_file ADD COLUMN is_reserved boolean NOT NULL DEFAULT false;
