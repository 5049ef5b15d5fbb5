#!/bin/sh
# Starts Jailoo from the folder in which this file lies, on Linux and macOS, with the first Java from 17 on that is found:
# in a folder runtime* beside this file, that of JAVA_HOME, that of the system, the one on the path.

self=$0
while [ -h "$self" ]; do
    link=$(readlink -- "$self")
    case $link in
    /*) self=$link ;;
    *) self=$(dirname -- "$self")/$link ;;
    esac
done
home=$(CDPATH='' cd -- "$(dirname -- "$self")" && pwd -P) || exit 1
system=$(uname -s)

# Where file names are not said to be UTF-8, or in a locale that this system has not, Java would find none with Cyrillic
# letters. The language stays the one that was asked for.
language=
if [ "$system" = Linux ] && { [ "$(locale charmap 2>/dev/null)" != UTF-8 ] || [ -n "$(locale 2>&1 >/dev/null)" ]; }; then
    asked=${LC_ALL:-${LC_MESSAGES:-$LANG}}
    case $asked in
    [a-z][a-z]_*) language=${asked%%_*} ;;
    esac
    LC_ALL=C.UTF-8
    export LC_ALL
fi

of_system=
if [ -x /usr/libexec/java_home ]; then
    of_system=$(/usr/libexec/java_home -v 17+ 2>/dev/null)
fi

java=
older=
for candidate in "$home"/runtime*/bin/java "$home"/runtime*/Contents/Home/bin/java "${JAVA_HOME:+$JAVA_HOME/bin/java}" \
    "${of_system:+$of_system/bin/java}" "$(command -v java)"; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
        settings=$("$candidate" -XshowSettings:properties -version 2>&1)
        version=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.specification\.version = //p')
        if [ "${version#1.}" -ge 17 ] 2>/dev/null; then
            java=$candidate
            break
        fi
        older="$older
  $candidate ${version:-?}"
    fi
done
if [ -z "$java" ]; then
    cat "$home/text/java.txt" >&2
    if [ -n "$older" ]; then
        printf '%s\n' "$older" >&2
    fi
    exit 1
fi

case $system in
Darwin) libraries=mac ;;
*) libraries=linux ;;
esac
# Of the Java, not of the machine: a Mac runs both kinds.
case $(printf '%s\n' "$settings" | sed -n 's/^ *os\.arch = //p') in
aarch64 | arm64) libraries=$libraries-aarch64 ;;
esac

set -- -cp "$home/jailoo.jar:$home/lib/*:$home/lib/$libraries/*" org.jailoo.Main "$@"
if [ "$system" = Linux ] && [ -d "$home/lib/$libraries" ]; then
    # Else it is unpacked into the temporary folder at each start. A Mac refuses to load it from a folder that was downloaded.
    set -- "-Dorg.sqlite.lib.path=$home/lib/$libraries" "$@"
fi
if [ -n "$language" ]; then
    set -- "-Duser.language=$language" "$@"
fi
# Where Java itself fails, it would leave what lies in its memory in a file; and no other program is to look into it.
ulimit -c 0 2>/dev/null || true
set -- -XX:+SuppressFatalErrorMessage -XX:-CreateCoredumpOnCrash -XX:-HeapDumpOnOutOfMemoryError -XX:+DisableAttachMechanism -XX:-UsePerfData "$@"
exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED "$@"
