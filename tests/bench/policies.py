# SPDX-License-Identifier: Apache-2.0
"""Measures what cleanup and webhooks cost in a store of real size, filled through the front door.

policies.py --berthd FILE [--artifacts N] [--messages N] [--work-folder DIR]

The image big/app gets --artifacts artifacts. First a test run decides over all of them, alone; then a real run deletes half of them beside somebody who
pushes small images, and it says how many pushes a second there were without it and beside it, and how long its steps took. At last --messages pushes are told
to ten targets of which one never answers. Prints Markdown.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import tempfile
import threading
import time

import client
import scale

now = time.perf_counter
CLEANUP = "/berth/v1/registries/big/cleanup"


def asked(connection, path):
    _, body = connection.call("GET", path, 200)
    return json.loads(body)


def wait_for_run(connection):
    while True:
        run = asked(connection, CLEANUP)["run"]
        if run["state"] != "running":
            return run
        time.sleep(0.02)


def start(connection, dry):
    ncr(connection, "big/retentions/executions", {"dry_run": dry})


def ncr(connection, path, body):
    _, answer = connection.call("POST", f"{scale.NCR}/{path}", 200, body=json.dumps(body).encode())
    header = json.loads(answer)["header"]
    if not header["isSuccessful"]:
        raise RuntimeError(header["resultMessage"])


def keep_half(connection):
    """By the last digit of their tags."""
    ncr(connection, "big/retentions", {"scope": {"include": True, "pattern": "app"}, "tag": {"include": True, "pattern": "v*[0-4]", "untagged": False},
                                       "parameters": {"always": -1}})


def pushes(server, name, until):
    """Pushes small images until told to end; their seconds."""
    connection = server.connect()
    scale.put_blob(connection, "wide/pushed", scale.CONFIG)
    took = []
    number = 0
    while not until.is_set():
        number += 1
        begin = now()
        scale.push_artifact(connection, "wide/pushed", f"{name}-{number}")
        took.append(now() - begin)
    return took


def pushes_beside(server, name, work):
    until = threading.Event()
    took = []
    thread = threading.Thread(target=lambda: took.extend(pushes(server, name, until)))
    begin = now()
    thread.start()
    result = work()
    until.set()
    thread.join()
    return result, took, now() - begin


class Target:
    """Counts messages; one that hangs takes them and says nothing."""

    def __init__(self, hangs):
        self.count = 0
        self.hangs = hangs
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        held = []
        while True:
            peer, _ = self.listener.accept()
            data = b""
            while b"\r\n\r\n" not in data:
                data += peer.recv(65536)
            head, body = data.split(b"\r\n\r\n", 1)
            length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
            while len(body) < length:
                body += peer.recv(65536)
            self.count += 1
            if self.hangs:
                held.append(peer)
                continue
            peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            peer.close()


def measure_webhooks(server, connection, messages):
    targets = [Target(hangs=number == 0) for number in range(10)]
    body = {"enabled": True, "event_types": ["PUSH_ARTIFACT"], "targets": [{"type": "http", "address": f"http://127.0.0.1:{target.port}/"} for target in targets]}
    scale.put_blob(connection, "wide/told", scale.CONFIG)
    layer = b"told"
    scale.put_blob(connection, "wide/told", layer)
    manifest = scale.manifest_of([layer])

    def push_all():
        took = []
        for number in range(messages):
            begin = now()
            scale.put_manifest(connection, "wide/told", manifest, [f"t{number}"])
            took.append(now() - begin)
        return took

    without = push_all()
    ncr(connection, "wide/webhook/policies", body)
    begin = now()
    beside = push_all()
    while any(target.count < messages for target in targets[1:]):
        time.sleep(0.02)
    seconds = now() - begin
    print(f"| {messages} pushes, told to ten targets of which one hangs | {9 * messages / seconds:.0f} messages a second to the other nine |")
    print(f"| a push without webhooks, with them | {statistics.median(without) * 1000:.2f} ms, {statistics.median(beside) * 1000:.2f} ms |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--berthd", required=True)
    parser.add_argument("--artifacts", type=int, default=100_000)
    parser.add_argument("--messages", type=int, default=1_000)
    parser.add_argument("--work-folder")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="berth-policies-", dir=options.work_folder)
    scale.Berthd.program = os.path.abspath(options.berthd)
    server = scale.Berthd(folder)
    server.start()
    try:
        scale.fill(server, options.artifacts, 1, 50)
        connection = server.connect()
        print("| | |\n|---|---|")
        keep_half(connection)
        begin = now()
        start(connection, True)
        run = wait_for_run(connection)
        print(f"| a test run over {run['total']} artifacts, which would delete {run['deleted']} | {now() - begin:.1f} s |")
        begin = now()
        _, preview = connection.call("POST", f"{CLEANUP}/preview", 200, body=b"{}")
        preview = json.loads(preview)
        print(f"| the preview of the same, with the bytes | {now() - begin:.1f} s, {preview['only_here_bytes']} bytes |")

        _, alone, seconds = pushes_beside(server, "alone", lambda: time.sleep(10))
        rate = len(alone) / seconds
        print(f"| pushes of one small image after the other, alone | {rate:.0f} a second, median {statistics.median(alone) * 1000:.1f} ms |")

        def clean():
            start(connection, False)
            return wait_for_run(connection)

        begin = now()
        run, beside, seconds = pushes_beside(server, "beside", clean)
        jobs = asked(connection, "/berth/v1/jobs/cleanup/runs")["runs"][0]["facts"]
        print(f"| {run['deleted']} deleted beside them | {seconds:.1f} s, {run['deleted'] / seconds:.0f} a second |")
        print(f"| the pushes meanwhile | {len(beside) / seconds:.0f} a second ({len(beside) / seconds / rate:.0%}), median "
              f"{statistics.median(beside) * 1000:.1f} ms, greatest {max(beside) * 1000:.0f} ms |")
        print(f"| a step of the run | {jobs['busy_ms'] / jobs['steps']:.1f} ms on average |")
        measure_webhooks(server, connection, options.messages)
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
