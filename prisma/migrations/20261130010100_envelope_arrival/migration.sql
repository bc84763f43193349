-- Envelopes lie in the order in which they came: what came since a day is found without reading the others, and a send pays nothing for it.
CREATE INDEX envelope_by_arrival ON envelope USING brin (received_at) WITH (pages_per_range = 16, autosummarize = on);
