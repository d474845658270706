#!/bin/sh
echo "$$" >"$2.pids"
echo still starting
exec sleep 600
