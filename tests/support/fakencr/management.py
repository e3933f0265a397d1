# SPDX-License-Identifier: Apache-2.0
"""The management API, /ncr/v2.0/appkeys/{appKey}/…: registries, images, artifacts and tags; policies are in policies.py.

It always answers 200 with an envelope; a failure's code is 10000 plus what plain HTTP would answer. It is strict: an image's
name is one segment with %252F (or %2F, by option) between its components, paths have no slash too many, JSON comes as
application/json, pages are numbers from 1.
"""
import itertools
import json
import re
from urllib.parse import unquote

from .http import json_reply
from .names import CVE, Refusal, is_digest, is_image_name, is_registry_name, is_tag, now
from .policies import Policies
from .replies import Dice

KEYS_PATH = re.compile(r"/ncr/v2\.0/appkeys/([^/]+)((?:/.*)?)")
NUMBER = re.compile(r"-?[0-9]{1,18}")
LARGEST_BODY = 1 << 20
BOOLEAN_METADATA = {"auto_scan", "prevent_vul", "reuse_sys_cve_allowlist", "enable_content_trust_cosign", "public"}
SEVERITIES = {"critical", "high", "medium", "low", "none"}


class Management:
    def __init__(self, store, access, replies, separator, seed, largest_page):
        self._store = store
        self._access = access
        self._replies = replies
        self._separator = separator
        self._seed = seed
        self._largest_page = largest_page
        self._counter = itertools.count()
        image = r"/registries/([^/]+)/images/([^/]+)"
        artifact = image + r"/artifacts/([^/]+)"
        self._routes = [(re.compile(pattern), calls) for pattern, calls in (
            (r"/registries", {"GET": self._list_registries, "POST": self._create_registry}),
            (r"/registries/([^/]+)", {"GET": self._get_registry, "PUT": self._change_registry,
                                      "DELETE": self._delete_registry}),
            (r"/registries/([^/]+)/images", {"GET": self._list_images}),
            (image, {"GET": self._get_image, "DELETE": self._delete_image}),
            (image + r"/artifacts", {"GET": self._list_artifacts}),
            (artifact, {"GET": self._get_artifact, "DELETE": self._delete_artifact}),
            (artifact + r"/tags", {"GET": self._list_tags, "POST": self._create_tag}),
            (artifact + r"/tags/([^/]+)", {"DELETE": self._delete_tag}),
            *Policies(self, store, access).routes())]

    def answer(self, request):
        """The reply to a request for anything that is not the registry protocol."""
        try:
            payload = self._called(request)
        except Refusal as refusal:
            return self.failure(10000 + refusal.status, refusal.message)
        message = ("SUCCESS", "SUCCESS:")[self._throw().below(2)]
        return self._envelope({"header": {"isSuccessful": True, "resultCode": 200, "resultMessage": message}, **payload})

    def failure(self, code, message):
        return self._envelope({"header": {"isSuccessful": False, "resultCode": code, "resultMessage": message}})

    def _called(self, request):
        match = KEYS_PATH.fullmatch(request.path)
        if not match:
            raise Refusal(404, f"unknown path {request.path}")
        right_pair = self._access.is_pair(request.headers.get("X-TC-AUTHENTICATION-ID", ""),
                                          request.headers.get("X-TC-AUTHENTICATION-SECRET", ""))
        if not right_pair or match.group(1) != self._access.app_key:
            raise Refusal(401, "unknown app key, or wrong key pair")
        for pattern, calls in self._routes:
            found = pattern.fullmatch(match.group(2))
            if found:
                if request.method not in calls:
                    raise Refusal(405, f"{request.method} is no call of {request.path}")
                # A body is read before the lock is taken, so that a slow client holds up nobody.
                body = _json_of(request) if request.method in ("POST", "PUT") else None
                with self._store.lock:
                    return calls[request.method](request, body, *found.groups()) or {}
        raise Refusal(404, f"unknown path {request.path}")

    # Registries

    def _list_registries(self, request, _):
        offset, length = self.page(request)
        return {"registries": [self._replies.registry(one) for one in self._store.registries(offset, length)]}

    def _get_registry(self, request, _, segment):
        return {"registry": self._replies.registry(self.registry_of(request, segment))}

    def _create_registry(self, _, body):
        self._access.require("delete", "create registries")
        name = body.get("project_name")
        if not isinstance(name, str) or not is_registry_name(name):
            raise Refusal(400, "project_name: lowercase letters and digits, single . _ - between them, at most 255, "
                               "no reserved word")
        cache_id = body.get("registry_id") or 0
        if type(cache_id) is not int or cache_id < 0:
            raise Refusal(400, "registry_id is no id")
        self._store.add_registry(name, {"public": "false", **_metadata_of(body)}, cache_id)

    def _change_registry(self, request, body, segment):
        self._access.require("delete", "change registries")
        registry = self.registry_of(request, segment)
        metadata = _metadata_of(body)
        cves = _cves_of(body)
        registry.metadata.update(metadata)
        if cves is not None:
            registry.allowed_cves = cves
        registry.updated = now()

    def _delete_registry(self, request, _, segment):
        self._access.require("delete", "delete registries")
        self._store.remove_registry(self.registry_of(request, segment))

    # Images

    def _list_images(self, request, _, segment):
        offset, length = self.page(request)
        registry = self._registry(segment)
        names = registry.image_names[offset:offset + length]
        return {"images": [self._replies.image(registry.images[name]) for name in names]}

    def _get_image(self, _request, _, registry, image):
        return {"image": self._replies.image(self._image(registry, image))}

    def _delete_image(self, _request, _, registry, image):
        self._access.require("delete", "delete images")
        self._store.remove_image(self._image(registry, image))

    # Artifacts

    def _list_artifacts(self, request, _, registry, image):
        offset, length = self.page(request)
        flags = _flags(request)
        found = self._image(registry, image)
        return {"artifacts": [self._replies.artifact(found, one, *flags) for one in found.artifacts(offset, length)]}

    def _get_artifact(self, request, _, registry, image, reference):
        flags = _flags(request)
        found = self._image(registry, image)
        return {"artifact": self._replies.artifact(found, found.find(_reference(reference)), *flags)}

    def _delete_artifact(self, _request, _, registry, image, reference):
        self._access.require("delete", "delete artifacts")
        found = self._image(registry, image)
        found.remove(found.find(_reference(reference)))

    # Tags

    def _list_tags(self, request, _, registry, image, reference):
        offset, length = self.page(request)
        found = self._image(registry, image)
        artifact = found.find(_reference(reference))
        return {"tags": [self._replies.tag(found, artifact, tag) for tag in found.tags(artifact, offset, length)]}

    def _create_tag(self, _request, body, registry, image, reference):
        self._access.require("push", "create tags")
        found = self._image(registry, image)
        if found.registry.cache_id:
            raise Refusal(405, f"registry {found.registry.name} is an image cache")
        name = body.get("name")
        if not isinstance(name, str) or not is_tag(name):
            raise Refusal(400, "name: letters, digits, _ . -, the first no . or -, at most 128")
        found.create_tag(found.find(_reference(reference)), name)

    def _delete_tag(self, _request, _, registry, image, reference, tag):
        self._access.require("delete", "delete tags")
        if not is_tag(tag):
            raise Refusal(400, f"{tag} is no tag")
        found = self._image(registry, image)
        found.remove_tag(found.find(_reference(reference)), tag)

    def page(self, request):
        """(offset, length): a page below 1 or a size below 1 is refused, a size above the largest counts as that."""
        numbers = []
        for name, default in (("page", "1"), ("page_size", "10")):
            text = request.one(name, default)
            if not NUMBER.fullmatch(text) or int(text) < 1:
                raise Refusal(400, f"{name} is no number from 1: {text}")
            numbers.append(int(text))
        length = min(numbers[1], self._largest_page)
        return (numbers[0] - 1) * length, length

    # Segments

    def registry_of(self, request, segment):
        """A registry by name or id: digits are an id unless X-Is-Resource-Name is true."""
        header = request.headers.get("X-Is-Resource-Name")
        if header is not None and header.lower() not in ("true", "false"):
            raise Refusal(422, f"X-Is-Resource-Name is no boolean: {header}")
        is_name = header is not None and header.lower() == "true"
        if not is_name and NUMBER.fullmatch(segment):
            return self._store.registry_with_id(int(segment))
        return self._registry(segment)

    def _registry(self, segment):
        if "%" in segment:
            raise Refusal(400, f"a registry's name needs no percent: {segment}")
        return self._store.registry(segment)

    def _image(self, registry, segment):
        separator = re.compile(re.escape(self._separator), re.IGNORECASE)
        name = separator.sub("/", segment)
        if not is_image_name(name):
            raise Refusal(400, f"an image's name is components with {self._separator} between them, not {segment}")
        return self._registry(registry).image(name)

    # Envelope

    def _throw(self):
        return Dice(self._seed, "envelope", next(self._counter))

    def _envelope(self, value):
        content_type = ("application/json", "application/json;charset=UTF-8")[self._throw().below(2)]
        return json_reply(200, value, content_type=content_type)


def _reference(segment):
    """A digest, whose colon may come as %3A, or a tag."""
    text = unquote(segment) if re.fullmatch(r"sha256%3[Aa][0-9a-f]{64}", segment) else segment
    if not is_digest(text) and not is_tag(text):
        raise Refusal(400, f"{segment} is neither a digest nor a tag")
    return text


def _flags(request):
    flags = []
    for name in ("with_scan_overview", "with_accessory"):
        text = request.one(name, "false")
        if text not in ("true", "false"):
            raise Refusal(422, f"{name} is no boolean: {text}")
        flags.append(text == "true")
    return flags


def _json_of(request):
    kind, _, parameters = request.headers.get("Content-Type", "").partition(";")
    if kind.strip().lower() != "application/json" or parameters.strip().lower() not in ("", "charset=utf-8"):
        raise Refusal(415, f"a body is application/json, not {kind or 'without a type'}")
    try:
        body = json.loads(request.body.read(LARGEST_BODY).decode("utf-8"))
    except (ValueError, RecursionError):
        raise Refusal(400, "the body is not JSON") from None
    if not isinstance(body, dict):
        raise Refusal(400, "the body is no JSON object")
    return body


def _metadata_of(body):
    """Metadata values are strings, "true" or "false" where they mean it."""
    metadata = body.get("metadata")
    if metadata is None:
        return {}
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise Refusal(400, "metadata is no map of strings")
    for name, value in metadata.items():
        if name in BOOLEAN_METADATA and value not in ("true", "false"):
            raise Refusal(400, f'{name} is neither "true" nor "false"')
        if name == "severity" and value not in SEVERITIES:
            raise Refusal(400, f"severity {value} is none")
    return metadata


def _cves_of(body):
    """The allowed CVE ids of a body, None when it has no list."""
    allowlist = body.get("cve_allowlist")
    if allowlist is None:
        return None
    items = allowlist.get("items") if isinstance(allowlist, dict) else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise Refusal(400, "cve_allowlist has no items")
    cves = [item.get("cve_id") for item in items]
    if not all(isinstance(cve, str) and CVE.fullmatch(cve) for cve in cves):
        raise Refusal(400, "cve_allowlist has an item that is no CVE id")
    return cves
