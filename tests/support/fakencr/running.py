# SPDX-License-Identifier: Apache-2.0
"""A running fake, for tests in Python: calls of both APIs and of the control port, and a push of a small image."""
import base64
import hashlib
import http.client
import json
import os
import pathlib
import re
import signal
import ssl
import subprocess
import sys

SCRIPT = pathlib.Path(__file__).parent.with_name("fake_ncr.py")
BASE = "/ncr/v2.0/appkeys/fake-app-key"
KEYS = {"X-TC-AUTHENTICATION-ID": "fake-key-id", "X-TC-AUTHENTICATION-SECRET": "a secret of the test"}
MANIFEST = "application/vnd.oci.image.manifest.v1+json"


def digest_of(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


class Fake:
    """A running fake; `options` are its command line."""

    def __init__(self, *options):
        environment = {**os.environ, "FAKE_NCR_SECRET": KEYS["X-TC-AUTHENTICATION-SECRET"]}
        self.process = subprocess.Popen([sys.executable, str(SCRIPT), *options], stdout=subprocess.PIPE, text=True,
                                        env=environment)
        self.scheme, self.port = re.fullmatch(r"Listening on (https?)://127\.0\.0\.1:(\d+)\n",
                                              self.process.stdout.readline()).groups()
        self._control = re.fullmatch(r"Control on http://127\.0\.0\.1:(\d+)\n", self.process.stdout.readline()).group(1)
        self._connection = self._connect()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        self._connection.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.stdout.close()
        return self.process.wait(10)

    def _connect(self):
        if self.scheme == "https":
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=10, context=context)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)

    def raw(self, method, path, body=None, headers=()):
        """(status, headers, body)"""
        chunked = "Transfer-Encoding" in headers
        self._connection.request(method, path, body, dict(headers), encode_chunked=chunked)
        try:
            reply = self._connection.getresponse()
            return reply.status, reply.headers, reply.read()
        except http.client.HTTPException:
            self._connection.close()
            raise

    def call(self, method, path, body=None, headers=()):
        """A call of the management API: (resultCode, reply)."""
        sent = {**KEYS, **({"Content-Type": "application/json"} if body is not None else {}), **dict(headers)}
        status, _, data = self.raw(method, BASE + path, json.dumps(body) if body is not None else None, sent)
        assert status == 200, status
        reply = json.loads(data)
        assert reply["header"]["isSuccessful"] == (reply["header"]["resultCode"] == 200)
        return reply["header"]["resultCode"], reply

    def code(self, *arguments, **named):
        return self.call(*arguments, **named)[0]

    def control(self, method, path, value=None):
        connection = http.client.HTTPConnection("127.0.0.1", self._control, timeout=10)
        connection.request(method, path, json.dumps(value) if value is not None else None)
        reply = connection.getresponse()
        told = reply.status, json.loads(reply.read())
        connection.close()
        return told

    def bearer(self, *scopes):
        pair = base64.b64encode(":".join(KEYS.values()).encode()).decode()
        query = "".join(f"&scope=repository:{scope}" for scope in scopes)
        status, _, body = self.raw("GET", "/service/token?service=harbor-registry" + query,
                                   headers={"Authorization": "Basic " + pair})
        assert status == 200, status
        return {"Authorization": "Bearer " + json.loads(body)["token"]}

    def push_blob(self, image, data, token):
        status, headers, _ = self.raw("POST", f"/v2/{image}/blobs/uploads/", headers=token)
        if status != 202:
            return status
        _, headers, _ = self.raw("PATCH", headers["Location"], iter([data[:3], data[3:]]),
                                 {**token, "Transfer-Encoding": "chunked"})
        return self.raw("PUT", f"{headers['Location']}&digest={digest_of(data)}", b"", token)[0]

    def push(self, image, tag, token, platform="amd64"):
        """Pushes a small image: (status, the manifest's bytes)."""
        config = json.dumps({"architecture": platform, "os": "linux", "author": "me"}).encode()
        layer = b"a layer of " + platform.encode()
        for blob in (config, layer):
            self.push_blob(image, blob, token)
        part = {"mediaType": "application/vnd.oci.image.layer.v1.tar", "digest": digest_of(layer), "size": len(layer)}
        manifest = {"schemaVersion": 2, "layers": [part], "config": {
            "mediaType": "application/vnd.oci.image.config.v1+json", "digest": digest_of(config), "size": len(config)}}
        data = json.dumps(manifest).encode()
        reference = tag or digest_of(data)
        return self.raw("PUT", f"/v2/{image}/manifests/{reference}", data, {**token, "Content-Type": MANIFEST})[0], data
