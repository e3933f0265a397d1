# SPDX-License-Identifier: Apache-2.0
"""What goes wrong at run time, switched by the control port, and the log of requests.

A fault: {"kind", "path": regex searched in the raw target (default: all), "method" (default: all), "count": how many requests
(null: all), "after": how many to let through first (0), "delay": seconds (0; 1 for slow)} and, by kind:
  html            502 (or "status") with a gateway's page
  empty           200 without a body
  cut             the true answer, its Content-Length, the "share" (0.5) of its body, the end of the connection; the end and no
                  answer at all where that is no byte. The call has been done
  slow            the true answer, later
  garbage         200 and "body" (default: half an envelope)
  http401 …403 …404 …429 …500   that status, with a body as the API in question would send it
  decline         200 and a failure envelope with "code" and "message"; 403 with the message in the registry protocol
  extra           the true answer with unknown members nested "depth" (200) deep
  duplicate_page  page 2 and all after it answer as page 1
The first fault that matches a request and has a count left is the one that happens.
"""
import collections
import json
import re
import threading

from .http import Reply, json_reply
from .names import OCI_CODES

HTTP_KINDS = {f"http{status}": status for status in (401, 403, 404, 429, 500)}
KINDS = {"html", "empty", "cut", "slow", "garbage", "decline", "extra", "duplicate_page", *HTTP_KINDS}
MEMBERS = {"kind", "path", "method", "count", "after", "delay", "status", "body", "code", "message", "depth", "share"}
LOG_LENGTH = 100_000
DEEP = "@@deep@@"
PAGE = ("<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n"
        "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n")
TITLES = {502: "502 Bad Gateway", 503: "503 Service Temporarily Unavailable", 504: "504 Gateway Time-out"}


class Fault:
    def __init__(self, description):
        unknown = set(description) - MEMBERS
        if unknown or description.get("kind") not in KINDS:
            raise ValueError(f"no fault: {json.dumps(description)}")
        self.kind = description["kind"]
        self.path = re.compile(description.get("path", ""))
        self.method = description.get("method")
        self.left = description.get("count")
        self.after = description.get("after", 0)
        self.delay = float(description.get("delay", 1 if self.kind == "slow" else 0))
        self.options = description
        self.share = float(description.get("share", 0.5)) if self.kind == "cut" else 1
        self.hits = 0

    def matches(self, method, target):
        return self.left != 0 and self.method in (None, method) and bool(self.path.search(target))

    def replacement(self, request, management, distribution):
        """The reply instead of the true one, or None when that is to be made."""
        is_protocol = distribution.serves(request.path)
        message = self.options.get("message", "the fault was asked for")
        if self.kind == "html":
            status = self.options.get("status", 502)
            page = PAGE.format(TITLES.get(status, f"{status} Error"))
            return Reply(status, [("Content-Type", "text/html")], page.encode())
        if self.kind == "empty":
            return Reply(200, [("Content-Type", "application/json")])
        if self.kind == "garbage":
            body = self.options.get("body", '{"header":{"isSuccessful":true,"resultCode":200,"res')
            return Reply(200, [("Content-Type", "application/json")], body.encode())
        if self.kind == "decline" and not is_protocol:
            return management.failure(self.options.get("code", 10500), message)
        status = 403 if self.kind == "decline" else HTTP_KINDS.get(self.kind)
        if status is None:
            return None
        extra = [("Retry-After", "1")] if status == 429 else []
        if is_protocol:
            return distribution.failure(request, status, OCI_CODES[status], message, extra)
        header = {"isSuccessful": False, "resultCode": -status, "resultMessage": message}
        return json_reply(status, {"header": header}, extra)

    def retarget(self, request):
        if self.kind == "duplicate_page":
            request.retarget(re.sub(r"(?<=[?&])(page=)\d+", r"\g<1>1", re.sub(r"(?<=[?&])last=[^&]*&?", "", request.target)))

    def change(self, reply):
        if self.kind == "extra" and reply.body:
            reply.body = _with_deep_members(reply.body, self.options.get("depth", 200))

    def told(self):
        return {**self.options, "left": self.left, "hits": self.hits}


class Faults:
    def __init__(self):
        self._lock = threading.Lock()
        self._faults = []

    def add(self, descriptions):
        faults = [Fault(description) for description in descriptions]
        with self._lock:
            self._faults += faults

    def clear(self):
        with self._lock:
            self._faults.clear()

    def take(self, method, target):
        """The fault that happens to this request, or None."""
        with self._lock:
            for fault in self._faults:
                if not fault.matches(method, target):
                    continue
                if fault.after:
                    fault.after -= 1
                    continue
                fault.hits += 1
                if fault.left is not None:
                    fault.left -= 1
                return fault
        return None

    def told(self):
        with self._lock:
            return [fault.told() for fault in self._faults]


class Log:
    """The last requests, without what headers and bodies said."""

    def __init__(self):
        self._lock = threading.Lock()
        self._entries = collections.deque(maxlen=LOG_LENGTH)
        self._active = 0
        self._number = 0

    def begin(self, method, target, headers):
        with self._lock:
            self._number += 1
            self._active += 1
            entry = {"number": self._number, "method": method, "path": target, "headers": list(headers.keys()),
                     "active": self._active, "status": None, "fault": None}
            self._entries.append(entry)
            return entry

    def end(self):
        with self._lock:
            self._active -= 1

    def told(self):
        with self._lock:
            return [dict(entry) for entry in self._entries]

    def clear(self):
        with self._lock:
            self._entries.clear()


def _with_deep_members(body, depth):
    """The JSON object with a deep unknown member on top, in its members and in their items."""
    try:
        value = json.loads(body)
    except ValueError:
        return body
    if not isinstance(value, dict):
        return body
    for member in list(value.values()):
        for one in member if isinstance(member, list) else [member]:
            if isinstance(one, dict):
                one["x_deep"] = DEEP
    value["x_deep"] = DEEP
    deep = '{"deeper":[' * depth + "null" + "]}" * depth
    return json.dumps(value, ensure_ascii=False).replace(json.dumps(DEEP), deep).encode()
