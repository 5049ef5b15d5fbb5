#!/bin/sh
# Proves a .deb in a bare Debian: installed with nothing but what it names, used, upgraded, removed and purged.
#   installer/test/deb.sh [FILE.deb]     without a file it makes one with linux.sh
# As root. Pictures of the window and what was said go to target/installer/test; the bare system is kept there for the next run.
set -eu
cd "$(dirname -- "$0")/../.."
skip() {
    echo "skipped: $1"
    exit 77
}
[ "$(id -u)" = 0 ] || skip "needs root, to make a bare system and change into it"
for tool in debootstrap dpkg-deb Xvfb xdotool import unshare; do
    command -v $tool >/dev/null || skip "needs $tool"
done
# Whatever is mounted here is gone when this ends.
[ "${JAILOO_APART:-}" ] || exec env JAILOO_APART=1 unshare --mount "$0" "$@"

out=$PWD/target/installer/test
root=$out/root
deb=${1:-}
mkdir -p "$out"
rm -f "$out"/*.pid "$out/display"
Xvfb -displayfd 3 -screen 0 1400x900x24 3>"$out/display" 2>/dev/null &
screen=$!
trap 'kill $screen $(cat "$out"/*.pid 2>/dev/null) 2>/dev/null || true' EXIT
until [ -s "$out/display" ]; do sleep 0.2; done
DISPLAY=:$(cat "$out/display")
export DISPLAY
[ "$deb" ] || { rm -f target/installer/*.deb && installer/linux.sh && deb=$(ls target/installer/jailoo_*.deb); }
. /etc/os-release
# The mirror that this machine uses.
mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' | sed -n "s/^$VERSION_CODENAME //p" | head -1)

pass() { echo "ok: $1"; }
fail() {
    echo "FAILED: $1"
    exit 1
}
within() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# An ordinary person; what comes first are settings of the environment.
aigul() { chroot --userspec=aigul:aigul "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/aigul LANG=C.UTF-8 "$@"; }

if [ ! -f "$out/bare.tar" ]; then
    debootstrap --variant=minbase "$VERSION_CODENAME" "$out/bare" "$mirror" >"$out/debootstrap.log"
    tar -C "$out/bare" -cf "$out/bare.tar" . && rm -rf "$out/bare"
fi
rm -rf --one-file-system "$root" && mkdir -p "$root" && tar -C "$root" -xf "$out/bare.tar"
mount -t tmpfs none "$root/tmp" && chmod 1777 "$root/tmp"
mount -t proc none "$root/proc"
mount --rbind /dev "$root/dev"
within useradd --create-home aigul
find "$root" -xdev -xtype l | sort >"$out/dangling-before"

mkdir -p "$root/tmp/.X11-unix" && mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"

# opens NAME [ARGUMENT]... : starts the window, waits until it is quiet, takes a picture
opens() {
    name=$1
    shift
    windows >"$out/before"
    aigul DISPLAY="$DISPLAY" jailoo "$@" >"$out/$name.said" 2>&1 &
    echo $! >"$out/$name.pid"
    window=
    until [ "$window" ]; do
        kill -0 "$(cat "$out/$name.pid")" 2>/dev/null || fail "$name: no window; it said: $(cat "$out/$name.said")"
        sleep 0.5
        window=$(windows | comm -13 "$out/before" - | head -1)
    done
    picture "$name"
}
windows() { xdotool search --onlyvisible --name '^Jailoo$' 2>/dev/null | sort; }
picture() {
    sleep 3
    before=
    for i in 1 2 3 4 5 6 7 8 9 10; do
        import -window root "$out/$1.png"
        now=$(cksum <"$out/$1.png")
        [ "$now" != "$before" ] || break
        before=$now
        sleep 2
    done
}
unlocks() {
    xdotool windowfocus "$window"
    xdotool type --delay 60 "$phrase"
    xdotool key Return
    sleep 3
    picture "$1"
}
closes() {
    kill "$(cat "$out/$1.pid")" 2>/dev/null || true
    wait "$(cat "$out/$1.pid")" 2>/dev/null || true
    rm "$out/$1.pid"
    [ ! -s "$out/$1.said" ] || fail "$1: it said: $(cat "$out/$1.said")"
}

cp "$deb" "$root/tmp/jailoo.deb"
within apt-get -q -y install --no-install-recommends /tmp/jailoo.deb >"$out/install.log" 2>&1 || fail "install, see $out/install.log"
pass "installed with $(grep -c '^Unpacking' "$out/install.log") packages: $(within dpkg-query -W -f '${Version}' jailoo)"
within sh -c 'for l in $(find /opt/jailoo -name "*.so"); do LD_LIBRARY_PATH=/opt/jailoo/lib/runtime/lib:/opt/jailoo/lib/runtime/lib/server ldd $l; done' 2>/dev/null |
    sed -n 's/ => not found//p' | sort -u >"$out/absent-libraries"
echo "libraries that are not there, and not needed: $(tr -d '\t' <"$out/absent-libraries" | tr '\n' ' ')"

version=$(aigul jailoo --version)
[ "$version" = "Jailoo $(dpkg-deb -f "$deb" Version | tr '~' '-')" ] || fail "version: $version"
aigul jailoo demo >"$out/demo.said" 2>"$out/demo.err" || fail "demo, see $out/demo.err"
[ ! -s "$out/demo.err" ] || fail "demo said: $(cat "$out/demo.err")"
pass "demo without a display: $(tail -1 "$out/demo.said")"

opens first
closes first
pass "the window, see first.png"

phrase='ak kalpak boz ui 17'
aigul mkdir /home/aigul/Jailoo
notebook=/home/aigul/Jailoo/notebook.jailoo-notebook
bundle=/home/aigul/Jailoo/a1.jailoo
aigul JAILOO_PASSPHRASE="$phrase" jailoo new $notebook --name A1 >/dev/null
aigul JAILOO_PASSPHRASE="$phrase" jailoo card $notebook >"$root/home/aigul/Jailoo/card.json"
aigul JAILOO_PASSPHRASE="$phrase" jailoo export $notebook --to /home/aigul/Jailoo/card.json --out $bundle >/dev/null 2>&1 || fail "export"
aigul JAILOO_PASSPHRASE="$phrase" jailoo verify $notebook >/dev/null || fail "verify"

# What the desktop runs at a double click.
opens bundle open --lang ky $bundle
closes bundle
pass "a double-clicked bundle waits for a notebook, see bundle.png"
opens notebook open $notebook
unlocks home
pass "a double-clicked notebook asks for its passphrase, see notebook.png and home.png"
held=$window
if aigul JAILOO_PASSPHRASE="$phrase" jailoo verify $notebook >"$out/held.said" 2>&1; then fail "two processes have one notebook open"; fi
opens second open --lang en $notebook
unlocks second
closes second
[ "$held" ] && closes notebook
pass "a second start says that the notebook is open elsewhere, see second.png: $(cat "$out/held.said")"
aigul JAILOO_PASSPHRASE="$phrase" jailoo verify $notebook >/dev/null || fail "verify after the windows"

within apt-get -q -y install --no-install-recommends desktop-file-utils >/dev/null 2>&1
for kind in jailoo-bundle jailoo-notebook; do
    grep -q "application/x-$kind:" "$root/usr/share/mime/globs2" || fail "no file type $kind"
    grep -q "application/x-$kind=jailoo.desktop" "$root/usr/share/applications/mimeinfo.cache" || fail "$kind opens with nothing"
done
pass "files of both kinds open with it"

# The same program under a higher version, and without a file that the former had.
dpkg-deb -R "$root/tmp/jailoo.deb" "$root/tmp/higher"
sed -i 's/^Version: .*/Version: 99/' "$root/tmp/higher/DEBIAN/control"
rm "$root/tmp/higher/usr/share/icons/hicolor/24x24/apps/jailoo.png"
dpkg-deb -Znone --root-owner-group --build "$root/tmp/higher" "$root/tmp/higher.deb" >/dev/null
kept() { (cd "$root/home/aigul" && find . -type f -path './.config/*' -o -type f -path './Jailoo/*' | sort | xargs -d '\n' sha256sum); }
kept >"$out/kept-before"
within apt-get -q -y install --no-install-recommends /tmp/higher.deb >"$out/upgrade.log" 2>&1 || fail "upgrade, see $out/upgrade.log"
[ "$(within dpkg-query -W -f '${Version}' jailoo)" = 99 ] || fail "the version after the upgrade"
[ ! -e "$root/usr/share/icons/hicolor/24x24/apps/jailoo.png" ] || fail "the upgrade left a file of the former version"
aigul JAILOO_PASSPHRASE="$phrase" jailoo verify $notebook >/dev/null || fail "the notebook after the upgrade"
kept | cmp -s - "$out/kept-before" || fail "the upgrade changed what people wrote"
pass "upgraded in place; the notebook opens"

for way in remove purge; do
    within apt-get -q -y $way jailoo >"$out/$way.log" 2>&1 || fail "$way, see $out/$way.log"
    kept | cmp -s - "$out/kept-before" || fail "$way changed what people wrote"
done
grep -q 'notebooks stay' "$out/remove.log" || fail "nothing says where the notebooks are"
[ ! -e "$root/home/aigul/.openjfx" ] || fail "a start unpacked libraries into the home"
[ -z "$(find "$root" -xdev -iname '*jailoo*' -not -path '*/home/*' -not -path '*/tmp/*' | tee "$out/left")" ] || fail "left behind: $(cat "$out/left")"
[ -z "$(grep -ril jailoo "$root/usr/share/mime" "$root/usr/share/applications" "$root/etc")" ] || fail "file types are left behind"
find "$root" -xdev -xtype l | sort | comm -13 "$out/dangling-before" - >"$out/dangling"
[ ! -s "$out/dangling" ] || fail "dangling links: $(cat "$out/dangling")"
pass "removed and purged: the notebook and the settings are there, nothing else is"
