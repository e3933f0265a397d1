#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, looks at the layout of the sources, builds everything with warnings as errors, and runs the tests.
#   test.sh            the default tests
#   test.sh --long     also the long ones, the look for unchecked optionals, and the sanitizer presets with the unit and registry tests
set -eu
cd "$(dirname "$0")/.."
. packaging/packages.sh
export LC_ALL=C.UTF-8

install_packages "$build_packages
$test_packages"
sh packaging/format.sh --check
launcher=
command -v ccache >/dev/null && launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
cmake --preset release $launcher -DBERTH_WERROR=ON
cmake --build --preset release

# As many at a time as there are cores; what measures time runs by itself (RUN_SERIAL).
jobs=$(nproc)
exclude='long|bench'
if [ "${1-}" = --long ]; then
    exclude=bench
    install_packages "$tidy_packages"
    sh packaging/tidy.sh
    for preset in asan tsan; do
        cmake --preset $preset $launcher
        cmake --build --preset $preset
        ctest --test-dir build/$preset --parallel "$jobs" --output-on-failure --label-regex 'unit|registry' --label-exclude 'long|bench'
    done
    # Mutated requests and texts for minutes.
    ctest --test-dir build/asan --output-on-failure --tests-regex 'FuzzSoak$'
    # The window at random, by fresh seeds, which are printed.
    ctest --test-dir build/asan --output-on-failure --verbose --tests-regex '^RandomWalkLongTest$'
fi
ctest --test-dir build/release --parallel "$jobs" --output-on-failure --label-exclude "$exclude"
