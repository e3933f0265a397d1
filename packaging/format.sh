#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Lays the sources out as .clang-format says; with --check it changes nothing and fails if one is laid out otherwise. By clang-format 16, for every
# version has ways of its own; without it the check says so and passes.
set -eu
cd "$(dirname "$0")/.."
command -v clang-format-16 >/dev/null || { echo "The layout of the sources is not checked: clang-format-16 is not on this system."; [ "${1-}" = --check ]; exit; }
how=-i
[ "${1-}" = --check ] && how='--dry-run --Werror'
find src tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 -P "$(nproc)" -n 50 clang-format-16 $how
