#!/usr/bin/env bash
# Tries what target/release holds as somebody would who has nothing else: no network where the
# system lets us cut it off, a home folder that is empty, no Java for the folder that has its own.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/^version=//p' target/classes/sc/fiji/sparsevit/version.properties)
sample=$PWD/sample-images/copy-move-micrograph-16bit.tif
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cut_off=()
if unshare -rn true 2>/dev/null; then cut_off=(unshare -rn); else echo "check: the network cannot be cut off here"; fi

echo "== The zip for Fiji: plugin, PyTorch, licenses, and nothing that Fiji has"
unzip -Z1 "target/release/SparseViT-$version-fiji.zip" | grep -v '/$' | sort > "$work/list"
sed "s/VERSION/$version/" > "$work/wanted" <<'END'
jars/linux64/pytorch-native-cpu-2.7.1-linux-x86_64.jar
jars/macos-arm64/pytorch-native-cpu-2.7.1-osx-aarch64.jar
jars/pytorch-jni-2.7.1-0.35.1.jar
jars/win64/pytorch-native-cpu-2.7.1-win-x86_64.jar
licenses/SparseViT/LICENSE
licenses/SparseViT/THIRD-PARTY.txt
plugins/SparseViT_-VERSION.jar
END
diff "$work/wanted" "$work/list"

echo "== The same, unpacked into a folder with Fiji's own libraries, in a macro"
mkdir -p "$work/fiji/jars" "$work/home"
for jar in ij scijava-common parsington imglib2 gson commons-codec commons-compress commons-io commons-lang3 commons-math3 slf4j-api jna; do
  cp target/lib/"$jar"-[0-9]*.jar "$work/fiji/jars/"
done
unzip -q "target/release/SparseViT-$version-fiji.zip" -d "$work/fiji"
cat > "$work/try.ijm" <<END
run("Try a Sample Image");
regions = Overlay.size;
run("SparseViT Fault Report");
File.saveString("regions: " + regions + "\\n" + getInfo("window.contents"), "$work/report.txt");
while (nImages > 0) { selectImage(nImages); close(); }
run("Quit");
END
# As Fiji's launcher does: libraries of all systems on the class path, plugins found by ImageJ
"${cut_off[@]}" xvfb-run -a env HOME="$work/home" timeout 120 java -Duser.home="$work/home" \
  -Dplugins.dir="$work/fiji" -cp "$(find "$work/fiji/jars" -name '*.jar' | tr '\n' ':')" \
  ij.ImageJ -macro "$work/try.ijm"
cat "$work/report.txt"
grep -q '^regions: [1-9]' "$work/report.txt"
grep -q '^self-test: passed' "$work/report.txt"

echo "== The folder with a Java of its own, on the command line"
unzip -q "target/release/SparseViT-$version-linux-x64.zip" -d "$work"
app=$work/SparseViT-ImageJ/bin/sparsevit
alone=(env -i HOME="$work/home2" PATH=/usr/bin:/bin LANG=C.UTF-8)
mkdir "$work/home2"
"${cut_off[@]}" "${alone[@]}" "$app" --version
"${cut_off[@]}" "${alone[@]}" "$app" diagnose
"${cut_off[@]}" "${alone[@]}" "$app" localize "$sample" --output "$work/out"
test -s "$work/out/copy-move-micrograph-16bit_overlay.png"
echo "check: all is well"
