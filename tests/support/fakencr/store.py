# SPDX-License-Identifier: Apache-2.0
"""Registries and what they hold. Both APIs read and write it under its lock."""
import bisect
import json
import threading

from .blobs import Blobs
from .image import Image
from .names import Refusal, now
from .synthetic import (DOCKER_CONFIG, DOCKER_LIST, DOCKER_MANIFEST, LAYER_DIGEST, OCI_CONFIG, OCI_INDEX, OCI_MANIFEST,
                        Artifact, Child, Synthetic, digest_of)

INDEX_TYPES = (OCI_INDEX, DOCKER_LIST)
IMAGE_TYPES = (OCI_MANIFEST, DOCKER_MANIFEST)
HELM_CONFIG = "application/vnd.cncf.helm.config.v1+json"
KINDS = {OCI_CONFIG: "IMAGE", DOCKER_CONFIG: "IMAGE", HELM_CONFIG: "CHART"}


class Registry:
    def __init__(self, identity, name, metadata, cache_id):
        self.id = identity
        self.name = name
        self.metadata = metadata
        self.cache_id = cache_id
        self.allowed_cves = []
        self.created = now()
        self.updated = self.created
        self.images = {}
        self.image_names = []
        self.usage = 0
        self.protection = []
        self.cleanup = []
        self.cron = ""
        self.runs = []
        self.webhooks = []

    def image(self, name):
        if name not in self.images:
            raise Refusal(404, f"registry {self.name} has no image {name}")
        return self.images[name]


class Store:
    def __init__(self, lists_children=False):
        self.lock = threading.RLock()
        self.blobs = Blobs()
        self.cache_ids = set()
        self.lists_children = lists_children
        self._registries = {}
        self._by_id = {}
        self._names = []
        self._image_count = 0

    # Registries

    def registries(self, offset, length):
        return [self._registries[name] for name in self._names[offset:offset + length]]

    def registry(self, name):
        if name not in self._registries:
            raise Refusal(404, f"no registry {name}")
        return self._registries[name]

    def registry_with_id(self, identity):
        if identity not in self._by_id:
            raise Refusal(404, f"no registry with id {identity}")
        return self._by_id[identity]

    def add_registry(self, name, metadata, cache_id=0, identity=None):
        if name in self._registries:
            raise Refusal(409, f"registry {name} exists")
        if cache_id and cache_id not in self.cache_ids:
            raise Refusal(404, f"no image cache {cache_id}")
        if identity is None:
            identity = max(self._by_id, default=0) + 1
        elif identity in self._by_id:
            raise ValueError(f"two registries with id {identity}")
        registry = Registry(identity, name, metadata, cache_id)
        self._registries[name] = registry
        self._by_id[identity] = registry
        bisect.insort(self._names, name)
        return registry

    def remove_registry(self, registry):
        if registry.images:
            raise Refusal(412, f"registry {registry.name} has {len(registry.images)} images")
        del self._registries[registry.name]
        del self._by_id[registry.id]
        self._names.remove(registry.name)

    # Images

    def add_image(self, registry, name, artifacts=0, tags=0):
        """The image of this name, made when there is none; `artifacts` and `tags` are synthetic ones."""
        if name not in registry.images:
            self._image_count += 1
            full = f"{registry.name}/{name}"
            synthetic = Synthetic(full, self._image_count * 10_000_000, artifacts, tags) if artifacts else None
            registry.images[name] = Image(registry, name, self._image_count, now(), synthetic, self.lists_children)
            bisect.insort(registry.image_names, name)
        return registry.images[name]

    def remove_image(self, image):
        image.refuse_protected()
        del image.registry.images[image.name]
        image.registry.image_names.remove(image.name)
        image.registry.usage -= image.bytes

    # Content

    def has_blob(self, image, digest):
        return digest in image.blobs or image.synthetic_blob(digest) is not None

    def blob_size(self, image, digest):
        return self.blobs.size(digest) if digest in image.blobs else len(image.synthetic_blob(digest))

    def link_blob(self, source, image, digest):
        """Makes a blob of `source` one of `image` too."""
        if digest not in source.blobs:
            self.blobs.add(source.synthetic_blob(digest), digest)
        image.blobs.add(digest)

    def put_manifest(self, image, data, media_type, pushed=None, expected=None):
        """Stores a manifest whose parts the image has; 400 when it is broken, not the expected one, or a part is missing."""
        body = self._parsed(data, media_type)
        digest = digest_of(data)
        if expected and expected != digest:
            raise Refusal(400, f"what came is {digest}", "DIGEST_INVALID")
        with self.lock:
            if not image.has(digest):
                make = self._index if media_type in INDEX_TYPES else self._manifest
                image.add(make(image, body, data, digest, media_type, pushed or now()))
            return image.find(digest)

    @staticmethod
    def _parsed(data, media_type):
        if media_type not in INDEX_TYPES + IMAGE_TYPES:
            raise Refusal(400, f"not a manifest this registry takes: {media_type}", "MANIFEST_INVALID")
        try:
            body = json.loads(data)
        except (ValueError, RecursionError):
            raise Refusal(400, "the manifest is not JSON", "MANIFEST_INVALID") from None
        if not isinstance(body, dict) or body.get("schemaVersion") != 2:
            raise Refusal(400, "the manifest's schemaVersion is not 2", "MANIFEST_INVALID")
        if body.get("mediaType", media_type) != media_type:
            raise Refusal(400, "the manifest's mediaType is not its Content-Type", "MANIFEST_INVALID")
        return body

    def _manifest(self, image, body, data, digest, media_type, pushed):
        parts = [self._descriptor(part) for part in [body.get("config")] + self._list(body, "layers")]
        for part in parts:
            foreign = part.get("urls") and "foreign" in part.get("mediaType", "")
            if not foreign and not self.has_blob(image, part["digest"]):
                raise Refusal(400, f"blob unknown: {part['digest']}", "MANIFEST_BLOB_UNKNOWN")
        config_type = parts[0].get("mediaType", "")
        kind = KINDS.get(config_type, "UNKNOWN")
        return Artifact(id=0, digest=digest, manifest=data, media_type=media_type, config_type=config_type, kind=kind,
                        size=len(data) + sum(part["size"] for part in parts), pushed=pushed,
                        attributes=self._attributes(image, kind, parts[0]))

    def _index(self, image, body, data, digest, media_type, pushed):
        children = []
        size = len(data)
        for part in map(self._descriptor, self._list(body, "manifests")):
            if not image.has(part["digest"]):
                raise Refusal(400, f"manifest unknown: {part['digest']}", "MANIFEST_BLOB_UNKNOWN")
            size += image.find(part["digest"]).size
            children.append(Child(part["digest"], part["size"], part.get("platform") or {}, part.get("annotations") or {}))
        return Artifact(id=0, digest=digest, manifest=data, media_type=media_type, config_type=media_type, kind="IMAGE",
                        size=size, pushed=pushed, children=children)

    @staticmethod
    def _list(body, member):
        found = body.get(member)
        if not isinstance(found, list):
            raise Refusal(400, f"the manifest's {member} is no list", "MANIFEST_INVALID")
        return found

    @staticmethod
    def _descriptor(part):
        if not isinstance(part, dict) or not isinstance(part.get("digest"), str) or type(part.get("size")) is not int:
            raise Refusal(400, "the manifest has a part without digest or size", "MANIFEST_INVALID")
        return part

    def _attributes(self, image, kind, part):
        """What a config tells about an image."""
        if kind != "IMAGE" or part["digest"] == LAYER_DIGEST:
            return {}
        digest = part["digest"]
        try:
            config = json.loads(self.blobs.read(digest) if digest in image.blobs else image.synthetic_blob(digest))
        except (ValueError, RecursionError):
            return {}
        if not isinstance(config, dict):
            return {}
        return {member: config[member] for member in ("architecture", "os", "author", "created", "config") if member in config}
