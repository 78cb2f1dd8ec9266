#!/bin/sh
# Puts SparseViT with ImageJ into the menu of this user's desktop. Run it again when the folder has
# been moved; to take it out again, delete the file that it names.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
menu=${XDG_DATA_HOME:-$HOME/.local/share}/applications
mkdir -p "$menu"
cat > "$menu/sparsevit.desktop" <<END
[Desktop Entry]
Type=Application
Name=SparseViT with ImageJ
Comment=Shows where an image was manipulated
Exec="$here/bin/SparseViT-ImageJ" %F
Icon=$here/lib/SparseViT-ImageJ.png
Terminal=false
Categories=Graphics;Science;
END
echo "$menu/sparsevit.desktop"
