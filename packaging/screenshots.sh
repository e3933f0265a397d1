#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the pictures of packaging/screenshots from the real program: every window and state, light and dark, English and Korean.
#   screenshots.sh [FOLDER]
set -eu
cd "$(dirname "$0")/.."
out=$(realpath -m "${1:-packaging/screenshots}")
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
export FONTCONFIG_FILE="$fonts/fonts.conf" QT_QPA_PLATFORM=offscreen
program=build/release/tests/desktop/berth_screenshots
for arguments in "" "--dark" "--language ko"; do
    $program "$out" $arguments
done
