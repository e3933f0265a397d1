# SPDX-License-Identifier: Apache-2.0
"""Requests as they came, replies, and the sending of both kinds of body."""
import json
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from .names import Refusal

CHUNK = 1 << 20
LARGEST_DRAINED = 1 << 20


class BrokenOff(Exception):
    """The client ended in the middle of its body."""


class Body:
    """A request's body, by Content-Length or in chunks; it is read at most once."""

    def __init__(self, stream, headers):
        self._stream = stream
        self._chunked = headers.get("Transfer-Encoding", "").lower() == "chunked"
        self._left = 0 if self._chunked else int(headers.get("Content-Length") or 0)
        self.is_done = not self._chunked and not self._left

    def pieces(self, size=CHUNK):
        """The body piece by piece."""
        while not self.is_done:
            if self._chunked and not self._left:
                self._next_chunk()
                continue
            piece = self._stream.read1(min(size, self._left))
            if not piece:
                raise BrokenOff()
            self._left -= len(piece)
            if self._chunked:
                if not self._left and self._stream.readline() != b"\r\n":
                    raise BrokenOff()
            else:
                self.is_done = not self._left
            yield piece

    def read(self, limit):
        data = bytearray()
        for piece in self.pieces():
            data += piece
            if len(data) > limit:
                raise Refusal(413, f"more than {limit} bytes")
        return bytes(data)

    def drain(self):
        """Reads what is left, so that the connection can be used again; False when it is too much."""
        drained = 0
        for piece in self.pieces():
            drained += len(piece)
            if drained > LARGEST_DRAINED:
                return False
        return True

    def _next_chunk(self):
        line = self._stream.readline(100)
        try:
            self._left = int(line.split(b";")[0], 16)
        except ValueError:
            raise BrokenOff() from None
        if self._left:
            return
        while self._stream.readline(8192) not in (b"\r\n", b""):
            pass
        self.is_done = True


class Request:
    """`target` is as the client sent it, nothing decoded; so is `path`."""

    def __init__(self, method, target, headers, body, scheme, address):
        self.method = method
        self.headers = headers
        self.body = body
        self.base = f"{scheme}://{headers.get('Host') or address}"
        self.host = headers.get("Host") or address
        self.retarget(target)

    def retarget(self, target):
        self.target = target
        self.path, _, query = target.partition("?")
        self.query = parse_qsl(query, keep_blank_values=True)

    def one(self, name, default=None):
        """The query's value of this name; given twice it is refused."""
        values = [value for key, value in self.query if key == name]
        if len(values) > 1:
            raise Refusal(400, f"{name} is given twice")
        return values[0] if values else default

    def all(self, name):
        return [value for key, value in self.query if key == name]


@dataclass
class Reply:
    """`file` is (path, offset) of a body of `length` bytes on disk; `declared` is announced where no body follows (HEAD)."""
    status: int
    headers: list = field(default_factory=list)
    body: bytes = b""
    file: tuple = ()
    length: int = 0
    declared: int | None = None

    @property
    def size(self):
        return self.length if self.file else len(self.body)

    def pieces(self, limit):
        """The first `limit` bytes of the body."""
        if not self.file:
            yield self.body[:limit]
            return
        path, offset = self.file
        with open(path, "rb") as file:
            file.seek(offset)
            while limit > 0:
                piece = file.read(min(CHUNK, limit))
                if not piece:
                    return
                limit -= len(piece)
                yield piece


def json_reply(status, value, headers=(), content_type="application/json"):
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return Reply(status, [("Content-Type", content_type), *headers], body)
