# SPDX-License-Identifier: Apache-2.0
"""Fails when a text of the sources has no Korean, or when the translation files are behind the sources.

translated.py SOURCE_FOLDER LUPDATE [--self-test]
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET


# The same as in translations/update.sh.
folders = ("core", "archive", "credentials", "client", "registry", "transfer", "desktop", "berth")


def faults_of(ts):
    faults = []
    for context in ET.parse(ts).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            source = message.findtext("source")
            texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
            if translation.get("type") in ("vanished", "obsolete"):
                continue
            if translation.get("type") == "unfinished" or not all(texts):
                faults.append(f"{name}: no Korean for “{source}”")
    return faults


def updated(source, lupdate):
    """The Korean file as lupdate would leave it after looking at the sources."""
    with tempfile.TemporaryDirectory() as folder:
        ts = pathlib.Path(folder) / "berth_ko.ts"
        shutil.copy(source / "translations/berth_ko.ts", ts)
        places = [*(str(source / "src" / name) for name in folders), str(source / "ui")]
        subprocess.run([lupdate, "-silent", "-I", str(source / "src"), "-locations", "none", *places, "-ts", str(ts)],
                       check=True, stderr=subprocess.DEVNULL)
        return faults_of(ts)


def main():
    source, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]
    if "--self-test" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder)
            shutil.copytree(source / "src", copy / "src")
            shutil.copytree(source / "ui", copy / "ui")
            shutil.copytree(source / "translations", copy / "translations")
            for file, text in (("desktop/parts/CodeLine.cpp", '"Copied'), ("archive/ImageArchive.cpp", '"The archive lists no image')):
                place = copy / "src" / file
                place.write_text(place.read_text().replace(text, text + ", as nobody translated"))
            seen = updated(copy, lupdate)
        if len(seen) != 2 or not all("as nobody translated" in fault for fault in seen):
            print("The check did not see the texts without Korean:", seen)
            return 1
        return 0
    faults = updated(source, lupdate)
    print("\n".join(faults) or "Every text has its Korean.")
    return 1 if faults else 0


sys.exit(main())
