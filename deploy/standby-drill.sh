#!/bin/sh
# Proves the way of docs/how-to/back-up.md on this machine: a server whose synchronous standby is pg_receivewal on a second
# folder, its data destroyed under load, then restored. Prints acknowledged, restored, seconds.
# As a user who may run PostgreSQL: deploy/standby-drill.sh FOLDER_WITH_POSTGRES_BINARIES
set -eu
bin=${1:?usage: deploy/standby-drill.sh BIN}
home=$(mktemp -d)
port=${PORT:-54871}
run() { "$bin/$@"; }
sql() { PGAPPNAME=drill "$bin/psql" -h 127.0.0.1 -p "$port" -U bos -d postgres -XAtq "$@"; }
walpid=
trap 'kill $walpid 2>/dev/null; "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1; rm -rf "$home"' EXIT
start() { "$bin/pg_ctl" -w -s -D "$home/data" -l "$home/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= $1" start; }

run initdb -D "$home/data" -U bos -A trust --data-checksums >/dev/null
start ""
sql -c "SELECT pg_create_physical_replication_slot('second_disk', true)" >/dev/null
sql -c 'CREATE TABLE receipt (n int PRIMARY KEY, body text)'
mkdir "$home/wal"
PGAPPNAME=second_disk "$bin/pg_receivewal" -h 127.0.0.1 -p "$port" -U bos -D "$home/wal" --slot second_disk --synchronous --no-password 2>"$home/receive.log" &
walpid=$!
"$bin/pg_basebackup" -h 127.0.0.1 -p "$port" -U bos -D "$home/base" -X stream -c fast
sql -c "ALTER SYSTEM SET synchronous_standby_names = 'second_disk'" -c 'SELECT pg_reload_conf()' >/dev/null
until [ "$(sql -c "SELECT count(*) FROM pg_stat_replication WHERE application_name = 'second_disk' AND sync_state = 'sync'")" = 1 ]; do sleep 0.2; done

# One line for each commit that was acknowledged, one commit a row.
n=0
(while [ $n -lt 100000 ]; do n=$((n + 1)); echo "INSERT INTO receipt VALUES ($n, repeat('x', 500)) RETURNING n;"; done) | sql >"$home/acknowledged" 2>/dev/null &
load=$!
until [ "$(wc -l <"$home/acknowledged")" -ge 2000 ]; do sleep 0.1; done
kill -9 $(head -1 "$home/data/postmaster.pid") $(pgrep -P "$(head -1 "$home/data/postmaster.pid")")
rm -rf "$home/data"
begun=$(date +%s.%N)
kill $walpid; wait $walpid 2>/dev/null || true; walpid=
kill $load 2>/dev/null || true
acknowledged=$(tail -1 "$home/acknowledged")

mv "$home/base" "$home/data"
touch "$home/data/recovery.signal"
for part in "$home"/wal/*.partial; do [ -e "$part" ] && mv "$part" "${part%.partial}"; done
printf "restore_command = 'cp %s/%%f %%p'\nsynchronous_standby_names = ''\n" "$home/wal" >>"$home/data/postgresql.auto.conf"
start ""
until [ "$(sql -c 'SELECT pg_is_in_recovery()' 2>/dev/null)" = f ]; do sleep 0.1; done
ended=$(date +%s.%N)
restored=$(sql -c "SELECT count(*) FROM receipt WHERE n <= $acknowledged")
echo "acknowledged $acknowledged, restored $restored, RTO $(echo "$ended - $begun" | bc 2>/dev/null || awk "BEGIN { print $ended - $begun }") s"

# The standby dies: no commit may be acknowledged, and the waiting one ends once somebody decides to go on without it.
sql -c "ALTER SYSTEM SET synchronous_standby_names = 'second_disk'" -c 'SELECT pg_reload_conf()' >/dev/null
sleep 1
sql -c "INSERT INTO receipt VALUES (-1, '')  RETURNING 'acknowledged'" >"$home/waits" &
waiting=$!
sleep 3
echo "standby gone: $(wc -l <"$home/waits") acknowledged in 3 s"
sql -c "ALTER SYSTEM SET synchronous_standby_names = ''" -c 'SELECT pg_reload_conf()' >/dev/null
wait $waiting
echo "after the switch to asynchronous: $(wc -l <"$home/waits") acknowledged"
[ "$restored" = "$acknowledged" ]
