# SPDX-License-Identifier: Apache-2.0
"""Objects of the management API as the vendor sends them.

Every member may be absent (those that name an object only by an option of their own), members nobody documented come along,
times have 0–9 fraction digits, "never" has two spellings. What an object looks like follows from the seed and its id, so a run
can be repeated.
"""
import hashlib

from .names import NEVER, rfc3339
from .policies import protects

NEVERS = ("0001-01-01T00:00:00Z", "")
REPORT = "application/vnd.security.vulnerability.report; version=1.1"
# Members that name an object.
NAMING = {"registry": {"project_id", "name"}, "image": {"name"}, "artifact": {"digest"}, "tag": {"name"},
          "reference": {"child_digest"}, "attributes": set()}
EXTRAS = (("update_time", "2024-05-06T07:08:09.1Z"), ("dest_namespace_replace_count", -1), ("icon", "sha256:0048162a"),
          ("owner_id", 1), ("x_internal", {"deleted": False, "tags": None, "name": ["not", {"the": "name"}]}),
          ("chart_count", 0), ("self", None), ("정책", "내부"), ("weight", 1.5e300), ("rows", [[], {}, [[]]]))


class Dice:
    """Up to 64 throws that depend on nothing but their key."""

    def __init__(self, *key):
        self._bytes = iter(hashlib.blake2b(repr(key).encode()).digest())

    def below(self, limit):
        return next(self._bytes) % limit

    def chance(self, probability):
        return next(self._bytes) < probability * 256


class Replies:
    def __init__(self, seed, absent, absent_names, host, inline_tags):
        self._seed = seed
        self._absent = absent
        self._absent_names = absent_names
        self._host = host
        self._inline_tags = inline_tags or 1 << 60

    def registry(self, registry):
        dice = self._dice("registry", registry.id)
        return self._thinned("registry", dice, {
            "project_id": registry.id,
            "name": registry.name,
            "creation_time": self._time(dice, registry.created),
            "update_time": self._time(dice, registry.updated),
            "repo_count": len(registry.images),
            "metadata": dict(registry.metadata),
            "cve_allowlist": {"id": registry.id + 7, "project_id": registry.id,
                              "items": [{"cve_id": cve} for cve in registry.allowed_cves]},
            "registry_id": registry.cache_id,
            "usage": registry.usage,
            "uri": f"{self._host}/{registry.name}",
            "private_uri": f"private-{self._host}/{registry.name}"})

    def image(self, image):
        dice = self._dice("image", image.id)
        return self._thinned("image", dice, {
            "id": image.id,
            "name": f"{image.registry.name}/{image.name}",
            "project_id": image.registry.id,
            "description": image.description,
            "pull_count": image.pull_count,
            "artifact_count": image.artifact_count(),
            "creation_time": self._time(dice, image.created),
            "update_time": self._time(dice, image.updated)})

    def artifact(self, image, artifact, with_scan, with_accessory):
        dice = self._dice("artifact", artifact.id)
        tags = [self.tag(image, artifact, tag) for tag in image.tags(artifact, 0, self._inline_tags)]
        members = {
            "id": artifact.id,
            "digest": artifact.digest,
            "manifest_media_type": artifact.media_type,
            "media_type": artifact.config_type,
            "type": artifact.kind,
            "size": artifact.size,
            "push_time": self._time(dice, artifact.pushed),
            "pull_time": self._time(dice, artifact.pulled),
            "project_id": image.registry.id,
            "repository_id": image.id,
            "extra_attrs": self._attributes(dice, artifact),
            "tags": tags or None,
            "references": [self._reference(artifact, child) for child in artifact.children] or None,
            "labels": None,
            "accessories": [] if with_accessory else None,
            "icon": "sha256:0048162a053eef4d4ce3fe7518615bef084403614f8bca43b40ae2e762e11e06"}
        if with_scan and not artifact.children:
            members["scan_overview"] = {REPORT: {"scan_status": "Success", "severity": "None", "duration": 3,
                                                 "summary": {"total": 0, "summary": None}}}
        thinned = self._thinned("artifact", dice, members)
        # An artifact's tags may only be missing when it has none, or they could not be told from it.
        if tags:
            thinned["tags"] = tags
        if artifact.children:
            thinned["references"] = members["references"]
        return thinned

    def tag(self, image, artifact, tag):
        dice = self._dice("tag", tag.id)
        return self._thinned("tag", dice, {
            "id": tag.id,
            "name": tag.name,
            "push_time": self._time(dice, tag.pushed),
            "pull_time": self._time(dice, tag.pulled),
            "immutable": tag.immutable or protects(image.registry, image.name, tag.name),
            "signed": False,
            "artifact_id": artifact.id,
            "repository_id": image.id})

    def _reference(self, artifact, child):
        dice = self._dice("reference", artifact.id, child.digest)
        platform = dict(child.platform)
        platform.setdefault("OsFeatures", None)
        return self._thinned("reference", dice, {
            "parent_id": artifact.id,
            "child_id": dice.below(200) + 1,
            "child_digest": child.digest,
            "platform": platform,
            "annotations": child.annotations or None,
            "urls": None})

    def _attributes(self, dice, artifact):
        if artifact.children:
            return None
        return self._thinned("attributes", dice, dict(artifact.attributes), extras=False)

    def _dice(self, *key):
        return Dice(self._seed, *key)

    @staticmethod
    def _time(dice, moment):
        return NEVERS[dice.below(2)] if moment == NEVER else rfc3339(moment, dice.below(10))

    def _thinned(self, kind, dice, members, extras=True):
        named = NAMING[kind]
        thinned = {name: value for name, value in members.items()
                   if not dice.chance(self._absent_names if name in named else self._absent)}
        if extras:
            for _ in range(dice.below(3)):
                name, value = EXTRAS[dice.below(len(EXTRAS))]
                if name not in members:
                    thinned[name] = value
        return thinned
