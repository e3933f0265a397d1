# SPDX-License-Identifier: Apache-2.0
"""Measures berthd beside Debian's docker-registry and, where bytes are only served, beside nginx.

run.py --berthd FILE --head-load FILE [--quick] [--rounds N] [--steps NAMES] [--json FILE]

Prints a table in Markdown: medians, and the least and greatest value. Every step runs for every server before the next step begins and
both orders rotate from round to round, so that noise on the machine meets all alike. Before a step the disks are synced and the program
waits until the machine is quiet; a step during which others took more than a tenth of a core is done again, twice at most.
Needs wrk, docker-registry and nginx, and 25 GB on the disk of --work-folder.
"""

import argparse
import collections
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import client
import servers
from client import MIB, Connection

now = time.perf_counter

# name of a figure -> what the table says
FIGURES = {
    "start_new": "start with a new data folder, ms",
    "start_again": "start with a filled data folder, ms",
    "memory_idle": "memory after the start, MiB",
    "push_monolithic": "blob push, POST + PUT, MB/s",
    "push_chunked": "blob push, PATCH of 16 MiB each, MB/s",
    "push_streamed": "blob push, one streamed PATCH, MB/s",
    "push_four": "four streamed pushes at once, MB/s together",
    "push_monolithic_cpu": "blob push, POST + PUT: server's CPU s per GB",
    "push_streamed_cpu": "blob push, streamed: server's CPU s per GB",
    "push_monolithic_owed": "sync(2) after the POST + PUT push, s per GB",
    "push_image": "image of one big layer, until the manifest's 201, MB/s",
    "push_image_owed": "sync(2) after that image, s per GB",
    "pull_one": "blob pull, one connection, MB/s",
    "pull_four": "blob pull, four at once, MB/s together",
    "pull_one_cpu": "blob pull: server's CPU s per GB",
    "get_1": "manifest GET by tag, 1 connection, per s",
    "get_64": "manifest GET by tag, 64 connections, per s",
    "head_1": "manifest HEAD by tag, 1 connection, per s",
    "head_64": "manifest HEAD by tag, 64 connections, per s",
    "get_64_cpu": "manifest GET, 64 connections: server's CPU µs each",
    "small": "tiny images, 8 clients, images per s",
    "small_cpu": "tiny images: server's CPU ms each",
    "small_one": "tiny images, 1 client, images per s",
    "memory_after": "memory after all steps, MiB",
    "memory_peak": "greatest memory, MiB",
}


def busy_seconds():
    """What all programs used outside of the kernel, where the servers' own write-back would count, too."""
    with open("/proc/stat") as file:
        user, nice, *_ = map(int, file.readline().split()[1:])
    return (user + nice) / servers.TICKS


def own_seconds():
    times = os.times()
    return times.user + times.children_user


class Memory:
    """Keeps free memory full of page cache that can be dropped at any moment: on a virtual machine a page's first touch may cost
    microseconds, which would hide what the servers cost. A server that ran for a day has no untouched memory either."""

    def __init__(self, folder, is_on):
        self.is_on = is_on
        self.file = tempfile.TemporaryFile(dir=folder)
        self.at = 0

    @staticmethod
    def free_mib():
        with open("/proc/meminfo") as file:
            return next(int(line.split()[1]) // 1024 for line in file if line.startswith("MemFree"))

    def fill(self):
        stuck = 0
        while self.is_on and stuck < 3 and (before := self.free_mib()) > 900:
            step = min(256, before - 800) * MIB
            os.ftruncate(self.file.fileno(), self.at + step)
            for offset in range(self.at, self.at + step, MIB):
                os.posix_fadvise(self.file.fileno(), offset, MIB, os.POSIX_FADV_WILLNEED)
            self.at += step
            stuck = stuck + 1 if self.free_mib() > before - step // MIB // 4 else 0


class Bench:
    def __init__(self, options, folder, fast_folder):
        self.options, self.folder = options, folder
        self.big = (32 if options.quick else 256) * MIB
        self.seconds = 0.5 if options.quick else 3
        self.small = 40 if options.quick else 400
        self.payload = client.Payload(fast_folder, self.big)
        self.memory = Memory(folder, not options.quick)
        self.values = collections.defaultdict(list)
        self.noise = {}
        self.counter = 0

    def quiet(self):
        os.sync()
        self.memory.fill()
        until = now() + (0 if self.options.quick else 15)
        while now() < until:
            before = busy_seconds()
            time.sleep(0.3)
            if busy_seconds() - before < 0.04:
                return

    def measure(self, server, step):
        """Runs a step, which gives {figure: value}, and keeps its figures."""
        for attempt in range(3):
            self.quiet()
            begin, busy, cpu, own = now(), busy_seconds(), server.cpu_seconds("user"), own_seconds()
            figures = step(server)
            foreign = busy_seconds() - busy - (server.cpu_seconds("user") - cpu) - (own_seconds() - own)
            share = foreign / (now() - begin)
            if share < 0.1 or self.options.quick:
                break
        if share >= 0.1:
            self.noise[f"{server.name}, {step.__name__}"] = share
        for figure, value in figures.items():
            self.values[server.name, figure].append(value)

    def connect(self, server):
        return Connection(server.port, server.headers())

    # steps

    def start_times(self, server):
        figures = {"start_again": server.start()}
        server.stop()
        fresh = type(server)(f"{self.folder}/fresh{self.counter}")
        self.counter += 1
        figures["start_new"] = fresh.start()
        time.sleep(0.5)
        figures["memory_idle"] = fresh.memory()
        fresh.stop()
        shutil.rmtree(fresh.folder)
        server.start()
        return figures

    def push(self, server, name, send):
        blob, connection = self.payload.blob(self.big), self.connect(server)
        cpu, begin = server.cpu_seconds(), now()
        send(connection, "bench/blobs", blob)
        seconds = now() - begin
        os.sync()
        owed = now() - begin - seconds
        gigabytes = self.big / 1e9
        figures = {f"push_{name}": self.big / seconds / 1e6, f"push_{name}_owed": owed / gigabytes,
                   f"push_{name}_cpu": (server.cpu_seconds() - cpu) / gigabytes}
        connection.close()
        return figures

    def push_monolithic(self, server):
        return self.push(server, "monolithic", client.push_monolithic)

    def push_chunked(self, server):
        return self.push(server, "chunked", client.push_chunked)

    def push_streamed(self, server):
        return self.push(server, "streamed", client.push_streamed)

    def push_image(self, server):
        config = client.make_config(os.urandom(8).hex())

        def send(connection, repository, blob):
            client.push_streamed(connection, repository, blob)
            client.push_small(connection, repository, config)
            client.put_manifest(connection, repository, "big", client.manifest_of(config, blob.digest, blob.size))

        return self.push(server, "image", send)

    def push_four(self, server):
        size = self.big // 4
        work = [(self.connect(server), self.payload.blob(size)) for _ in range(4)]
        seconds = client.at_once(4, lambda i: client.push_streamed(work[i][0], "bench/blobs", work[i][1]))
        return {"push_four": 4 * size / seconds / 1e6}

    def pull_one(self, server):
        connection = self.connect(server)
        client.pull(connection, self.blob_path)  # the file is in memory from here on
        repeats = 4
        cpu, begin = server.cpu_seconds(), now()
        for _ in range(repeats):
            client.pull(connection, self.blob_path)
        bytes_read = repeats * self.big
        figures = {"pull_one": bytes_read / (now() - begin) / 1e6}
        figures["pull_one_cpu"] = (server.cpu_seconds() - cpu) / bytes_read * 1e9
        return figures

    def pull_four(self, server):
        connections = [self.connect(server) for _ in range(4)]
        seconds = client.at_once(4, lambda i: [client.pull(connections[i], self.blob_path) for _ in range(2)])
        return {"pull_four": 8 * self.big / seconds / 1e6}

    def wrk(self, server, connections, seconds):
        command = [servers.find("wrk"), f"-t{min(connections, 2)}", f"-c{connections}", f"-d{seconds}s", "-H", f"Accept: {client.MANIFEST_TYPE}"]
        for header in server.headers():
            command += ["-H", header]
        output = subprocess.run([*command, f"http://127.0.0.1:{server.port}{self.manifest_path}"], capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in output or "Socket errors" in output:
            raise RuntimeError(output)
        return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])

    def gets(self, server):
        seconds = max(1, int(self.seconds))
        self.wrk(server, 64, 1)
        figures = {"get_1": self.wrk(server, 1, seconds)}
        cpu = server.cpu_seconds()
        figures["get_64"] = self.wrk(server, 64, seconds)
        figures["get_64_cpu"] = (server.cpu_seconds() - cpu) / figures["get_64"] / seconds * 1e6
        return figures

    def heads(self, server):
        figures = {}
        for connections in (1, 64):
            output = subprocess.run([self.options.head_load, str(server.port), str(connections), str(self.seconds), self.manifest_path,
                                     f"Accept: {client.MANIFEST_TYPE}", *server.headers()], capture_output=True, text=True, check=True).stdout
            figures[f"head_{connections}"] = float(output)
        return figures

    def push_tiny(self, server, clients, count):
        connections = [self.connect(server) for _ in range(clients)]
        images = [(client.make_config(os.urandom(8).hex()), os.urandom(4096)) for _ in range(count)]
        base, self.counter = self.counter, self.counter + count

        def work(index):
            for i in range(index, count, clients):
                client.push_image(connections[index], "bench/small", f"t{base + i}", *images[i])

        return client.at_once(clients, work)

    def small_images(self, server):
        self.push_tiny(server, 8, 40)
        cpu = server.cpu_seconds()
        seconds = self.push_tiny(server, 8, self.small)
        figures = {"small": self.small / seconds, "small_cpu": (server.cpu_seconds() - cpu) / self.small * 1000}
        few = self.small // 4
        figures["small_one"] = few / self.push_tiny(server, 1, few)
        return figures

    # the whole

    def prepare(self, server):
        """What is read later: one manifest and one big blob, read back once and compared."""
        if server.is_registry:
            connection = self.connect(server)
            client.push_image(connection, "bench/read", "latest", self.config, self.layer)
            client.push_streamed(connection, "bench/read", self.read_blob)
            client.push_monolithic(connection, "bench/blobs", self.payload.blob(self.big))  # creates what is created once
            connection.close()
        else:
            server.put(self.manifest_path, [client.manifest_of(self.config, client.sha256(self.layer), len(self.layer))])
            plain = os.pread(self.payload.plain, self.big - client.TAIL, 0)
            server.put(self.blob_path, [plain, self.read_blob.tail])
        client.pull(self.connect(server), self.blob_path, check=self.read_blob.digest)

    def run(self, all_servers):
        self.read_blob = self.payload.blob(self.big)
        self.config, self.layer = client.make_config("read"), os.urandom(4096)
        self.manifest_path = "/v2/bench/read/manifests/latest"
        self.blob_path = f"/v2/bench/read/blobs/{self.read_blob.digest}"
        for server in all_servers:
            server.start()
            self.prepare(server)
        reads = [self.pull_one, self.pull_four, self.gets, self.heads]
        writes = [self.push_monolithic, self.push_chunked, self.push_streamed, self.push_four, self.push_image, self.small_images]
        steps = [step for step in writes + reads if not self.options.steps or step.__name__ in self.options.steps.split(",")]
        for turn in range(self.options.rounds):
            for step in rotated(steps, turn):
                for server in rotated(all_servers, turn):
                    if step in reads or server.is_registry:
                        print(f"round {turn + 1}: {step.__name__}, {server.name}", file=sys.stderr)
                        self.measure(server, step)
        for server in all_servers:
            self.values[server.name, "memory_after"].append(server.memory())
            self.values[server.name, "memory_peak"].append(server.memory("VmHWM"))
        for server in all_servers:
            server.stop()
            for _ in range(self.options.rounds):
                self.quiet()
                for figure, value in self.start_times(server).items():
                    self.values[server.name, figure].append(value)
                server.stop()

    def table(self, names):
        lines = ["| | " + " | ".join(names) + " |", "|---|" + "---:|" * len(names)]
        for figure, text in FIGURES.items():
            cells = []
            for name in names:
                values = self.values.get((name, figure))
                cells.append(f"**{short(statistics.median(values))}** ({short(min(values))}–{short(max(values))})" if values else "–")
            lines.append(f"| {text} | " + " | ".join(cells) + " |")
        return "\n".join(lines)


def rotated(items, turn):
    first = turn % len(items) if items else 0
    return items[first:] + items[:first]


def short(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--berthd", required=True, help="the program")
    parser.add_argument("--head-load", required=True, help="the program HeadLoad, built beside the tests")
    parser.add_argument("--quick", action="store_true", help="small and once: shows that it runs, not how fast")
    parser.add_argument("--rounds", type=int, help="5, with --quick 1")
    parser.add_argument("--steps", help="only these, with commas: push_streamed,gets,...")
    parser.add_argument("--work-folder", default="/var/tmp", help="on the disk that is measured")
    parser.add_argument("--json", help="write every value there")
    options = parser.parse_args()
    options.rounds = options.rounds or (1 if options.quick else 5)
    servers.Berthd.program = os.path.abspath(options.berthd)
    for program in servers.PACKAGES:
        servers.find(program)

    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="bench-", dir=options.work_folder) as folder, \
            tempfile.TemporaryDirectory(prefix="bench-", dir="/dev/shm") as fast_folder:
        os.chmod(folder, 0o755)
        bench = Bench(options, folder, fast_folder)
        kinds = [servers.Berthd, servers.BerthdAnonymous, servers.DockerRegistry, servers.Nginx]
        all_servers = [kind(os.path.join(folder, kind.__name__)) for kind in kinds]
        try:
            bench.run(all_servers)
        except KeyboardInterrupt:
            print("interrupted: the table holds what was measured until then", file=sys.stderr)
        finally:
            for server in all_servers:
                server.stop()
    names = [kind.name for kind in kinds]
    print(bench.table(names))
    print(f"\nLoad average before: {load:.2f}. Blobs of {bench.big // MIB} MiB, {options.rounds} rounds.")
    for step, share in bench.noise.items():
        print(f"Not quiet: {step}: others used {share:.2f} of a core.")
    if options.json:
        with open(options.json, "w") as file:
            json.dump({f"{name}: {figure}": values for (name, figure), values in bench.values.items()}, file, indent=1)


if __name__ == "__main__":
    main()
