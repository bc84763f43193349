#!/bin/sh
# Restores a dump beside the live database and prints the rows of each table: name, live, restored.
set -eu
dump=$(realpath "${1:?usage: deploy/check-backup.sh DUMP}")
cd "$(dirname "$0")/.."
psql() { docker compose exec -T postgres psql -U postgres -XAtq -v ON_ERROR_STOP=1 -c "SET client_min_messages = warning" "$@" </dev/null; }
scratch=$(mktemp -d)
trap 'psql -c "DROP DATABASE IF EXISTS bos_check"; rm -r "$scratch"' EXIT
psql -c 'DROP DATABASE IF EXISTS bos_check' -c 'CREATE DATABASE bos_check'
docker compose exec -T postgres pg_restore -U postgres --exit-on-error -d bos_check <"$dump"
rows="SELECT table_name, (xpath('//n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', table_name), false, true, '')))[1]
  FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name COLLATE \"C\""
psql -d bos -c "$rows" >"$scratch/live"
psql -d bos_check -c "$rows" >"$scratch/restored"
LC_ALL=C join -t '|' -a 1 -a 2 -e - -o 0,1.2,2.2 "$scratch/live" "$scratch/restored" | column -t -s '|'
