#!/bin/sh
# What a Mac opens with a double click.
exec "$(dirname -- "$0")/jailoo.sh" "$@"
