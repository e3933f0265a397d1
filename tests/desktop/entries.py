# SPDX-License-Identifier: Apache-2.0
"""Installs the desktop entry, the MIME types and the icon into a folder, and asks the system's own tools what they make of them.

entries.py BUILD_FOLDER
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

PACKAGES = {"desktop-file-validate": "desktop-file-utils", "update-desktop-database": "desktop-file-utils",
            "update-mime-database": "shared-mime-info", "gio": "libglib2.0-bin"}
# What a person may double-click: file names, and the kind that the system takes them for.
KINDS = {"app.tar": "application/x-tar", "app.tar.gz": "application/x-compressed-tar", "app.tgz": "application/x-compressed-tar",
         "app.tar.zst": "application/x-zstd-compressed-tar", "app.tar.xz": "application/x-xz-compressed-tar",
         "app.oci.tar": "application/vnd.oci.image.layout.v1+tar", "app.docker.tar": "application/vnd.oci.image.layout.v1+tar"}


def run(environment, *command):
    done = subprocess.run(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}")
    return done.stdout


def main(build):
    for program, package in PACKAGES.items():
        if not shutil.which(program):
            sys.exit(f"{program} is not installed; the package {package} brings it")
    with tempfile.TemporaryDirectory() as name:
        home = pathlib.Path(name)
        share = home / "share"
        programs = home / "programs"  # an entry whose program is not there counts for nothing
        programs.mkdir()
        environment = dict(os.environ, PATH=f"{programs}:{os.environ['PATH']}", HOME=name, XDG_DATA_HOME=str(home / "data"), XDG_CONFIG_HOME=str(home / "config"),
                           XDG_DATA_DIRS=f"{share}:/usr/share", LC_ALL="C.UTF-8")
        run(environment, "cmake", "--install", build, "--prefix", name, "--component", "entries")
        entry = share / "applications" / "berth.desktop"
        told = run(environment, "desktop-file-validate", str(entry))
        if told.strip():
            sys.exit(f"desktop-file-validate says:\n{told}")
        if not (share / "icons/hicolor/scalable/apps/berth.svg").is_file():
            sys.exit("the icon is not installed")
        shutil.copytree("/usr/share/mime/packages", share / "mime/packages", dirs_exist_ok=True)
        run(environment, "update-mime-database", str(share / "mime"))
        run(environment, "update-desktop-database", str(share / "applications"))
        # A stand-in for the program writes down what it is started with.
        program = programs / "berth"
        program.write_text(f'#!/bin/sh\nfor file; do echo "$file"; done > "{home}/started.new"\nmv "{home}/started.new" "{home}/started"\n')
        program.chmod(0o755)
        for file, kind in KINDS.items():
            path = home / file
            path.write_bytes(b"\0" * 512)
            told = run(environment, "gio", "info", "-a", "standard::fast-content-type", str(path))
            if f"standard::fast-content-type: {kind}\n" not in told:
                sys.exit(f"{file} is taken for something else than {kind}:\n{told}")
            if "berth.desktop" not in run(environment, "gio", "mime", kind):
                sys.exit(f"{kind} is not opened with Berth")
        files = [home / "두 개.tar", home / "a b'c.tar.gz"]
        for file in files:
            file.write_bytes(b"")
        run(environment, "gio", "launch", str(entry), *map(str, files))
        for _ in range(100):
            if (home / "started").exists():
                break
            time.sleep(0.1)
        else:
            sys.exit("the entry did not start the program")
        if (home / "started").read_text().splitlines() != [str(file) for file in files]:
            sys.exit(f"the program was started with\n{(home / 'started').read_text()}")


if __name__ == "__main__":
    main(sys.argv[1])
