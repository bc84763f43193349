-- The key by which names are looked up: letters and digits of any script in small letters, accents, apostrophes, unseen
-- marks, titles before the name and zeros before a number left out. Which of those found is meant, src/register/searching.ts decides.
DROP INDEX register_entry_by_name;
ALTER TABLE register_entry DROP COLUMN name_key;

CREATE OR REPLACE FUNCTION name_key(name text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN
  btrim(regexp_replace(regexp_replace(regexp_replace(
    regexp_replace(
      regexp_replace(lower(normalize(name, NFKD) COLLATE pg_c_utf8),
        '[\u0300-\u036f''’‘‛`´ʹʻʼʽʾʿˈ′‵＇\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]', '', 'g'),
      '[^[:alnum:]]+' COLLATE pg_c_utf8, ' ', 'g'),
    '^ ?((h|hj|kh|k h|haji|hajjah|pak|bapak|bpk|bu|ibu|ust|ustad|ustadz|ustaz|ustadzah|kyai|kiai|nyai|ny|nyonya|tn|tuan|nn|nona|sdr|sdri|alm|almh|r|rd|raden|dr|drs|drg|dra|ir|prof) )+(?=.)', ''),
    '\m(r[tw])0*(?=[0-9])', '\1 ', 'g'), '\m0+(?=[0-9])', '', 'g'));

ALTER TABLE register_entry ADD name_key text GENERATED ALWAYS AS (name_key(name)) STORED;
CREATE INDEX register_entry_by_name ON register_entry USING gin (name_key gin_trgm_ops);

-- A name may be one letter; whoever writes one is asked.
ALTER TABLE register_entry DROP CONSTRAINT household_head_name_check,
  ADD CONSTRAINT register_entry_name_check CHECK (length(name) BETWEEN 1 AND 100);
ALTER TABLE person DROP CONSTRAINT person_name_check,
  ADD CONSTRAINT person_name_check CHECK (length(name) BETWEEN 1 AND 100);
