# SPDX-License-Identifier: Apache-2.0
"""Makes a header of all Designer files with the base classes in place of our own widgets: what Designer itself shows of them.

bareforms.py UI_FOLDER UIC OUTPUT_FOLDER
Fails when uic has something to say about one of them.
"""
import pathlib
import re
import subprocess
import sys

folder, uic, output = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
output.mkdir(parents=True, exist_ok=True)
includes, rows = [], []
for path in sorted(folder.rglob("*.ui")):
    text = path.read_text()
    parts = dict(re.findall(r"<class>(berth::\w+)</class>\s*<extends>(\w+)</extends>", text))
    text = re.sub(r"<customwidgets>.*</customwidgets>", "", text, flags=re.DOTALL)
    text = re.sub(r'class="(berth::\w+)"', lambda match: f'class="{parts[match[1]]}"', text)
    name = path.stem
    base = re.search(r'<widget class="(\w+)"', text)[1]
    text = text.replace(f"<class>berth::{name}</class>", f"<class>bare::{name}</class>")
    bare = output / path.name
    bare.write_text(text)
    header = output / f"bare_{name}.h"
    said = subprocess.run([uic, str(bare), "-o", str(header)], stderr=subprocess.PIPE, text=True)
    if said.returncode != 0 or said.stderr:
        sys.exit(f"{path}: {said.stderr}")
    includes.append(f'#include "bare_{name}.h"')
    rows.append(f'    {{"{path.parent.name}/{name}", [] {{ return opened<{base}, bare::Ui::{name}>(); }}}},')
(output / "BareForms.h").write_text("\n".join([
    "#pragma once", "#include <memory>", *includes,
    "template <class Base, class Form> std::unique_ptr<QWidget> opened()",
    "{", "    auto widget = std::make_unique<Base>();", "    Form form;", "    form.setupUi(widget.get());", "    return widget;", "}",
    "struct BareForm {", "    const char *name;", "    std::unique_ptr<QWidget> (*open)();", "};",
    "inline constexpr BareForm bareForms[] = {", *rows, "};", ""]))
