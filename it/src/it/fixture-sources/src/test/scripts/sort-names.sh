#!/bin/sh
# Sorts the file that is its first argument into the directory that is its last. What it read, it writes down for the script.
set -e
[ "$2" = "$ISOLATION_TARGET" ]
paste -s -d ' ' "$1" >> target/read-by-the-command.txt
sort "$1" > "$2/sorted.txt"
echo "sorted $1"
