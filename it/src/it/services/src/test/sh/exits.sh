#!/bin/sh
echo no such table
exit 3
