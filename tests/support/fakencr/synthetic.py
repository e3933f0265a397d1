# SPDX-License-Identifier: Apache-2.0
"""Content made up when somebody asks for it: an image of 100,000 artifacts costs nothing until a page of it is read.

Everything follows from the image's name and a number, and digests are true ones: what the lists show can be pulled.
"""
import bisect
import gzip
import hashlib
import io
import json
import tarfile
from dataclasses import dataclass, field

from .names import NEVER, SECOND, rfc3339

OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json"
OCI_INDEX = "application/vnd.oci.image.index.v1+json"
OCI_CONFIG = "application/vnd.oci.image.config.v1+json"
OCI_LAYER = "application/vnd.oci.image.layer.v1.tar+gzip"
DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"
DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json"
DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json"
DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip"
BASE_TIME = 1_748_736_000 * SECOND + 123_456_789
STEP = 61 * SECOND
INDEX_EVERY = 10
UNKNOWN_PLATFORM = {"architecture": "unknown", "os": "unknown"}
PLATFORMS = [{"architecture": "amd64", "os": "linux"},
             {"architecture": "arm64", "os": "linux", "variant": "v8"},
             {"architecture": "amd64", "os": "windows", "os.version": "10.0.20348.2582", "os.features": ["win32k"]}]
CONFIG = ('{"architecture":"%s","os":"%s","author":"%s","created":"%s","config":{"Env":["PATH=/bin"],"Cmd":["/bin/true"],'
          '"Labels":{"number":"%s"}},"rootfs":{"type":"layers","diff_ids":["%s"]},'
          '"history":[{"created":"%s","created_by":"COPY . /"}]}')
MANIFEST = ('{"schemaVersion":2,"mediaType":"%s","config":{"mediaType":"%s","size":%d,"digest":"%s"},'
            '"layers":[{"mediaType":"%s","size":%d,"digest":"%s"}]}')


FORMATS = {True: (DOCKER_MANIFEST, DOCKER_CONFIG, DOCKER_LAYER), False: (OCI_MANIFEST, OCI_CONFIG, OCI_LAYER)}


@dataclass(slots=True)
class Child:
    """An entry of an index."""
    digest: str
    size: int
    platform: dict
    annotations: dict


@dataclass(slots=True)
class Artifact:
    """A manifest with what the management API tells about it. `number` is set for synthetic ones that are listed."""
    id: int
    digest: str
    manifest: bytes
    media_type: str
    config_type: str
    kind: str
    size: int
    pushed: int
    pulled: int = NEVER
    attributes: dict = field(default_factory=dict)
    children: list = field(default_factory=list)
    parent: str = ""
    config: tuple = ()
    number: int | None = None


def digest_of(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _layer():
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        text = b"made up\n"
        entry = tarfile.TarInfo("made-up.txt")
        entry.size = len(text)
        archive.addfile(entry, io.BytesIO(text))
    return digest_of(raw.getvalue()), gzip.compress(raw.getvalue(), mtime=0)


DIFF_ID, LAYER = _layer()
LAYER_DIGEST = digest_of(LAYER)


class Survivors:
    """The numbers 0 … count-1 without those that were removed."""

    def __init__(self, count):
        self.count = count
        self.gone = []

    def __len__(self):
        return self.count - len(self.gone)

    def __contains__(self, number):
        place = bisect.bisect_left(self.gone, number)
        return 0 <= number < self.count and not (place < len(self.gone) and self.gone[place] == number)

    def remove(self, number):
        if number in self:
            bisect.insort(self.gone, number)

    def page(self, offset, length):
        """The numbers at positions offset … offset+length-1."""
        number = offset
        for gone in self.gone:
            if gone > number:
                break
            number += 1
        found = []
        while len(found) < length and number < self.count:
            if number in self:
                found.append(number)
            number += 1
        return found


class Synthetic:
    """`artifacts` made-up artifacts of the image `name`, and `tags` tags dealt out to them in turn.

    The newest artifact is number 0; every tenth is an index of two platforms and an attestation. Tag number j belongs to
    artifact number j modulo `artifacts`.
    """

    def __init__(self, name, first_id, artifacts, tags):
        self.name = name
        self.first_id = first_id
        self.artifacts = artifacts
        self.tags = tags if artifacts else 0
        self._numbers = {}
        self._configs = {}
        self._complete = False

    def artifact(self, number):
        """The listed artifact with this number."""
        if self.artifacts <= 4 or number % INDEX_EVERY != 4:
            image = self._image(number, 0)
            self._learn(image, number, 0)
            return image
        images = [self._image(number, part) for part in (1, 2, 3)]
        index = self._index(number, images)
        self._numbers[index.digest] = (number, 0)
        for part, image in enumerate(images, 1):
            self._learn(image, number, part)
        return index

    def find(self, digest):
        """The artifact with this digest, listed or a child of an index; the first miss costs one pass over everything."""
        if digest not in self._numbers:
            self._learn_all()
        found = self._numbers.get(digest)
        return self._of(*found) if found else None

    def blob(self, digest):
        """Bytes of a made-up layer or config, or None."""
        if digest == LAYER_DIGEST:
            return LAYER
        if digest not in self._configs:
            self._learn_all()
        found = self._configs.get(digest)
        return self._of(*found).config[1] if found else None

    @staticmethod
    def tag_name(number):
        return f"t{number:06d}"

    def tag_number(self, name):
        """Number of the tag with this name, or None."""
        if not (name.startswith("t") and name[1:].isascii() and name[1:].isdigit()):
            return None
        number = int(name[1:])
        return number if number < self.tags and self.tag_name(number) == name else None

    def tags_of(self, number):
        """How many tags the artifact with this number was dealt."""
        return max(0, -(-(self.tags - number) // self.artifacts)) if self.artifacts else 0

    def _of(self, number, part):
        if not part:
            return self.artifact(number)
        image = self._image(number, part)
        image.parent = self.artifact(number).digest
        return image

    def _learn(self, image, number, part):
        self._numbers[image.digest] = (number, part)
        self._configs[image.config[0]] = (number, part)

    def _learn_all(self):
        if not self._complete:
            for number in range(self.artifacts):
                self.artifact(number)
            self._complete = True

    @staticmethod
    def _platform(number, part):
        if part == 3:
            return UNKNOWN_PLATFORM
        if part == 2:
            return PLATFORMS[1 + number // INDEX_EVERY % 2]
        return PLATFORMS[0 if part else number % 2]

    def _image(self, number, part):
        """Artifact `number`, or child `part` (from 1) of the index with this number."""
        platform = self._platform(number, part)
        pushed = BASE_TIME - number * STEP
        made = rfc3339(pushed, 9)
        author = ("", "Kim", "박지민 <jimin@example.com>")[number % 3]
        config = (CONFIG % (platform["architecture"], platform["os"], author, made, f"{self.name} {number} {part}", DIFF_ID,
                            made)).encode()
        media_type, config_type, layer_type = FORMATS[number % 3 == 0]
        config_digest = digest_of(config)
        manifest = (MANIFEST % (media_type, config_type, len(config), config_digest, layer_type, len(LAYER),
                                LAYER_DIGEST)).encode()
        attributes = {"architecture": platform["architecture"], "os": platform["os"], "author": author, "created": made,
                      "config": {"Env": ["PATH=/bin"], "Cmd": ["/bin/true"]}}
        return Artifact(id=self.first_id + number * 4 + part, digest=digest_of(manifest), manifest=manifest,
                        media_type=media_type, config_type=config_type, kind="IMAGE",
                        size=len(manifest) + len(config) + len(LAYER), pushed=pushed, attributes=attributes,
                        config=(config_digest, config), number=None if part else number)

    def _index(self, number, images):
        media_type = DOCKER_LIST if number % 3 == 0 else OCI_INDEX
        children = [Child(image.digest, len(image.manifest), self._platform(number, part), {})
                    for part, image in enumerate(images, 1)]
        children[2].annotations = {"vnd.docker.reference.type": "attestation-manifest",
                                   "vnd.docker.reference.digest": children[0].digest}
        entries = [{"mediaType": image.media_type, "digest": image.digest, "size": len(image.manifest),
                    "platform": child.platform, "annotations": child.annotations}
                   for child, image in zip(children, images)]
        manifest = json.dumps({"schemaVersion": 2, "mediaType": media_type, "manifests": entries}).encode()
        return Artifact(id=self.first_id + number * 4, digest=digest_of(manifest), manifest=manifest, media_type=media_type,
                        config_type=media_type, kind="IMAGE", size=len(manifest) + sum(image.size for image in images),
                        pushed=BASE_TIME - number * STEP, children=children, number=number)
