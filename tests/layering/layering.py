# SPDX-License-Identifier: Apache-2.0
"""Reads every include of src/ and fails when one goes against the house's one direction.

layering.py SOURCE_FOLDER [--self-test]
"""
import pathlib
import re
import sys
import tempfile

# What a folder may include of the others; the folders below are listed after those above.
ALLOWED = {
    "core": set(),
    "archive": {"core"},
    "credentials": {"core"},
    "client": {"core"},
    "registry": {"core"},
    "engine": {"core"},
    "transfer": {"core", "archive", "client", "engine"},
    "desktop": {"core", "archive", "credentials", "client", "registry", "engine", "transfer"},
    "berth": {"core", "archive", "credentials", "client", "registry", "engine", "transfer", "desktop"},
    "berthd": {"core", "registry"},
    "docker-credential-berth": {"core", "credentials"},
}
# Libraries that only some places may include, by the beginning of the header's name.
LIBRARIES = [
    (r"boost/beast", ["registry/http/", "engine/"]),
    (r"boost/asio", ["registry/", "engine/"]),
    (r"QSql", ["registry/store/"]),
    (r"openssl/", ["core/", "registry/"]),
    (r"archive(_entry)?\.h$", ["archive/"]),
    (r"(ktar|kcompressiondevice|libdeflate)", ["archive/"]),
    (r"qt6keychain/", ["credentials/"]),
    (r"QDBus", ["credentials/", "desktop/"]),
    (r"QCoro", ["client/", "transfer/", "desktop/"]),
    (r"QtNetwork|QNetwork|QHostAddress", ["client/", "transfer/"]),
    (r"(QApplication|QWidget|QDialog|QPainter|QIcon|QPixmap|QMenu|QLabel)$", ["desktop/", "berth/"]),
]
# The rooms inside a folder, from left to right: a room may include what stands left of it and itself, and nothing beside or right of it. What
# lies in the folder itself, but for a file that is a room, stands left of all.
ROOMS = {
    "registry": [
        {"http", "store"},
        {"access"},
        {"routes", "jobs", "cache"},
        {"distribution", "management/ncr", "management/berth", "management/harbor"},
        {"LocalRegistry"},
    ],
    "client": [
        {"http"},
        {"auth"},
        {"protocol"},
        {"roles"},
        {"drivers/plain", "drivers/ncr"},
        {"drivers/berth"},
        {"drivers"},
        {"probe"},
    ],
    # A feature includes no other feature.
    "desktop": [
        {"style"},
        {"parts"},
        {"settings", "lists"},
        {"sessions"},
        {"panes"},
        {"policies"},
        {
            "access",
            "browse",
            "cleanup",
            "connections",
            "details",
            "exporting",
            "importing",
            "lastrun",
            "preferences",
            "protection",
            "search",
            "server",
            "storage",
            "transfers",
            "trash",
            "tray",
            "webhooks",
        },
        {"shell"},
    ],
}
# Folders of registry/ that may talk to upstream servers.
CLIENT_OF_REGISTRY = ("registry/cache/", "registry/jobs/")
# The only header of registry/ that the desktop and the programs may see, and what it may not include itself.
FACADE = "registry/LocalRegistry.h"
PROGRAMS_MAY = {FACADE, "registry/Log.h", "registry/Process.h"}


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1) == '"', match.group(2)


def room_of(name):
    """The rank of a file of such a folder and its room; None for a room that has no place in the table."""
    folder, *parts = name.split("/")
    if len(parts) == 1:
        room = parts[0].split(".")[0]
        return (len(ROOMS[folder]) - 1, room) if room in ROOMS[folder][-1] else (-1, "")
    for rank, rooms in enumerate(ROOMS[folder]):
        for room in rooms:
            if "/".join(parts[:-1]) == room:
                return rank, room
    return None


def room_fault(name, header):
    """What is wrong with a file including another one of its folder; None: nothing."""
    here, there = room_of(name), room_of(header)
    if here is None or there is None:
        return f"the folder of {name if here is None else header} has no row among the rooms"
    if there[0] < here[0] or there == here:
        return None
    return f"{here[1] or name.split('/')[0] + '/ itself'} may not include {header}"


def class_names(path):
    """What a header defines outside of other classes."""
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"(?:class|struct|enum class)\s+(\w+)(?!\w|::)", line)
        if match and (not line.rstrip().endswith(";") or "{" in line):
            yield match.group(1)


def name_faults(source):
    """All folders share one namespace and are linked into one program: two classes of one name would become one there, with nobody told."""
    seen = {}
    for path in sorted(source.rglob("*.h")):
        name = path.relative_to(source).as_posix()
        for word in class_names(path):
            if word in seen:
                yield f"{name}: {word} is defined in {seen[word]}, too"
            seen.setdefault(word, name)


def closure_faults(source):
    """g++ 12 destroys a closure twice that is made within a co_await as an argument by value, as Qt's side takes them; and what it holds with it."""
    for path in sorted(source.rglob("*")):
        if path.suffix not in (".h", ".cpp") or path.relative_to(source).parts[0] == "registry":
            continue
        text = re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))
        for match in re.finditer(r"co_await\b[^;{}]*\[[^\]\[;]*\]\s*(\(|\{)", text):
            if not re.search(r"\w\s*\[[^\]\[;]*\]\s*(\(|\{)$", match.group(0)):
                line = text.count("\n", 0, match.end()) + 1
                yield f"{path.relative_to(source).as_posix()}:{line}: a closure within a co_await: make the task in a statement of its own"


def check(source):
    faults = []
    for path in sorted(source.rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        name = path.relative_to(source).as_posix()
        folder = name.split("/")[0]
        if folder not in ALLOWED:
            faults.append(f"{name}: the folder {folder} has no row in the table")
            continue
        if folder in ROOMS and room_of(name) is None:
            faults.append(f"{name}: its folder has no row among the rooms")
            continue
        for line, own, header in includes(path):
            where = f"{name}:{line}"
            if own and folder in ROOMS and header.startswith(folder + "/") and (wrong := room_fault(name, header)):
                faults.append(f"{where}: {wrong}")
            target = header.split("/")[0]
            if own and target in ALLOWED and target != folder:
                upstream = folder == "registry" and target == "client" and name.startswith(CLIENT_OF_REGISTRY)
                if target not in ALLOWED[folder] and not upstream:
                    faults.append(f"{where}: {folder} may not include {header}")
                if target == "registry":
                    may = {FACADE} if folder == "desktop" else PROGRAMS_MAY
                    if header not in may:
                        faults.append(f"{where}: of registry only {', '.join(sorted(may))} may be included here")
            for pattern, places in LIBRARIES:
                if re.match(pattern, header) and not name.startswith(tuple(places)):
                    faults.append(f"{where}: {header} belongs to {', '.join(places)} only")
    faults += name_faults(source)
    faults += closure_faults(source)
    facade = source / FACADE
    if facade.exists():
        for line, own, header in includes(facade):
            if header.startswith(("boost/asio", "boost/beast", "registry/")):
                faults.append(f"{FACADE}:{line}: the desktop's header may not include {header}")
    return faults


def self_test():
    """The check itself is checked: each broken tree must give its fault."""
    broken = {
        "core/A.h": '#include "client/B.h"',
        "registry/store/A.h": '#include "client/B.h"',
        "registry/store/B.h": "#include <boost/beast/core.hpp>",
        "client/A.h": "#include <QSqlQuery>",
        "desktop/a/A.h": '#include "registry/store/Store.h"',
        "transfer/A.h": '#include "registry/LocalRegistry.h"',
        "registry/LocalRegistry.h": "#include <boost/asio/io_context.hpp>",
        "unknown/A.h": "",
        "registry/store/C.h": '#include "registry/access/Access.h"',
        "registry/http/A.h": '#include "registry/store/Store.h"',
        "registry/access/A.h": '#include "registry/routes/Routes.h"',
        "registry/jobs/A.h": '#include "registry/routes/Routes.h"',
        "registry/distribution/A.h": '#include "registry/management/ncr/NcrApi.h"',
        "registry/management/ncr/A.h": '#include "registry/management/berth/BerthApi.h"',
        "registry/routes/A.h": '#include "registry/LocalRegistry.h"',
        "registry/Budget.h": '#include "registry/store/Store.h"',
        "registry/elsewhere/A.h": "",
        "client/http/A.h": '#include "client/auth/Connection.h"',
        "client/protocol/A.h": '#include "client/roles/Management.h"',
        "client/drivers/ncr/A.h": '#include "client/drivers/plain/ProtocolManagement.h"',
        "client/drivers/ncr/B.h": '#include "client/drivers/berth/Administration.h"',
        "client/drivers/A.h": '#include "client/probe/ConnectionProbe.h"',
        "client/elsewhere/A.h": "",
        "desktop/trash/A.h": '#include "desktop/access/KeysPane.h"',
        "desktop/browse/A.h": '#include "desktop/shell/MainWindow.h"',
        "desktop/panes/A.h": '#include "desktop/browse/ContentTable.h"',
        "desktop/sessions/A.h": '#include "desktop/panes/ToolPane.h"',
        "desktop/lists/A.h": '#include "desktop/sessions/Session.h"',
        "desktop/parts/A.h": '#include "desktop/lists/TableView.h"',
        "desktop/elsewhere/A.h": "",
        "client/Closure.h": "auto a = co_await ask(session,\n    [id](Trash &trash) { return trash.end(id); });",
        "core/TwiceShort.h": "struct Twice {\n};\nenum class Twice { One };",
        "core/Twice.h": "class Twice {\n};\nclass Twice {\n};",
    }
    for name, text in broken.items():
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True)
            path.write_text(text + "\n", encoding="utf-8")
            if not check(pathlib.Path(folder)):
                print(f"The check did not see the fault in {name}: {text}")
                return 1
    allowed = {
        "registry/cache/A.h": '#include "client/http/HttpClient.h"',
        "client/drivers/berth/A.h": '#include "client/drivers/ncr/NcrManagement.h"',
        "client/probe/A.h": '#include "client/drivers/Drivers.h"',
        "client/Closure.h": "auto task = ask(session, [id](Trash &trash) { return trash.end(id); });\nauto a = co_await task;\nb = co_await c[0];",
        "desktop/trash/A.h": '#include "desktop/panes/ListTool.h"',
        "desktop/shell/A.h": '#include "desktop/trash/TrashPane.h"',
        "registry/distribution/A.h": '#include "registry/routes/Routes.h"',
        "registry/distribution/B.h": '#include "registry/distribution/A.h"',
        "registry/routes/A.h": '#include "registry/access/Access.h"',
        "registry/store/A.h": '#include "registry/Log.h"',
        "registry/LocalRegistry.cpp": '#include "registry/management/ncr/NcrApi.h"',
    }
    for name, text in allowed.items():
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True)
            path.write_text(text + "\n", encoding="utf-8")
            if faults := check(pathlib.Path(folder)):
                print(f"The check refuses what is allowed: {faults}")
                return 1
    return 0


def main():
    if "--self-test" in sys.argv:
        return self_test()
    faults = check(pathlib.Path(sys.argv[1]))
    print("\n".join(faults) or "Every include goes the allowed way.")
    return 1 if faults else 0


sys.exit(main())
