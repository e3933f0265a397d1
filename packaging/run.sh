#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds Berth, and starts it; without a display, its registry alone.
set -eu
cd "$(dirname "$0")/.."
. packaging/packages.sh

install_packages "$build_packages"
launcher=
command -v ccache >/dev/null && launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
[ -f build/release/build.ninja ] || cmake --preset release $launcher
cmake --build --preset release --target berth berthd

if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    exec build/release/src/berth/berth "$@"
fi
data=${XDG_DATA_HOME:-$HOME/.local/share}/berthd
echo "There is no display here, so only the registry starts. Its data folder is $data."
[ -f "$data/berth.sqlite" ] && echo "Its access key was shown at the first start; programs sign in with it at the address below."
exec build/release/src/berthd/berthd --data-dir "$data" "$@"
