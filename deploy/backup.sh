#!/bin/sh
# Writes a dump of the database into a folder, and removes those older than 30 days from it.
set -eu
folder=${1:?usage: deploy/backup.sh FOLDER}
umask 077
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cd "$(dirname "$0")/.."
dump="$folder/bos-$(date +%Y%m%d-%H%M%S).dump"
docker compose exec -T postgres pg_dump -U postgres -Fc bos >"$dump.part"
mv "$dump.part" "$dump"
find "$folder" -name 'bos-*.dump*' -mtime +30 -delete
echo "$dump"
