#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Puts the source of KArchive into FOLDER/source, through apt's own checks of signatures and sums.
#   fetch-karchive.sh FOLDER
# Keeps the archive in FOLDER, so that a second call works offline. Leaves the system's package lists as they are.
set -eu

dir=$(realpath -m "$1")
name=kf6-karchive_6.13.0.orig.tar.xz
sum=3c9b5dcf3abdfe2761e2153d70d9d667f1ff0fd2f6c80addba7549da954fcc90

unpack() {
    echo "$sum  $dir/$name" | sha256sum --check --quiet - || { rm -f "$dir/$name"; return 1; }
    rm -rf "$dir/source.partial" "$dir/source"
    mkdir -p "$dir/source.partial"
    tar xf "$dir/$name" -C "$dir/source.partial" --strip-components=1
    mv "$dir/source.partial" "$dir/source"
}

[ -f "$dir/source/src/ktar.cpp" ] && exit 0
[ -f "$dir/$name" ] && unpack && exit 0

command -v apt-get >/dev/null || { echo "KArchive 6 is not packaged here, and without apt its source cannot be fetched." >&2; exit 1; }
mkdir -p "$dir/lists/partial" "$dir/archives/partial" "$dir/parts"
. /etc/os-release
case "$ID" in
    ubuntu) suite=plucky; component=universe; key=/usr/share/keyrings/ubuntu-archive-keyring.gpg ;;
    *) suite=trixie; component=main; key=/usr/share/keyrings/debian-archive-keyring.gpg ;;
esac
uri=$(apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' |
      awk -v release="$VERSION_CODENAME" '$2 == release && $3 == "main" { print $1; exit }')
[ -n "$uri" ] || uri=$(apt-get indextargets --no-release-info --format '$(REPO_URI)' | head -n 1)
printf '%s\n' "Types: deb-src" "URIs: $uri" "Suites: $suite" "Components: $component" "Signed-By: $key" > "$dir/src.sources"
set -- -o Dir::Etc::SourceList="$dir/src.sources" -o Dir::Etc::SourceParts="$dir/parts" \
       -o Dir::State::Lists="$dir/lists" -o Dir::Cache="$dir" -o Dir::Cache::Archives=archives -o APT::Sandbox::User=root
apt-get -q "$@" update >&2
(cd "$dir" && apt-get -q "$@" --download-only --only-source source kf6-karchive >&2)
unpack
