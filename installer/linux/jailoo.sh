#!/bin/sh
# Starts Jailoo. Where file names are not said to be UTF-8, or in a locale that this system has not, Java would find none
# with Cyrillic letters: then only the language stays the one that was asked for.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ] || [ -n "$(locale 2>&1 >/dev/null)" ]; then
    asked=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
    LC_ALL=C.UTF-8
    export LC_ALL
    case $asked in
    ru_* | ky_*)
        case " $* " in
        "  " | *" --lang"*) ;;
        *) set -- --lang "${asked%%_*}" "$@" ;;
        esac
        ;;
    esac
fi
# Where Java itself fails, it would leave what lies in its memory in a file.
ulimit -c 0 2>/dev/null || true
exec /opt/jailoo/lib/runtime/bin/java @/opt/jailoo/lib/app/java.args org.jailoo.Main "$@"
