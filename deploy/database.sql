-- Runs once, when the cluster is made. A superuser can do anything on the database's host, so the application is none;
-- and the superuser gets no password, so it can sign in only from inside the container.
\getenv password POSTGRES_PASSWORD
CREATE ROLE bos LOGIN PASSWORD :'password';
CREATE DATABASE bos OWNER bos;
REVOKE ALL ON DATABASE bos FROM PUBLIC;
ALTER ROLE postgres PASSWORD NULL;
