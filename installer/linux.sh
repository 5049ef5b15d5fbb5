#!/bin/sh
# Makes target/installer/jailoo_VERSION_ARCHITECTURE.deb and its SHA-256. Run on Debian or Ubuntu, with JAVA_HOME at a JDK 25.
set -eu
cd "$(dirname -- "$0")/.."
java=${JAVA_HOME:?point it to a JDK 25}/bin/java

[ "${1:-}" = --built ] || ./mvnw -q -B -Pinstaller
version=$("$java" installer/Image.java)
version=$(printf %s "$version" | sed 's/-/~/g')

# Plain files, which the triggers of other packages find: no script of ours has to run on a machine without a desktop.
root=target/installer/deb
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/mime/packages" \
    "$root/usr/share/doc/jailoo"
cp -a target/installer/image/jailoo "$root/opt/jailoo"
install -m 755 installer/linux/jailoo.sh "$root/usr/bin/jailoo"
# Not by the starter of jpackage: at each start it asks dpkg and rpm, twice, to which package it belongs.
app=$root/opt/jailoo/lib/app
{
    sed -n -e '/jpackage/d' -e 's|\$APPDIR|/opt/jailoo/lib/app|' -e 's|^java-options=||p' "$app/jailoo.cfg"
    echo -cp
    sed -n -e 's|\$APPDIR|/opt/jailoo/lib/app|' -e 's|^app.classpath=||p' "$app/jailoo.cfg" | paste -sd:
} >"$app/java.args"
rm -r "$root/opt/jailoo/bin" "$root/opt/jailoo/lib/libapplauncher.so" "$root/opt/jailoo/lib/jailoo.png" "$app/jailoo.cfg" \
    "$app/.jpackage.xml"
cp installer/linux/jailoo.desktop "$root/usr/share/applications/"
cp installer/linux/copyright "$root/usr/share/doc/jailoo/"
cp target/jailoo-sbom.json "$root/usr/share/doc/jailoo/sbom.json"
install -D -m 644 installer/icon/icon.svg "$root/usr/share/icons/hicolor/scalable/apps/jailoo.svg"
for size in 16 24 32 48 64 128 256; do
    mkdir -p "$root/usr/share/icons/hicolor/${size}x$size/apps"
    cp "installer/icon/jailoo-$size.png" "$root/usr/share/icons/hicolor/${size}x$size/apps/jailoo.png"
done
{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">'
    for association in installer/associations/*.properties; do
        sed -n -e 's|^mime-type=\(.*\)|  <mime-type type="\1">|p' "$association"
        sed -n -e 's|^description=\(.*\)|    <comment>\1</comment>|p' -e 's|^extension=\(.*\)|    <glob pattern="*.\1"/>|p' "$association"
        echo '    <icon name="jailoo"/>'
        echo '  </mime-type>'
    done
    echo '</mime-info>'
} >"$root/usr/share/mime/packages/jailoo.xml"
mimes=$(sed -n 's/^mime-type=//p' installer/associations/*.properties | tr '\n' ';')
echo "MimeType=$mimes" >>"$root/usr/share/applications/jailoo.desktop"

install -m 755 installer/linux/postrm "$root/DEBIAN/postrm"
sed -e "s/@version@/$version/" -e "s/@architecture@/$(dpkg --print-architecture)/" \
    -e "s/@size@/$(du -sk --apparent-size "$root/opt" | cut -f1)/" installer/linux/control >"$root/DEBIAN/control"
chmod -R u+rwX,go+rX,go-w "$root"

SOURCE_DATE_EPOCH=1767225600 # 2026-01-01, as in the jar
export SOURCE_DATE_EPOCH
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
deb=jailoo_${version}_$(dpkg --print-architecture).deb
dpkg-deb --root-owner-group ${COMPRESS:--Zxz -z6} --threads-max=1 --build "$root" "target/installer/$deb"
cd target/installer
sha256sum "$deb" >"$deb.sha256"
