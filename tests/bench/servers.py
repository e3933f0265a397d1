# SPDX-License-Identifier: Apache-2.0
"""The servers that are measured, each in a folder of its own on a free port of 127.0.0.1."""

import base64
import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request

KEY, SECRET = "benchkey", "benchsecret0123456789"
TICKS = os.sysconf("SC_CLK_TCK")

PACKAGES = {"docker-registry": "docker-registry", "nginx": "nginx-light", "wrk": "wrk"}


def find(program):
    found = shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if not found:
        raise SystemExit(f"The program {program} is not installed; the Debian package {PACKAGES[program]} brings it.")
    return found


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def end_with_parent():
    """Run in the child: should the bench be killed, no server stays behind."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


class Server:
    name = ""
    is_registry = True

    def __init__(self, folder):
        self.folder = folder
        self.process = None
        self.port = 0
        os.makedirs(folder, exist_ok=True)

    def command(self):
        raise NotImplementedError

    def environment(self):
        return dict(os.environ)

    def headers(self):
        """What every request carries."""
        return []

    def start(self):
        """Starts and gives the milliseconds until a request was answered."""
        self.port = self.port or free_port()
        command = self.command()
        begin = time.perf_counter()
        self.process = subprocess.Popen(command, env=self.environment(), cwd=self.folder, stdin=subprocess.DEVNULL, preexec_fn=end_with_parent,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while time.perf_counter() - begin < 30:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.name} ended at once, code {self.process.returncode}")
            try:
                with socket.create_connection(("127.0.0.1", self.port), 1) as probe:
                    probe.sendall(f"GET /v2/ HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nConnection: close\r\n\r\n".encode())
                    if probe.recv(12).startswith(b"HTTP/1.1"):
                        return (time.perf_counter() - begin) * 1000
            except OSError:
                pass
            time.sleep(0.0005)
        raise RuntimeError(f"{self.name} does not answer")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def processes(self):
        """Its process and the children of that."""
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children") as file:
            return [self.process.pid, *map(int, file.read().split())]

    def cpu_seconds(self, part="all"):
        ticks = 0
        for pid in self.processes():
            with open(f"/proc/{pid}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + (int(fields[12]) if part == "all" else 0)
        return ticks / TICKS

    def memory(self, key="VmRSS"):
        """MiB, of all its processes together."""
        total = 0
        for pid in self.processes():
            with open(f"/proc/{pid}/status") as file:
                total += next(int(line.split()[1]) for line in file if line.startswith(key + ":"))
        return total / 1024


class Berthd(Server):
    """With a bearer token on every request, as docker, podman and skopeo send it."""
    name = "berthd"
    program = ""
    token_at = 0.0
    token = ""

    def command(self):
        return [self.program, "--data-dir", os.path.join(self.folder, "data"), "--listen", f"127.0.0.1:{self.port}"]

    def environment(self):
        return {**os.environ, "BERTH_ACCESS_KEY": KEY, "BERTH_SECRET_KEY": SECRET}

    def headers(self):
        if time.monotonic() - self.token_at > 60:
            self.token, self.token_at = self.fetch_token(), time.monotonic()
        return ["Authorization: Bearer " + self.token]

    def fetch_token(self):
        scopes = "&".join(f"scope=repository:bench/{name}:pull,push" for name in ("blobs", "small", "read"))
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/service/token?service=berth&{scopes}")
        request.add_header("Authorization", "Basic " + base64.b64encode(f"{KEY}:{SECRET}".encode()).decode())
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=30) as answer:
            return json.load(answer)["token"]


class BerthdAnonymous(Berthd):
    """Without a token, as docker-registry runs here: what the check of a token costs is the difference."""
    name = "berthd, no token"

    def command(self):
        return [*super().command(), "--anonymous", "push"]

    def headers(self):
        return []


class DockerRegistry(Server):
    """Debian's, without access control and without a log of requests."""
    name = "docker-registry"

    def command(self):
        path = os.path.join(self.folder, "config.yml")
        with open(path, "w") as file:
            file.write(f"""version: 0.1
log: {{level: error, accesslog: {{disabled: true}}}}
storage:
  cache: {{blobdescriptor: inmemory}}
  filesystem: {{rootdirectory: {self.folder}/data}}
  delete: {{enabled: true}}
http: {{addr: "127.0.0.1:{self.port}"}}
""")
        return [find("docker-registry"), "serve", path]


class Nginx(Server):
    """Plain files at the addresses of a registry: what this machine can do without any."""
    name = "nginx"
    is_registry = False

    def command(self):
        path = os.path.join(self.folder, "nginx.conf")
        with open(path, "w") as file:
            file.write(f"""daemon off; worker_processes 2; pid {self.folder}/pid; error_log {self.folder}/error.log;
{"user root;" if os.geteuid() == 0 else ""}
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000;
  open_file_cache max=100 inactive=60s; open_file_cache_valid 60s;
  client_body_temp_path {self.folder}/t1; proxy_temp_path {self.folder}/t2; fastcgi_temp_path {self.folder}/t3;
  uwsgi_temp_path {self.folder}/t4; scgi_temp_path {self.folder}/t5;
  server {{ listen 127.0.0.1:{self.port}; root {self.folder}/www; location = /v2/ {{ return 200; }} }}
}}
""")
        return [find("nginx"), "-p", self.folder, "-c", path]

    def put(self, path, data):
        target = f"{self.folder}/www{path}"
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            for part in data:
                file.write(part)
