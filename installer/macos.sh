#!/bin/sh
# Makes target/installer/Jailoo-VERSION-ARCHITECTURE.dmg and its SHA-256. Run on macOS, with JAVA_HOME at a JDK 25.
set -eu
cd "$(dirname -- "$0")/.."
java=${JAVA_HOME:?point it to a JDK 25}/bin/java

[ "${1:-}" = --built ] || ./mvnw -q -B -Pinstaller
version=$("$java" installer/Image.java)
out=target/installer
rm -rf "$out/made" && mkdir "$out/made"
"$JAVA_HOME/bin/jpackage" --type dmg --name Jailoo --app-image "$out/image/Jailoo.app" --dest "$out/made" \
    --mac-package-identifier org.jailoo --license-file LICENSE
dmg=Jailoo-$version-$(uname -m).dmg
mv "$out"/made/*.dmg "$out/$dmg"
cd "$out"
shasum -a 256 "$dmg" >"$dmg.sha256"
