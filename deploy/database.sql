-- Runs once, when the cluster is made. A superuser can do anything on the database's host, so the application is none;
-- and the superuser gets no password, so it can sign in only from inside the container.
\getenv password POSTGRES_PASSWORD
CREATE ROLE bos LOGIN PASSWORD :'password';
CREATE DATABASE bos OWNER bos;
REVOKE ALL ON DATABASE bos FROM PUBLIC;
-- What drills empty and fill; and what readiness needs to see of a standby.
CREATE DATABASE bos_scratch OWNER bos;
REVOKE ALL ON DATABASE bos_scratch FROM PUBLIC;
GRANT pg_read_all_stats TO bos;
ALTER ROLE postgres PASSWORD NULL;
