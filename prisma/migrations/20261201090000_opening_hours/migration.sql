-- Opening hours become two times. What was typed in another form stays as it was written, and is still shown.
WITH typed AS (
  SELECT id, details, regexp_match(
    lower(btrim(details ->> 'jamBuka')),
    '^(\d{1,2})[.:](\d{2})\s*(?:-|–|sampai|hingga|s\.?/?d\.?)\s*(\d{1,2})[.:](\d{2})$'
  ) AS part
  FROM register_entry WHERE kind = 'tempat' AND details ? 'jamBuka'
), hours AS (
  SELECT id, details,
    CASE WHEN lower(btrim(details ->> 'jamBuka')) ~ '^(buka )?24 jam$' THEN '00:00' ELSE lpad(part[1], 2, '0') || ':' || part[2] END AS opens,
    CASE WHEN lower(btrim(details ->> 'jamBuka')) ~ '^(buka )?24 jam$' THEN '23:59' ELSE lpad(part[3], 2, '0') || ':' || part[4] END AS closes
  FROM typed
)
UPDATE register_entry
SET details = (hours.details - 'jamBuka') || jsonb_build_object('bukaPukul', opens, 'tutupPukul', closes)
FROM hours
WHERE register_entry.id = hours.id
  AND opens ~ '^([01]\d|2[0-3]):[0-5]\d$' AND closes ~ '^([01]\d|2[0-3]):[0-5]\d$';

UPDATE register_entry
SET details = (details - 'jamBukaTanpa')
  || jsonb_build_object('bukaPukulTanpa', details ->> 'jamBukaTanpa', 'tutupPukulTanpa', details ->> 'jamBukaTanpa')
WHERE kind = 'tempat' AND details ->> 'jamBukaTanpa' IS NOT NULL;
