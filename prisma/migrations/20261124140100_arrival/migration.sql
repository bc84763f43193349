-- When the last report came in, for the public page of the server's state.
CREATE INDEX report_by_arrival ON report (arrived_at DESC);
