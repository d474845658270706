#!/bin/sh
trap '' TERM
sleep 600 &
echo "$$ $!" >"$2.pids"
echo ready
while :; do sleep 600; done
