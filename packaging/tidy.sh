#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Looks for optionals that are read without having been asked whether they hold anything, in all of the registry and what it stands on.
# Fails if there is one. Needs clang-tidy 16 or later.
set -eu
cd "$(dirname "$0")/.."
tidy=
for name in clang-tidy-16 clang-tidy-19 clang-tidy-18 clang-tidy; do
    command -v "$name" >/dev/null && { tidy=$name; break; }
done
[ -n "$tidy" ] || { echo "clang-tidy is not installed; the Debian package clang-tidy-16 (or clang-tidy) brings it." >&2; exit 1; }
# Without precompiled headers and without warnings that only g++ knows.
cmake -S . -B build/tidy -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >/dev/null
sed -i -e 's/-Wno-[a-z-]*//g' -e 's/-Werror//g' build/tidy/compile_commands.json
find src/core src/registry -name '*.cpp' ! -name '*_portable.cpp' -print0 | xargs -0 -P "$(nproc)" -n 4 \
    "$tidy" -p build/tidy --quiet --checks='-*,bugprone-unchecked-optional-access' --warnings-as-errors='*' --header-filter='/src/(core|registry)/'
