# SPDX-License-Identifier: Apache-2.0
"""Measures what single operations cost in a small store and in one of years of use, both filled through the front door.

scale.py --berthd FILE [--artifacts N] [--images N] [--tags N] [--rounds N] [--work-folder DIR] [--json FILE]

The small store has an image of 200 artifacts and 150 others. The large one has an image of --artifacts artifacts over twice as many layers, and --tags tags over
--images further images. Prints a table in Markdown: medians of each operation in both stores, and their ratio. In the large store it then deletes the
large image, restores it and ends it for good, and says how long pushes beside these took. Filling the default sizes takes half an hour and 15 GB.
"""

import argparse
import base64
import json
import os
import shutil
import statistics
import tempfile
import threading
import time

import client
import servers
from client import Connection

now = time.perf_counter
BASIC = base64.b64encode(f"{servers.KEY}:{servers.SECRET}".encode()).decode()
NCR = "/ncr/v2.0/appkeys/local/registries"
CONFIG = client.make_config("scale")
LAYER_TYPE = "application/vnd.oci.image.layer.v1.tar+gzip"


class Berthd(servers.Berthd):
    def headers(self):
        return [f"Authorization: Basic {BASIC}", f"X-TC-AUTHENTICATION-ID: {servers.KEY}", f"X-TC-AUTHENTICATION-SECRET: {servers.SECRET}"]

    def connect(self):
        return Connection(self.port, self.headers())


def put_blob(connection, repository, data):
    connection.call("POST", f"/v2/{repository}/blobs/uploads/?digest={client.sha256(data)}", 201, headers=["Content-Type: application/octet-stream"], body=data)


def manifest_of(layers, subject=None):
    content = {"schemaVersion": 2, "mediaType": client.MANIFEST_TYPE,
               "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": client.sha256(CONFIG), "size": len(CONFIG)},
               "layers": [{"mediaType": LAYER_TYPE, "digest": client.sha256(layer), "size": len(layer)} for layer in layers]}
    if subject:
        content["subject"] = {"mediaType": client.MANIFEST_TYPE, "digest": client.sha256(subject), "size": len(subject)}
    return json.dumps(content).encode()


def put_manifest(connection, repository, manifest, tags):
    query = "&".join(f"tag={tag}" for tag in tags)
    connection.call("PUT", f"/v2/{repository}/manifests/{client.sha256(manifest)}?{query}", 201, headers=[f"Content-Type: {client.MANIFEST_TYPE}"], body=manifest)


def layers_of(number):
    return [f"layer {number} {half}".encode() for half in "ab"]


def push_artifact(connection, repository, number, tags=()):
    layers = layers_of(number)
    for layer in layers:
        put_blob(connection, repository, layer)
    manifest = manifest_of(layers)
    put_manifest(connection, repository, manifest, tags or [f"v{number}"])
    return manifest


def fill(server, artifacts, images, tags, workers=6):
    connection = server.connect()
    connection.call("PUT", "/berth/v1/settings", 200, body=b'{"scrub_days": 0, "collects_by_itself": false}') # neither store works beside what is measured
    for registry in ("big", "wide", "limited"):
        connection.call("POST", NCR, 200, body=json.dumps({"project_name": registry}).encode())
    connection.call("PUT", "/berth/v1/registries/limited", 200, body=b'{"quota_bytes": 1000000000}')
    for repository in ("big/app", "limited/app"):
        put_blob(connection, repository, CONFIG)
    push_artifact(connection, "limited/app", 1)

    def artifacts_of(worker):
        own = server.connect()
        for number in range(worker, artifacts, workers):
            push_artifact(own, "big/app", number)

    def images_of(worker):
        own = server.connect()
        each = tags // images if images else 0
        for number in range(worker, images, workers):
            repository = f"wide/i{number:05d}"
            put_blob(own, repository, CONFIG)
            for begin in range(0, each, 50):
                layer = f"wide {number} {begin}".encode()
                put_blob(own, repository, layer)
                put_manifest(own, repository, manifest_of([layer]), [f"t{tag}" for tag in range(begin, min(begin + 50, each))])

    seconds = client.at_once(workers, artifacts_of)
    if images:
        seconds += client.at_once(workers, images_of)
    connection.close()
    return seconds


class Operations:
    """Each method does one thing and gives its milliseconds; what it needs is made ready before the clock starts."""

    def __init__(self, server, artifacts):
        self.server = server
        self.connection = server.connect()
        self.artifacts = artifacts
        self.count = 0
        self.signed = push_artifact(self.connection, "big/app", "signed")
        put_manifest(self.connection, "big/app", manifest_of(layers_of("signed")[:1], self.signed), ["signature"])

    def timed(self, method, path, *expected, headers=(), body=b""):
        begin = now()
        answer = self.connection.call(method, path, *expected, headers=headers, body=body)
        return (now() - begin) * 1000, answer

    def fresh(self, tags=()):
        self.count += 1
        return push_artifact(self.connection, "big/app", f"fresh{self.count}", tags)

    def push_blob(self):
        self.count += 1
        data = f"blob {self.count}".encode()
        return self.timed("POST", f"/v2/big/app/blobs/uploads/?digest={client.sha256(data)}", 201, body=data)[0]

    def push_blob_with_quota(self):
        self.count += 1
        data = f"blob {self.count}".encode()
        return self.timed("POST", f"/v2/limited/app/blobs/uploads/?digest={client.sha256(data)}", 201, body=data)[0]

    def push_manifest(self):
        self.count += 1
        layers = layers_of(f"pushed{self.count}")
        for layer in layers:
            put_blob(self.connection, "big/app", layer)
        return self.timed("PUT", f"/v2/big/app/manifests/p{self.count}", 201, headers=[f"Content-Type: {client.MANIFEST_TYPE}"], body=manifest_of(layers))[0]

    def move_tag(self):
        manifest = self.fresh()
        return self.timed("PUT", "/v2/big/app/manifests/moving", 201, headers=[f"Content-Type: {client.MANIFEST_TYPE}"], body=manifest)[0]

    def delete_artifact(self):
        return self.timed("DELETE", f"/v2/big/app/manifests/{client.sha256(self.fresh())}", 202)[0]

    def delete_tag(self):
        self.fresh([f"gone{self.count}", f"kept{self.count}"])
        return self.timed("DELETE", f"/v2/big/app/manifests/gone{self.count - 1}", 202)[0]

    def restore_artifact(self):
        headers, _ = self.connection.call("DELETE", f"/v2/big/app/manifests/{client.sha256(self.fresh())}", 202)
        return self.timed("POST", f"/berth/v1/trash/{headers['berth-trash-operation']}/restore", 200, body=b"{}")[0]

    def reclaim(self):
        body = json.dumps({"artifacts": [f"big/app@{client.sha256(self.signed)}"]}).encode()
        return self.timed("POST", "/berth/v1/reclaim", 200, body=body)[0]

    def reclaim_image(self):
        return self.timed("POST", "/berth/v1/reclaim", 200, body=b'{"images": ["limited/app"]}')[0]

    def get(self, path):
        return self.timed("GET", path, 200)[0]

    def registries(self): return self.get(f"{NCR}?page_size=100")
    def images(self): return self.get(f"{NCR}/wide/images?page_size=100")
    def image(self): return self.get(f"{NCR}/big/images/app")
    def list_artifacts(self): return self.get(f"{NCR}/big/images/app/artifacts?page_size=100")
    def tags(self): return self.get("/v2/big/app/tags/list?n=100")
    def tags_of_artifact(self): return self.get(f"{NCR}/big/images/app/artifacts/signature/tags")
    def referrers(self): return self.get(f"/v2/big/app/referrers/{client.sha256(self.signed)}")
    def catalog(self): return self.get("/v2/_catalog?n=100")
    def storage(self): return self.get("/berth/v1/storage")
    def storage_images(self): return self.get("/berth/v1/storage/images?page_size=100")
    def trash(self): return self.get("/berth/v1/trash?page_size=10")
    def collection(self): return self.get("/berth/v1/collection")
    def search(self): return self.get("/berth/v1/search?q=fresh1")


NAMES = {
    "push_blob": "push a blob", "push_blob_with_quota": "push a blob into a registry with a quota", "push_manifest": "push a manifest",
    "move_tag": "move a tag", "delete_artifact": "delete an artifact", "delete_tag": "delete a tag", "restore_artifact": "restore an artifact",
    "reclaim": "what deleting an artifact frees", "reclaim_image": "what deleting an image frees", "registries": "a page of registries", "images": "a page of images",
    "image": "an image", "list_artifacts": "a page of artifacts", "tags": "a page of tags", "tags_of_artifact": "an artifact's tags", "referrers": "referrers",
    "catalog": "a page of the catalogue", "storage": "sums of the storage", "storage_images": "the largest images", "trash": "a page of the trash",
    "collection": "state of the collection", "search": "search by substring (reads all names)",
}


def measure(server, artifacts, rounds):
    operations = Operations(server, artifacts)
    figures = {}
    for name in NAMES:
        operation = getattr(operations, name)
        operation()
        figures[name] = statistics.median(operation() for _ in range(rounds))
    server.stop()
    figures["start"] = statistics.median(restarted(server) for _ in range(3))
    return figures


def restarted(server):
    server.stop()
    return server.start()


class Pusher(threading.Thread):
    """Pushes small images all the time and keeps how long each took."""

    def __init__(self, server):
        super().__init__()
        self.connection = server.connect()
        self.over = False
        self.took = []

    def run(self):
        put_blob(self.connection, "wide/beside", CONFIG)
        number = 0
        while not self.over:
            number += 1
            begin = now()
            push_artifact(self.connection, "wide/beside", f"beside{number} {begin}", [f"b{number}"])
            self.took.append((now() - begin) * 1000)

    def end(self):
        self.over = True
        self.join()
        return statistics.median(self.took), max(self.took)


def beside(server, work):
    """Median and greatest milliseconds of a push beside the work, and the work's seconds."""
    pusher = Pusher(server)
    pusher.start()
    begin = now()
    work()
    seconds = now() - begin
    median, most = pusher.end()
    return median, most, seconds


def wait_until(server, what):
    connection = server.connect()
    while not what(connection):
        time.sleep(0.2)


def rests(connection):
    """True while no job of the server works."""
    _, body = connection.call("GET", "/berth/v1/jobs", 200)
    return all(job["state"] == "idle" for job in json.loads(body)["jobs"])


def step_of_last_run(server):
    """Milliseconds of a step of the work that has just ended, on average."""
    _, body = server.connect().call("GET", "/berth/v1/jobs/trash/runs?page_size=1", 200)
    facts = json.loads(body)["runs"][0]["facts"]
    return facts["busy_ms"] / facts["steps"]


def long_works(server):
    lines = {}
    lines["nothing"] = (*beside(server, lambda: time.sleep(5)), 0)
    operation = {}

    def call(*what, **how):
        connection = server.connect() # a new one: those that rest are closed after a while
        answer = connection.call(*what, **how)
        connection.close()
        return answer

    def delete():
        begin = now()
        headers, _ = call("DELETE", f"{NCR}/big/images/app", 200)
        operation["id"], operation["answer"] = headers["berth-trash-operation"], (now() - begin) * 1000
        wait_until(server, rests)

    def restore():
        begin = now()
        call("POST", f"/berth/v1/trash/{operation['id']}/restore", 200, body=b"{}")
        operation["restored"] = (now() - begin) * 1000
        wait_until(server, rests)

    def end():
        headers, _ = call("DELETE", f"{NCR}/big/images/app", 200)
        call("DELETE", f"/berth/v1/trash/{headers['berth-trash-operation']}", 200)
        wait_until(server, rests)

    lines["delete the image"] = (*beside(server, delete), step_of_last_run(server))
    lines["restore it"] = (*beside(server, restore), step_of_last_run(server))
    lines["end it for good"] = (*beside(server, end), step_of_last_run(server))
    return lines, operation


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--berthd", required=True)
    parser.add_argument("--artifacts", type=int, default=200_000)
    parser.add_argument("--images", type=int, default=10_000)
    parser.add_argument("--tags", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--work-folder")
    parser.add_argument("--json")
    options = parser.parse_args()
    Berthd.program = os.path.abspath(options.berthd)
    folder = tempfile.mkdtemp(dir=options.work_folder, prefix="berth-scale-")
    try:
        results = {}
        for size, artifacts, images, tags in (("small", 200, 150, 1500), ("large", options.artifacts, options.images, options.tags)):
            server = Berthd(os.path.join(folder, size))
            server.start()
            seconds = fill(server, artifacts, images, tags)
            print(f"{size}: {artifacts:,} artifacts, {tags:,} tags over {images:,} images, filled in {seconds:.0f} s", flush=True)
            results[size] = measure(server, artifacts, options.rounds)
            if size == "small":
                server.stop()
        print("\n| | small, ms | large, ms | ratio |\n|---|---:|---:|---:|")
        for name in [*NAMES, "start"]:
            small, large = results["small"][name], results["large"][name]
            print(f"| {NAMES.get(name, 'start of the server')} | {small:.2f} | {large:.2f} | {large / small:.2f} |", flush=True)
        try:
            lines, operation = long_works(server)
        finally:
            server.stop()
        print("\n| beside a push of one small image | median, ms | greatest, ms | took, s | a step, ms |\n|---|---:|---:|---:|---:|")
        for name, (median, most, seconds, step) in lines.items():
            print(f"| {name} | {median:.1f} | {most:.0f} | {seconds:.1f} | {step:.1f} |")
        print(f"\nThe deletion was answered after {operation['answer']:.0f} ms, the restoring after {operation['restored']:.0f} ms.")
        if options.json:
            with open(options.json, "w") as file:
                json.dump({"operations": results, "beside": lines, "answers": operation}, file, indent=1)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
