# SPDX-License-Identifier: Apache-2.0
"""One image: artifacts and tags that were pushed or seeded, over synthetic ones. Callers hold the store's lock."""
from dataclasses import dataclass

from .names import NEVER, Refusal, is_digest, now
from .policies import protects
from .synthetic import BASE_TIME, SECOND, Survivors

# What a synthetic artifact counts for in a registry's usage.
ROUGH_SIZE = 1000


@dataclass(slots=True)
class Tag:
    id: int
    name: str
    digest: str
    pushed: int
    pulled: int = NEVER
    immutable: bool = False


class Image:
    """Artifacts and tags come newest first; an untagged child of an index is not listed by itself, but can be asked for."""

    __slots__ = ("registry", "name", "id", "description", "pull_count", "created", "updated", "_synthetic", "_alive",
                 "_own", "_tags", "_tags_of", "_dealt", "_parents", "_pulled", "blobs", "_next_id", "_names",
                 "lists_children", "bytes")

    def __init__(self, registry, name, identity, created, synthetic=None, lists_children=False):
        self.registry = registry
        self.name = name
        self.id = identity
        self.description = ""
        self.pull_count = 0
        self.created = created
        self.updated = created
        self.lists_children = lists_children
        self.blobs = set()
        self._synthetic = synthetic
        self._alive = Survivors(synthetic.artifacts) if synthetic else Survivors(0)
        self._own = {}
        self._tags = {}
        self._tags_of = {}
        self._dealt = {}
        self._parents = {}
        self._pulled = {}
        self._next_id = 5_000_000
        self._names = None
        self.bytes = 0
        self._grow(len(self._alive) * ROUGH_SIZE)

    # Artifacts

    def artifact_count(self):
        return len(self._listed()) + len(self._alive)

    def artifacts(self, offset, length):
        own = self._listed()
        page = own[offset:offset + length]
        if len(page) < length and self._synthetic:
            numbers = self._alive.page(max(0, offset - len(own)), length - len(page))
            page += [self._with_state(self._synthetic.artifact(number)) for number in numbers]
        return page

    def resize(self, artifact, size):
        """Lets a pushed artifact claim another size."""
        self._grow(size - artifact.size)
        artifact.size = size

    def find(self, reference):
        """The artifact with this digest or tag; 404 when there is none."""
        digest = reference if is_digest(reference) else self._digest_of_tag(reference)
        artifact = self._by_digest(digest) if digest else None
        if artifact is None:
            raise Refusal(404, f"{self.name} has no artifact {reference}", "MANIFEST_UNKNOWN")
        return artifact

    def has(self, digest):
        return self._by_digest(digest) is not None

    def add(self, artifact):
        """Keeps a pushed artifact; the same digest again changes nothing."""
        if not self.has(artifact.digest):
            artifact.id = self._new_id()
            self._own[artifact.digest] = artifact
            self._grow(artifact.size)
            for child in artifact.children:
                self._parents.setdefault(child.digest, set()).add(artifact.digest)
            self.updated = artifact.pushed

    def remove(self, artifact):
        """The artifact with all its tags, and the children nobody else needs (R-042)."""
        parents = self._parents_of(artifact)
        if parents:
            raise Refusal(412, f"referenced by {sorted(parents)[0]}")
        self._refuse_protected(self._tags_of.get(artifact.digest, {}).values())
        self._drop(artifact)
        self.updated = now()

    def refuse_protected(self):
        """An image with a protected tag stays as it is (R-041)."""
        self._refuse_protected(self._tags.values())

    def count_pull(self, artifact, tag):
        self.pull_count += 1
        self._pulled[artifact.digest] = now()
        if tag in self._tags:
            self._tags[tag].pulled = now()

    # Tags

    def tags(self, artifact, offset, length):
        own = sorted(self._tags_of.get(artifact.digest, {}).values(), key=lambda tag: -tag.pushed)
        page = own[offset:offset + length]
        if len(page) < length and artifact.number is not None:
            places = self._dealt_to(artifact.number).page(max(0, offset - len(own)), length - len(page))
            page += [self._dealt_tag(artifact, place) for place in places]
        return page

    def tag(self, artifact, name):
        """The artifact's tag of this name; 404 when it has none."""
        if self._digest_of_tag(name) != artifact.digest:
            raise Refusal(404, f"{self.name} has no tag {name} on {artifact.digest}")
        return self._tags.get(name) or self._dealt_tag(
            artifact, self._synthetic.tag_number(name) // self._synthetic.artifacts)

    def create_tag(self, artifact, name):
        """Creating never moves a tag (R-043)."""
        if self._digest_of_tag(name):
            raise Refusal(409, f"{self.name} already has a tag {name}")
        self.put_tag(artifact, name, now())

    def refuse_move(self, name):
        """A push to a protected tag that exists is refused (R-091)."""
        tag = self._tags.get(name)
        self._refuse_protected([tag] if tag else [])

    def put_tag(self, artifact, name, pushed, immutable=False):
        """Puts the tag on the artifact, wherever it was before."""
        self._take_tag_away(name)
        if artifact.number is None and artifact.digest not in self._own:
            self._own[artifact.digest] = artifact
            if artifact.parent:
                self._parents.setdefault(artifact.digest, set()).add(artifact.parent)
        tag = Tag(self._new_id(), name, artifact.digest, pushed, immutable=immutable)
        self._tags[name] = tag
        self._tags_of.setdefault(artifact.digest, {})[name] = tag
        self._names = None
        self.updated = pushed

    def remove_tag(self, artifact, name):
        self._refuse_protected([self.tag(artifact, name)])
        self._take_tag_away(name)
        self.updated = now()

    def tag_names(self):
        """All names in ASCII order, as the registry protocol lists them."""
        if self._names is None:
            names = set(self._tags)
            if self._synthetic and self._synthetic.tags:
                for number in self._alive.page(0, self._alive.count):
                    names.update(self._synthetic.tag_name(number + place * self._synthetic.artifacts)
                                 for place in self._dealt_to(number).page(0, self._synthetic.tags))
            self._names = sorted(names)
        return self._names

    # Blobs of synthetic content

    def synthetic_blob(self, digest):
        return self._synthetic.blob(digest) if self._synthetic and len(self._alive) else None

    # Within

    def _grow(self, size):
        self.bytes += size
        self.registry.usage += size

    def _new_id(self):
        self._next_id += 1
        return self.id * 10_000_000 + self._next_id

    def _listed(self):
        return [self._with_state(artifact) for artifact in reversed(self._own.values())
                if self.lists_children or artifact.digest not in self._parents or artifact.digest in self._tags_of]

    def _with_state(self, artifact):
        artifact.pulled = self._pulled.get(artifact.digest, artifact.pulled)
        return artifact

    def _by_digest(self, digest):
        artifact = self._own.get(digest)
        if artifact is None and self._synthetic:
            artifact = self._synthetic.find(digest)
            if artifact is None or not self._is_alive(artifact):
                return None
        return artifact and self._with_state(artifact)

    def _is_alive(self, artifact):
        if artifact.number is not None:
            return artifact.number in self._alive
        return self._synthetic.find(artifact.parent).number in self._alive

    def _parents_of(self, artifact):
        parents = set(self._parents.get(artifact.digest, ()))
        if artifact.parent and self._by_digest(artifact.parent):
            parents.add(artifact.parent)
        return parents

    def _drop(self, artifact):
        for name in self._tags_of.pop(artifact.digest, {}):
            del self._tags[name]
        self._names = None
        if self._own.pop(artifact.digest, None) and not artifact.parent:
            self._grow(-artifact.size)
        if artifact.number is not None:
            self._grow(-ROUGH_SIZE)
            self._alive.remove(artifact.number)
            self._dealt.pop(artifact.number, None)
        for child in artifact.children:
            parents = self._parents.get(child.digest, set())
            parents.discard(artifact.digest)
            if not parents:
                self._parents.pop(child.digest, None)
                if child.digest in self._own and child.digest not in self._tags_of:
                    self._drop(self._own[child.digest])

    def _digest_of_tag(self, name):
        if name in self._tags:
            return self._tags[name].digest
        number = self._synthetic.tag_number(name) if self._synthetic else None
        if number is None:
            return None
        owner, place = number % self._synthetic.artifacts, number // self._synthetic.artifacts
        if owner not in self._alive or place not in self._dealt_to(owner):
            return None
        return self._synthetic.artifact(owner).digest

    def _dealt_to(self, number):
        """Which of the tags dealt to a synthetic artifact are still there."""
        if number not in self._dealt:
            return Survivors(self._synthetic.tags_of(number))
        return self._dealt[number]

    def _dealt_tag(self, artifact, place):
        number = artifact.number + place * self._synthetic.artifacts
        return Tag(self._synthetic.first_id * 2 + number, self._synthetic.tag_name(number), artifact.digest,
                   BASE_TIME - number * SECOND)

    def _take_tag_away(self, name):
        self._names = None
        tag = self._tags.pop(name, None)
        if tag:
            tags = self._tags_of[tag.digest]
            del tags[name]
            if not tags:
                del self._tags_of[tag.digest]
        elif self._digest_of_tag(name):
            number = self._synthetic.tag_number(name)
            owner, place = number % self._synthetic.artifacts, number // self._synthetic.artifacts
            self._dealt.setdefault(owner, self._dealt_to(owner)).remove(place)

    def _refuse_protected(self, tags):
        for tag in tags:
            if tag.immutable or protects(self.registry, self.name, tag.name):
                raise Refusal(412, f"tag {tag.name} is protected")
