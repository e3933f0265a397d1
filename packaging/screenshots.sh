#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the pictures of the README and of every state from the real program: each window and state, light and dark, English and Korean, and at 150 %.
#   screenshots.sh [FOLDER]      build/screenshots by default; those that the README shows are copied to packaging/screenshots
set -eu
cd "$(dirname "$0")/.."
out=$(realpath -m "${1:-build/screenshots}")
cmake --build --preset release --target berth_screenshots
# The same type on every machine that has these fonts, and in place of them whatever the system prefers.
fonts=$(mktemp -d)
trap 'rm -rf "$fonts"' EXIT
cat > "$fonts/fonts.conf" <<EOF
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><cachedir>$fonts/cache</cachedir>
<alias><family>sans-serif</family><prefer><family>Inter</family><family>Noto Sans CJK KR</family></prefer></alias>
<alias><family>Sans Serif</family><prefer><family>Inter</family><family>Noto Sans CJK KR</family></prefer></alias>
<alias><family>monospace</family><prefer><family>JetBrains Mono</family><family>Noto Sans Mono CJK KR</family></prefer></alias></fontconfig>
EOF
# A screen on which tooltips and menus stand where they belong.
cat > "$fonts/screens.json" <<EOF
{"screens":[{"name":"one","x":0,"y":0,"width":2880,"height":1800,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]}
EOF
export FONTCONFIG_FILE="$fonts/fonts.conf" QT_QPA_PLATFORM="offscreen:configfile=$fonts/screens.json"
program=build/release/tests/desktop/berth_screenshots
for arguments in "" "--dark" "--language ko"; do
    $program "$out" $arguments
done
QT_SCALE_FACTOR=1.5 $program "$out"
mkdir -p packaging/screenshots
for name in 01-artifacts-light 01-artifacts-dark 01-artifacts-ko-light 02-first-start-light 03-import-light 06-delete-light \
    08-connect-failed-light 09-storage-light 11-transfers-light 14-layers-light 21-trash-taken-light 21b-undo-light 26-search-light \
    20-keys-light 20c-users-light 27-move-tag-light 04-cleanup-light 15-webhooks-light; do
    cp "$out/$name.png" packaging/screenshots/
done
