#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Takes new texts of the sources into the translation files; what is new there is "unfinished" until someone translates it.
set -eu
cd "$(dirname "$0")/.."
lupdate=$(command -v lupdate || echo /usr/lib/qt6/bin/lupdate)
"$lupdate" -silent -I src -locations none src/core src/archive src/credentials src/client src/registry src/transfer src/desktop src/berth ui -ts translations/berth_en.ts translations/berth_ko.ts
