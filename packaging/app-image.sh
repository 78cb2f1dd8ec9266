#!/usr/bin/env bash
# Makes target/app/SparseViT-ImageJ, a folder with a Java of its own, for the system that this runs
# on, and packs it into target/release. Needs a JDK, 17 or newer, and what "mvn package" leaves.
set -euo pipefail
cd "$(dirname "$0")/.."
name=SparseViT-ImageJ
version=$(sed -n 's/^version=//p' target/classes/sc/fiji/sparsevit/version.properties)
jdk=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}

rm -rf target/app target/app-input target/app-java
mkdir -p target/app target/app-input/plugins target/release

# ImageJ reads menus from the JARs of its plugins folder; the libraries lie where the JAR's manifest
# says.
cp "target/SparseViT_-$version.jar" target/app-input/plugins/
cp -r target/lib target/app-input/plugins/
cp -r target/licenses target/app-input/

# No more of Java than ImageJ, the plugin and its libraries use
modules=java.base,java.compiler,java.datatransfer,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,java.rmi,java.scripting,java.sql,java.xml,jdk.accessibility,jdk.charsets,jdk.crypto.ec,jdk.management,jdk.unsupported,jdk.zipfs
"$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-man-pages --no-header-files \
  --compress=2 --output target/app-java
# Classes that every start needs, as they are in memory
target/app-java/bin/java -Xshare:dump >/dev/null 2>&1 || true

# Java's slower, better compiler begins ten times as late as by default: it took a third of the
# processor from the first 25 images and was worth that only much later (docs/performance.md).
# Its simplest garbage collector reuses memory soonest: half as much is taken from the system.
java=(-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
  -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:+UseSerialGC)

# The command line beside the window; on Windows it needs a console.
cat > target/app-cli.properties <<END
main-jar=plugins/SparseViT_-$version.jar
main-class=sc.fiji.sparsevit.Main
java-options=-XX:MaxRAMPercentage=60 ${java[*]}
win-console=true
END
"$jdk/bin/jpackage" --type app-image --name "$name" --dest target/app \
  --app-version "${version%%-*}" --vendor "SparseViT for Fiji developers" \
  --input target/app-input --main-jar "plugins/SparseViT_-$version.jar" \
  --main-class sc.fiji.sparsevit.plugin.Application \
  --runtime-image target/app-java \
  --java-options "-XX:MaxRAMPercentage=60 ${java[*]}" \
  --java-options '-Dplugins.dir=$APPDIR' \
  --add-launcher sparsevit=target/app-cli.properties

case $(uname -s) in
  Linux)
    system=linux-x64
    cp packaging/add-to-menu.sh "target/app/$name/"
    (cd target/app && zip -qry "../release/SparseViT-$version-$system.zip" "$name")
    ;;
  Darwin)
    system=macos-arm64
    (cd target/app && ditto -c -k --keepParent "$name.app" "../release/SparseViT-$version-$system.zip")
    ;;
  *)
    system=windows-x64
    (cd target/app && 7z a -bso0 "../release/SparseViT-$version-$system.zip" "$name")
    ;;
esac
du -sm target/app/* "target/release/SparseViT-$version-$system.zip"
