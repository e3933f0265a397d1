# SPDX-License-Identifier: Apache-2.0
"""Fills a store, from numbers or from a JSON file.

The file: {"caches": [3], "registries": [{"name", "id", "metadata": {}, "registry_id", "allowed_cves": [], "images": […]}]}.
An image: {"name", "description", "pull_count", "synthetic": {"artifacts", "tags"}} or
{"name", …, "artifacts": [{"tags": ["1.0", {"name": "2.0", "immutable": true}], "pushed", "pulled", "size",
"platforms": ["linux/amd64", "linux/arm64/v8"], "media_type", "config_type"}]}. Two platforms or more make an index. Only
names are required.
"""
import json

from .names import NEVER, SECOND, is_image_name, is_registry_name, is_tag, moment
from .store import IMAGE_TYPES
from .synthetic import (BASE_TIME, LAYER, LAYER_DIGEST, OCI_CONFIG, OCI_INDEX, OCI_LAYER, OCI_MANIFEST, digest_of)

SYLLABLES = ("api", "web", "batch", "auth", "cart", "mail", "pay", "log")


def fill(store, registries, images, artifacts, tags):
    """`registries` registries of `images` images each, and so on down; every third image's name has two components."""
    for number in range(registries):
        registry = store.add_registry(f"registry-{number:05d}", {"public": "false"})
        for place in range(images):
            word = SYLLABLES[place % len(SYLLABLES)]
            name = f"team/{word}-{place:06d}" if place % 3 == 1 else f"{word}-{place:06d}"
            store.add_image(registry, name, artifacts, tags)


def load(store, path):
    """Fills `store` from the file; ValueError tells what is wrong with it."""
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    store.cache_ids.update(data.get("caches", []))
    for entry in data.get("registries", []):
        _require(is_registry_name(entry["name"]), f"registry name {entry['name']}")
        registry = store.add_registry(entry["name"], entry.get("metadata", {"public": "false"}), entry.get("registry_id", 0),
                                      entry.get("id"))
        registry.allowed_cves = list(entry.get("allowed_cves", []))
        for image in entry.get("images", []):
            _load_image(store, registry, image)


def _load_image(store, registry, entry):
    _require(is_image_name(entry["name"]), f"image name {entry['name']}")
    synthetic = entry.get("synthetic", {})
    _require(not (synthetic and entry.get("artifacts")), f"{entry['name']} is either synthetic or not")
    image = store.add_image(registry, entry["name"], synthetic.get("artifacts", 0), synthetic.get("tags", 0))
    image.description = entry.get("description", "")
    image.pull_count = entry.get("pull_count", 0)
    artifacts = [dict(artifact, place=place) for place, artifact in enumerate(entry.get("artifacts", []))]
    for artifact in artifacts:
        text = artifact.get("pushed")
        artifact["pushed"] = moment(text) if text else BASE_TIME - artifact["place"] * 3600 * SECOND
    for artifact in sorted(artifacts, key=lambda artifact: artifact["pushed"]):
        _load_artifact(store, image, artifact)


def _load_artifact(store, image, entry):
    platforms = entry.get("platforms", ["linux/amd64"])
    children = [_put_image(store, image, entry, _platform(text)) for text in platforms]
    artifact = children[0]
    if len(children) > 1:
        index = {"schemaVersion": 2, "mediaType": OCI_INDEX, "manifests": [
            {"mediaType": child.media_type, "digest": child.digest, "size": len(child.manifest), "platform": _platform(text)}
            for child, text in zip(children, platforms)]}
        artifact = store.put_manifest(image, json.dumps(index).encode(), OCI_INDEX, entry["pushed"])
    image.resize(artifact, entry.get("size", artifact.size))
    artifact.pulled = moment(entry.get("pulled")) if entry.get("pulled") else NEVER
    for tag in entry.get("tags", []):
        tag = {"name": tag} if isinstance(tag, str) else tag
        _require(is_tag(tag["name"]), f"tag {tag['name']}")
        image.put_tag(artifact, tag["name"], entry["pushed"], tag.get("immutable", False))


def _put_image(store, image, entry, platform):
    media_type = entry.get("media_type", OCI_MANIFEST)
    _require(media_type in IMAGE_TYPES, f"media type {media_type}")
    config = json.dumps({**platform, "config": {"Labels": {"place": f"{image.name} {entry['place']}"}},
                         "rootfs": {"type": "layers", "diff_ids": []}}).encode()
    for data in (config, LAYER):
        store.blobs.add(data, digest_of(data))
        image.blobs.add(digest_of(data))
    manifest = {"schemaVersion": 2, "mediaType": media_type,
                "config": {"mediaType": entry.get("config_type", OCI_CONFIG), "digest": digest_of(config),
                           "size": len(config)},
                "layers": [{"mediaType": OCI_LAYER, "digest": LAYER_DIGEST, "size": len(LAYER)}]}
    return store.put_manifest(image, json.dumps(manifest).encode(), media_type, entry["pushed"])


def _platform(text):
    system, architecture, *variant = text.split("/")
    return {"os": system, "architecture": architecture, **({"variant": variant[0]} if variant else {})}


def _require(holds, what):
    if not holds:
        raise ValueError(f"seed data: {what}")
