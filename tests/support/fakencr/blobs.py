# SPDX-License-Identifier: Apache-2.0
"""Blobs in a temporary folder, and uploads that are under way."""
import hashlib
import os
import pathlib
import tempfile
import threading
import uuid

from .names import Refusal

CHUNK = 1 << 20


class Upload:
    """One upload: a file that grows, and the state its next address must carry."""

    def __init__(self, folder, image):
        self.id = str(uuid.uuid4())
        self.image = image
        self.path = folder / f"upload-{self.id}"
        self.lock = threading.Lock()
        self.size = 0
        self._hash = hashlib.sha256()
        self._state = uuid.uuid4().hex
        self.path.touch()

    @property
    def address(self):
        """Relative, with a query of its own, and a new one after each step: a client has to use the latest as it is."""
        return f"/v2/{self.image}/blobs/uploads/{self.id}?_state={self._state}"

    @property
    def range(self):
        return f"0-{max(0, self.size - 1)}"

    def is_latest(self, state):
        return state == self._state

    def append(self, body):
        """Takes what comes in; what came before a client broke off is kept."""
        try:
            with open(self.path, "ab") as file:
                for piece in body.pieces(CHUNK):
                    file.write(piece)
                    self._hash.update(piece)
                    self.size += len(piece)
        finally:
            self._state = uuid.uuid4().hex

    def digest(self):
        return "sha256:" + self._hash.hexdigest()


class Blobs:
    """All blobs, by digest; which image may use which is the store's business."""

    def __init__(self):
        self._temporary = tempfile.TemporaryDirectory(prefix="fake-ncr-")
        self._folder = pathlib.Path(self._temporary.name)
        self._uploads = {}

    def close(self):
        self._temporary.cleanup()

    def path(self, digest):
        return self._folder / digest.replace(":", "-")

    def size(self, digest):
        return os.path.getsize(self.path(digest))

    def read(self, digest):
        return self.path(digest).read_bytes()

    def add(self, data, digest):
        self.path(digest).write_bytes(data)

    def start(self, image):
        upload = Upload(self._folder, image)
        self._uploads[upload.id] = upload
        return upload

    def upload(self, image, identity):
        upload = self._uploads.get(identity)
        if upload is None or upload.image != image:
            raise Refusal(404, "no such upload", "BLOB_UPLOAD_UNKNOWN")
        return upload

    def finish(self, upload, digest):
        """Turns the upload into the blob `digest`, or throws it away when it is something else."""
        self._uploads.pop(upload.id, None)
        if upload.digest() != digest:
            upload.path.unlink(missing_ok=True)
            raise Refusal(400, f"what came is {upload.digest()}", "DIGEST_INVALID")
        os.replace(upload.path, self.path(digest))

    def cancel(self, upload):
        self._uploads.pop(upload.id, None)
        upload.path.unlink(missing_ok=True)
