# SPDX-License-Identifier: Apache-2.0
"""Options, the main port's handler, and the life of the process."""
import argparse
import gc
import os
import signal
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from . import control, seed
from .access import ACTIONS, Access
from .distribution import Distribution
from .faults import Faults, Log
from .http import Body, BrokenOff, Reply, Request
from .management import Management
from .replies import Replies
from .store import Store

SECRET_VARIABLE = "FAKE_NCR_SECRET"
IDLE_SECONDS = 120
DESCRIPTION = "A fake of NHN Container Registry for tests. The secret of its key pair comes in " + SECRET_VARIABLE + "."


class Service:
    """What one process serves."""

    def __init__(self, store, management, distribution, scheme, address):
        self.store = store
        self.management = management
        self.distribution = distribution
        self.scheme = scheme
        self.address = address
        self.faults = Faults()
        self.log = Log()
        self.ending = threading.Event()

    def answer(self, request):
        api = self.distribution if self.distribution.serves(request.path) else self.management
        return api.answer(request)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, port, handler, tls=None):
        super().__init__(("127.0.0.1", port), handler)
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            # The handshake is the connection's own thread's, not the one that accepts.
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], (OSError, ssl.SSLError)):
            super().handle_error(request, client_address)


def handler(service):
    """The request handler class of the main port."""

    class Main(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = 1 << 16
        timeout = IDLE_SECONDS

        def version_string(self):
            return "nginx"

        def log_message(self, *_):
            pass

        def _serve(self):
            # Not self.path, which has lost a second slash in front.
            target = self.requestline.split()[1]
            entry = service.log.begin(self.command, target, self.headers)
            try:
                self._answer(target, entry)
            except (BrokenOff, OSError):
                self.close_connection = True
            finally:
                service.log.end()

        do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = _serve

        def _answer(self, target, entry):
            if not target.startswith("/") or "#" in target or not self._is_framed():
                self.close_connection = True
                self._send(Reply(400, [("Content-Type", "text/plain")], b"bad request\n"), entry)
                return
            request = Request(self.command, target, self.headers, Body(self.rfile, self.headers), service.scheme,
                              service.address)
            fault = service.faults.take(self.command, target)
            if fault is None:
                reply = service.answer(request)
            else:
                entry["fault"] = fault.kind
                service.ending.wait(fault.delay)
                fault.retarget(request)
                reply = fault.replacement(request, service.management, service.distribution) or service.answer(request)
                fault.change(reply)
            if not request.body.drain():
                self.close_connection = True
            self._send(reply, entry, fault.share if fault else 1)

        def _is_framed(self):
            lengths = self.headers.get_all("Content-Length") or []
            coding = self.headers.get("Transfer-Encoding")
            if coding is not None:
                return not lengths and coding.lower() == "chunked"
            return len(lengths) < 2 and all(length.isascii() and length.isdigit() for length in lengths)

        def _send(self, reply, entry, share=1):
            entry["status"] = reply.status
            sent = int(reply.size * share)
            if share < 1 and not sent:
                self.close_connection = True
                return
            self.send_response(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            if reply.status != 204:
                self.send_header("Content-Length", str(reply.size if reply.declared is None else reply.declared))
            if self.close_connection:
                self.send_header("Connection", "close")
            self.end_headers()
            if self.command != "HEAD":
                for piece in reply.pieces(sent):
                    self.wfile.write(piece)
            self.wfile.flush()
            if share < 1:
                self.close_connection = True

    return Main


def options(arguments):
    parser = argparse.ArgumentParser(description=DESCRIPTION)
    add = parser.add_argument
    add("--port", type=int, default=0, help="0 takes a free one")
    add("--control-port", type=int, default=0)
    add("--app-key", default="fake-app-key")
    add("--key-id", default="fake-key-id")
    add("--role", choices=sorted(ACTIONS), default="admin")
    add("--tls", nargs=2, metavar=("CERT", "KEY"), help="PEM files")
    add("--seed-data", metavar="FILE", help="JSON; what it holds is told in seed.py")
    add("--registries", type=int, default=0, help="synthetic content: so many registries …")
    add("--images", type=int, default=0, help="… of so many images each …")
    add("--artifacts", type=int, default=0, help="… of so many artifacts each …")
    add("--tags", type=int, default=0, help="… and so many tags, dealt out to the image's artifacts")
    add("--seed", type=int, default=1, help="decides what the replies look like")
    add("--absent", type=float, default=0.25, help="how likely a member is missing, 0 to 1")
    add("--absent-names", type=float, default=0, help="the same for the members that name an object")
    add("--separator", choices=("%252F", "%2F"), default="%252F", help="between the components of an image's name in paths")
    add("--largest-page", type=int, default=100, help="largest page of the management API, whatever is asked for")
    add("--inline-tags", type=int, default=0, help="so many tags at most within an artifact; 0: all")
    add("--list-children", action="store_true", help="list pushed or seeded children of an index by themselves too")
    add("--tag-page", type=int, default=100, help="largest page of the registry protocol's tag list")
    add("--token-seconds", type=int, default=1800)
    return parser.parse_args(arguments)


def main(arguments):
    chosen = options(arguments)
    secret = os.environ.get(SECRET_VARIABLE)
    if not secret:
        print(f"{SECRET_VARIABLE} is not set", file=sys.stderr)
        return 2
    store = Store(chosen.list_children)
    try:
        seed.fill(store, chosen.registries, chosen.images, chosen.artifacts, chosen.tags)
        if chosen.seed_data:
            seed.load(store, chosen.seed_data)
        return _serve(chosen, store, secret)
    finally:
        store.blobs.close()


def _serve(chosen, store, secret):
    server = Server(chosen.port, None, chosen.tls)
    address = f"127.0.0.1:{server.server_port}"
    scheme = "https" if chosen.tls else "http"
    access = Access(chosen.app_key, chosen.key_id, secret, chosen.role, chosen.token_seconds)
    replies = Replies(chosen.seed, chosen.absent, chosen.absent_names, address, chosen.inline_tags)
    service = Service(store, Management(store, access, replies, chosen.separator, chosen.seed, chosen.largest_page),
                      Distribution(store, access, chosen.tag_page), scheme, address)
    server.RequestHandlerClass = handler(service)
    controlled = Server(chosen.control_port, control.handler(service.faults, service.log))
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signal_number, lambda *_: service.ending.set())
    for one in (server, controlled):
        threading.Thread(target=one.serve_forever, daemon=True).start()
    print(f"Listening on {scheme}://{address}", flush=True)
    print(f"Control on http://127.0.0.1:{controlled.server_port}", flush=True)
    # What was filled in stays: collecting garbage need not look at it.
    gc.freeze()
    service.ending.wait()
    return 0
