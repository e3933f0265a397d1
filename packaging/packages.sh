# SPDX-License-Identifier: Apache-2.0
# Sourced by run.sh and test.sh: which packages Berth needs on Debian 12 and 13 and Ubuntu 24.04, and how to get them.
# "a|b" means whichever of them this system has, the first one first; a trailing "?" means it may be absent.

build_packages="g++ cmake ninja-build pkg-config ca-certificates xz-utils
qt6-base-dev libqt6sql6-sqlite libqt6svg6-dev|qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
qtkeychain-qt6-dev libsecret-1-0 qcoro-qt6-dev libexpected-dev
libboost1.83-dev|libboost1.81-dev libboost-json1.83-dev|libboost-json1.81-dev
libssl-dev libarchive-dev libdeflate-dev zlib1g-dev liblzma-dev libzstd-dev libkf6archive-dev? ccache"

test_packages="xvfb xauth dbus dbus-x11 gnome-keyring libglib2.0-bin desktop-file-utils shared-mime-info xdotool openbox xfce4-panel ibus ibus-hangul zstd curl python3 fonts-dejavu-core fonts-noto-cjk
bzip2 docker.io docker-cli? docker-compose docker-registry skopeo podman buildah umoci crun|runc nginx-light|nginx iproute2 openssl postgresql libqt6sql6-psql util-linux clang-format-16?"

tidy_packages="clang-tidy-16|clang-tidy"

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# The first alternative that is installed, else the first that can be.
choose() {
    for name in $(echo "$1" | tr '|' ' '); do
        is_installed "$name" && { echo "$name"; return; }
    done
    for name in $(echo "$1" | tr '|' ' '); do
        apt-cache policy "$name" 2>/dev/null | grep -q 'Candidate: [^(]' && { echo "$name"; return; }
    done
    return 0
}

# install_packages LIST: installs what is missing; says what is needed where there is no apt.
install_packages() {
    if ! command -v apt-get >/dev/null; then
        echo "This script installs packages on Debian 12, Debian 13 and Ubuntu 24.04 only. Berth needs here:" >&2
        echo "  a C++20 compiler, CMake 3.25, Ninja, Qt 6.4 (Base, SQLite driver, SVG, Linguist tools), QtKeychain, QCoro," >&2
        echo "  tl-expected, Boost 1.81 (headers, JSON), OpenSSL 3, libarchive 3.6, libdeflate, KArchive 6." >&2
        echo "Install them, then: cmake --preset release && cmake --build --preset release" >&2
        return 1
    fi
    missing=
    for entry in $1; do
        case $entry in
            *'?') is_installed "${entry%?}" || optional="${optional-} ${entry%?}" ;;
            *) found=
               for name in $(echo "$entry" | tr '|' ' '); do is_installed "$name" && found=$name; done
               [ -n "$found" ] || missing="$missing $entry" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    $as_root apt-get -q update
    names=
    for entry in $missing; do
        name=$(choose "$entry")
        [ -n "$name" ] || { echo "None of the packages $entry can be installed from this system's archives." >&2; return 1; }
        names="$names $name"
    done
    for name in ${optional-}; do
        found=$(choose "$name")
        [ -z "$found" ] || names="$names $found"
    done
    echo "Installing:$names"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $names
}
