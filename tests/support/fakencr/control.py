# SPDX-License-Identifier: Apache-2.0
"""The control port: faults and the log.

POST /__faults    switches one fault (an object) or several (a list) on
GET /__faults     the faults, with how often each happened
DELETE /__faults  switches all off
GET /__log        the requests seen: number, method, path (raw), headers (names), active (how many were under way), status, fault
DELETE /__log     forgets them
"""
import json
from http.server import BaseHTTPRequestHandler


def handler(faults, log):
    """The request handler class of a control port for these."""

    class Control(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self):
            told = {"/__faults": faults.told, "/__log": log.told}.get(self.path)
            self._send(200, told()) if told else self._send(404, {"error": "unknown path"})

        def do_DELETE(self):
            clear = {"/__faults": faults.clear, "/__log": log.clear}.get(self.path)
            if clear:
                clear()
            self._send(200 if clear else 404, {})

        def do_POST(self):
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path != "/__faults":
                self._send(404, {"error": "unknown path"})
                return
            try:
                value = json.loads(data)
                faults.add(value if isinstance(value, list) else [value])
            except (ValueError, TypeError, AttributeError) as error:
                self._send(400, {"error": str(error)})
                return
            self._send(200, {})

        def _send(self, status, value):
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Control
