#!/usr/bin/env bash
# Makes everything that a release consists of, in target/release, and tries it. On Linux; the other
# systems' folders come from packaging/app-image.sh on those systems (see .github/workflows).
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -B --no-transfer-progress -Prelease package -DskipTests "$@"
version=$(sed -n 's/^version=//p' target/classes/sc/fiji/sparsevit/version.properties)
rm -rf target/release
mkdir -p target/release

packaging/app-image.sh
cp "target/SparseViT-$version-fiji.zip" "target/SparseViT-$version-sbom.json" target/release/
# "The BSD License" of TwelveMonkeys is the one with three clauses, not with four as CycloneDX takes it.
sed -i 's/BSD-4-Clause/BSD-3-Clause/' target/release/SparseViT-*-sbom.json
cp target/licenses/THIRD-PARTY.txt "target/release/SparseViT-$version-THIRD-PARTY.txt"
packaging/check.sh
(cd target/release && sha256sum SparseViT-* > SHA256SUMS)
ls -l target/release
