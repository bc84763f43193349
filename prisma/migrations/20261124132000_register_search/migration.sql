-- A name as it is searched: small letters, no signs, no titles. Two spellings of it differ by letters only.
CREATE FUNCTION name_key(name text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN
  btrim(regexp_replace(regexp_replace(lower(name), '[^a-z0-9]+', ' ', 'g'),
    '\m(h|hj|haji|hajjah|pak|bapak|bpk|bu|ibu|drs|ir|kh|ust|ustad|ustadz)\M ?', '', 'g'));

ALTER TABLE register_entry ADD name_key text GENERATED ALWAYS AS (name_key(name)) STORED;
DROP INDEX register_entry_by_name;
CREATE INDEX register_entry_by_name ON register_entry USING gin (name_key gin_trgm_ops);
