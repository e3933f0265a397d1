# SPDX-License-Identifier: Apache-2.0
"""A registry client that costs as little as Python allows: raw sockets, bodies by sendfile, downloads thrown away in the kernel."""

import hashlib
import json
import multiprocessing
import os
import socket
import struct
import time

MIB = 1 << 20
TAIL = 32768  # the end of a payload that makes each one unique, and the size of a streamed chunk, as docker sends it
MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json"


def sha256(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


class Connection:
    def __init__(self, port, headers=()):
        self.socket = socket.create_connection(("127.0.0.1", port))
        for direction in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            self.socket.setsockopt(socket.SOL_SOCKET, direction, struct.pack("ll", 60, 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.common = f"Host: 127.0.0.1:{port}\r\n" + "".join(h + "\r\n" for h in headers)
        self.buffer = b""

    def close(self):
        self.socket.close()

    def send(self, method, path, headers=(), body=b""):
        head = f"{method} {path} HTTP/1.1\r\n{self.common}" + "".join(h + "\r\n" for h in headers) + "\r\n"
        self.socket.sendall(head.encode() + body)

    def send_file(self, file, offset, length):
        end = offset + length
        while offset < end:
            offset += os.sendfile(self.socket.fileno(), file, offset, end - offset)

    def head(self):
        """Status and headers of the answer; what came of its body stays in the buffer."""
        while b"\r\n\r\n" not in self.buffer:
            got = self.socket.recv(65536)
            if not got:
                raise ConnectionError("the server closed the connection")
            self.buffer += got
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        headers = {}
        for line in lines[1:]:
            name, value = line.split(":", 1)
            headers[name.lower()] = value.strip()
        return int(lines[0].split()[1]), headers

    def answer(self, *expected):
        """The whole answer to a request that has a short one."""
        status, headers = self.head()
        length = int(headers.get("content-length", 0)) if status != 204 else 0
        while len(self.buffer) < length:
            self.buffer += self.socket.recv(65536)
        body, self.buffer = self.buffer[:length], self.buffer[length:]
        if status not in expected:
            raise RuntimeError(f"answer {status}: {body[:300]!r}")
        return headers, body

    def call(self, method, path, *expected, headers=(), body=b""):
        self.send(method, path, [*headers, f"Content-Length: {len(body)}"], body)
        return self.answer(*expected)


class Payload:
    """Random bytes in memory, as they are and as HTTP chunks, of which each use gets another digest."""

    def __init__(self, folder, size):
        self.size = size
        self.states = {}
        frame = b"%x\r\n" % TAIL
        self.plain = os.open(os.path.join(folder, "plain"), os.O_RDWR | os.O_CREAT)
        self.framed = os.open(os.path.join(folder, "framed"), os.O_RDWR | os.O_CREAT)
        state = hashlib.sha256()
        for at in range(0, size, TAIL):
            self.states[at + TAIL] = state.copy()
            part = os.urandom(TAIL)
            state.update(part)
            os.write(self.plain, part)
            os.write(self.framed, frame + part + b"\r\n")
        self.frame_size = len(frame) + TAIL + 2

    def blob(self, size):
        return Blob(self, size)


class Blob:
    def __init__(self, payload, size):
        self.payload, self.size, self.tail = payload, size, os.urandom(TAIL)
        state = payload.states[size].copy()
        state.update(self.tail)
        self.digest = "sha256:" + state.hexdigest()

    def send(self, connection, begin, end):
        cut = self.size - TAIL
        connection.send_file(self.payload.plain, begin, min(end, cut) - begin)
        if end > cut:
            connection.socket.sendall(self.tail)

    def send_framed(self, connection):
        connection.send_file(self.payload.framed, 0, (self.size // TAIL - 1) * self.payload.frame_size)
        connection.socket.sendall(b"%x\r\n" % TAIL + self.tail + b"\r\n0\r\n\r\n")


def path_of(location):
    return location if location.startswith("/") else "/" + location.split("/", 3)[3]


def with_digest(path, digest):
    return path + ("&" if "?" in path else "?") + "digest=" + digest


def begin_upload(connection, repository):
    headers, _ = connection.call("POST", f"/v2/{repository}/blobs/uploads/", 202)
    return path_of(headers["location"])


def push_monolithic(connection, repository, blob):
    path = begin_upload(connection, repository)
    connection.send("PUT", with_digest(path, blob.digest),
                    ["Content-Type: application/octet-stream", f"Content-Length: {blob.size}"])
    blob.send(connection, 0, blob.size)
    connection.answer(201)


def push_chunked(connection, repository, blob, chunk=16 * MIB):
    path = begin_upload(connection, repository)
    for begin in range(0, blob.size, chunk):
        end = min(begin + chunk, blob.size)
        connection.send("PATCH", path, ["Content-Type: application/octet-stream", f"Content-Length: {end - begin}",
                                        f"Content-Range: {begin}-{end - 1}"])
        blob.send(connection, begin, end)
        headers, _ = connection.answer(202)
        path = path_of(headers["location"])
    connection.call("PUT", with_digest(path, blob.digest), 201)


def push_streamed(connection, repository, blob):
    path = begin_upload(connection, repository)
    connection.send("PATCH", path, ["Content-Type: application/octet-stream", "Transfer-Encoding: chunked"])
    blob.send_framed(connection)
    headers, _ = connection.answer(202)
    connection.call("PUT", with_digest(path_of(headers["location"]), blob.digest), 201)


def push_small(connection, repository, data):
    connection.call("PUT", with_digest(begin_upload(connection, repository), sha256(data)), 201,
                    headers=["Content-Type: application/octet-stream"], body=data)


def manifest_of(config, layer_digest, layer_size):
    return json.dumps({
        "schemaVersion": 2, "mediaType": MANIFEST_TYPE,
        "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": sha256(config), "size": len(config)},
        "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": layer_digest, "size": layer_size}],
    }).encode()


def put_manifest(connection, repository, tag, manifest):
    connection.call("PUT", f"/v2/{repository}/manifests/{tag}", 201, headers=[f"Content-Type: {MANIFEST_TYPE}"], body=manifest)


def make_config(seed):
    return json.dumps({"os": "linux", "architecture": "amd64", "author": seed, "rootfs": {"type": "layers", "diff_ids": []}}).encode()


def push_image(connection, repository, tag, config, layer):
    push_small(connection, repository, config)
    push_small(connection, repository, layer)
    put_manifest(connection, repository, tag, manifest_of(config, sha256(layer), len(layer)))


def pull(connection, path, check=None):
    """Reads a blob to its end. Without a digest to check, the kernel throws the bytes away."""
    connection.send("GET", path)
    status, headers = connection.head()
    if status != 200:
        raise RuntimeError(f"answer {status}")
    left = int(headers["content-length"]) - len(connection.buffer)
    state = hashlib.sha256(connection.buffer)
    connection.buffer = b""
    space = bytearray(MIB)
    while left:
        got = connection.socket.recv_into(space, min(left, MIB), 0 if check else socket.MSG_TRUNC)
        if not got:
            raise ConnectionError("the body was cut short")
        if check:
            state.update(memoryview(space)[:got])
        left -= got
    if check and "sha256:" + state.hexdigest() != check:
        raise RuntimeError("the bytes differ from those that were pushed")


def _run(work, index, barrier, failures):
    try:
        barrier.wait(60)
        work(index)
    except Exception as problem:  # the parent raises it
        failures.put(f"client {index}: {problem}")


def at_once(count, work):
    """Runs work(0) … work(count - 1), a process each, and gives the seconds from the common start to the last end."""
    context = multiprocessing.get_context("fork")
    barrier, failures = context.Barrier(count + 1), context.SimpleQueue()
    clients = [context.Process(target=_run, args=(work, index, barrier, failures)) for index in range(count)]
    for client in clients:
        client.start()
    barrier.wait(60)
    begin = time.perf_counter()
    for client in clients:
        client.join()
    seconds = time.perf_counter() - begin
    if not failures.empty():
        raise RuntimeError(failures.get())
    return seconds
