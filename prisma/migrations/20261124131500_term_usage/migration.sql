-- How often each word of a vocabulary was chosen, as counted at night: { key: times }.
CREATE TABLE term_usage (
  vocabulary text PRIMARY KEY,
  uses       jsonb NOT NULL,
  counted_at timestamptz NOT NULL
);
