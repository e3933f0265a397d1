#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Looks for defects with a short list of checks over all of src/, and for optionals that are read without having been asked whether they
# hold anything in the registry and what it stands on (with the coroutines of the rest clang-tidy 16 ends in that check).
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
# What uic makes of the Designer files.
cmake --build build/tidy --target desktop_autogen >/dev/null
sed -i -e 's/-Wno-[a-z-]*//g' -e 's/-Werror//g' build/tidy/compile_commands.json
find src/core src/registry -name '*.cpp' ! -name '*_portable.cpp' -print0 | xargs -0 -P "$(nproc)" -n 4 \
    "$tidy" -p build/tidy --quiet --checks='-*,bugprone-unchecked-optional-access' --warnings-as-errors='*' --header-filter='/src/(core|registry)/'
find src -name '*.cpp' ! -name '*_portable.cpp' -print0 | xargs -0 -P "$(nproc)" -n 4 \
    "$tidy" -p build/tidy --quiet --warnings-as-errors='bugprone-*,misc-*' --header-filter='/src/' --checks='-*,bugprone-use-after-move,bugprone-dangling-handle,bugprone-infinite-loop,bugprone-undelegated-constructor,bugprone-integer-division,bugprone-sizeof-container,bugprone-string-constructor,bugprone-suspicious-missing-comma,bugprone-misplaced-widening-cast,bugprone-too-small-loop-variable,bugprone-virtual-near-miss,bugprone-parent-virtual-call,misc-redundant-expression'
