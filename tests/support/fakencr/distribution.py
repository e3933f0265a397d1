# SPDX-License-Identifier: Apache-2.0
"""The registry protocol at /v2/ and its token endpoint /service/token.

Bearer tokens only; Basic only buys a token. Addresses of uploads are relative, carry a query and change with every step. No
catalog, no referrers, no upload in a single POST: a client has to do without.
"""
import bisect
import re
from urllib.parse import quote, unquote

from .access import SERVICE
from .http import Reply, json_reply
from .names import LONGEST_NAME, Refusal, is_digest, is_image_name, is_tag, now

TOKEN_PATH = "/service/token"
LARGEST_MANIFEST = 4 << 20
VERSION = ("Docker-Distribution-Api-Version", "registry/2.0")
UPLOADS = re.compile(r"/v2/(.+)/blobs/uploads/")
UPLOAD = re.compile(r"/v2/(.+)/blobs/uploads/([^/]+)")
BLOB = re.compile(r"/v2/(.+)/blobs/([^/]+)")
MANIFEST = re.compile(r"/v2/(.+)/manifests/([^/]+)")
TAGS = re.compile(r"/v2/(.+)/tags/list")


class Distribution:
    def __init__(self, store, access, tag_page):
        self._store = store
        self._access = access
        self._tag_page = tag_page
        self._routes = (
            (UPLOADS, {"POST": self._start_upload}),
            (UPLOAD, {"GET": self._upload_status, "PATCH": self._upload_piece, "PUT": self._finish_upload,
                      "DELETE": self._cancel_upload}),
            (BLOB, {"GET": self._blob, "HEAD": self._blob, "DELETE": None}),
            (MANIFEST, {"GET": self._manifest, "HEAD": self._manifest, "PUT": self._put_manifest,
                        "DELETE": self._delete_manifest}),
            (TAGS, {"GET": self._list_tags}))

    @staticmethod
    def serves(path):
        return path in ("/v2", TOKEN_PATH) or path.startswith("/v2/")

    def answer(self, request):
        try:
            reply = self._token(request) if request.path == TOKEN_PATH else self._called(request)
        except Refusal as refusal:
            reply = self.failure(request, refusal.status, refusal.code, refusal.message, refusal.headers)
        reply.headers.append(VERSION)
        return reply

    def failure(self, request, status, code, message, headers=()):
        headers = list(headers)
        if status == 401 and request.path != TOKEN_PATH and not headers:
            headers.append(self._challenge(request, 'error="invalid_token"'))
        return json_reply(status, {"errors": [{"code": code, "message": message, "detail": None}]}, headers)

    # Tokens

    def _token(self, request):
        if request.method != "GET":
            raise Refusal(405, "tokens come by GET")
        if not self._access.is_basic(request.headers.get("Authorization")):
            raise Refusal(401, "unauthorized")
        if request.one("service") != SERVICE:
            raise Refusal(400, "unknown service")
        return json_reply(200, self._access.token(request.all("scope")))

    @staticmethod
    def _challenge(request, extra=""):
        value = f'Bearer realm="{request.base}{TOKEN_PATH}",service="{SERVICE}"'
        return "WWW-Authenticate", f"{value},{extra}" if extra else value

    def _granted(self, request):
        header = request.headers.get("Authorization")
        granted = self._access.granted(header)
        if granted is None:
            is_bearer = (header or "").lower().startswith("bearer ")
            extra = 'error="invalid_token"' if is_bearer else self._scope_of(request)
            raise Refusal(401, "authentication required", headers=[self._challenge(request, extra)])
        return granted

    @staticmethod
    def _scope_of(request):
        for pattern in (UPLOADS, UPLOAD, BLOB, MANIFEST, TAGS):
            match = pattern.fullmatch(request.path)
            if match:
                actions = {"GET": "pull", "HEAD": "pull", "DELETE": "delete"}.get(request.method, "pull,push")
                return f'scope="repository:{match.group(1)}:{actions}"'
        return ""

    def _require(self, request, granted, name, action):
        """403 for what the role forbids, 401 with a scope for what only this token lacks."""
        actions = granted.get(name, set())
        if request.method == "HEAD" and "push" in actions:
            return
        if not self._access.may(action) and not (request.method == "HEAD" and self._access.may("push")):
            raise Refusal(403, f"requested access to the resource is denied: {action}", "DENIED")
        if action not in actions:
            extra = f'{self._scope_of(request)},error="insufficient_scope"'
            raise Refusal(401, f"this token does not allow {action}", headers=[self._challenge(request, extra)])

    # Routing

    def _called(self, request):
        granted = self._granted(request)
        if request.path == "/v2/" and request.method in ("GET", "HEAD"):
            return json_reply(200, {})
        if request.path == "/v2/_catalog":
            raise Refusal(403, "the catalog is not offered", "DENIED")
        for pattern, calls in self._routes:
            match = pattern.fullmatch(request.path)
            if not match:
                continue
            call = calls.get(request.method)
            if call is None:
                raise Refusal(405, f"{request.method} is not supported here")
            name = match.group(1)
            self._check_name(request, name)
            action = {"GET": "pull", "HEAD": "pull", "DELETE": "delete"}.get(request.method, "push")
            if pattern is UPLOAD:
                action = "push"
            self._require(request, granted, name, action)
            rest = match.groups()[1:]
            return call(request, granted, name, *rest) if pattern is UPLOADS else call(request, name, *rest)
        raise Refusal(404, f"unknown path {request.path}", "UNSUPPORTED")

    @staticmethod
    def _check_name(request, name):
        if not is_image_name(name) or len(request.host) + 1 + len(name) > LONGEST_NAME:
            raise Refusal(400, f"invalid repository name {name}", "NAME_INVALID")

    def _registry(self, name):
        """(registry, image name) of a repository's name."""
        registry, slash, image = name.partition("/")
        if not slash:
            raise Refusal(404, f"{name} names no registry")
        return self._store.registry(registry), image

    def _image(self, name):
        registry, image = self._registry(name)
        return registry.image(image)

    def _image_to_push(self, name):
        registry, image = self._registry(name)
        if registry.cache_id:
            raise Refusal(403, f"registry {registry.name} is a proxy cache", "DENIED")
        return registry, image

    @staticmethod
    def _digest(text):
        digest = unquote(text or "") if re.fullmatch(r"sha256(:|%3[Aa])[0-9a-f]{64}", text or "") else ""
        if not is_digest(digest):
            raise Refusal(400, f"no sha256 digest: {text}", "DIGEST_INVALID")
        return digest

    # Blobs

    def _blob(self, request, name, text):
        digest = self._digest(text)
        with self._store.lock:
            image = self._image(name)
            if not self._store.has_blob(image, digest):
                raise Refusal(404, f"blob unknown: {digest}", "BLOB_UNKNOWN")
            size = self._store.blob_size(image, digest)
            data = b"" if digest in image.blobs else image.synthetic_blob(digest)
        start, end, status = 0, size, 200
        match = re.fullmatch(r"bytes=(\d+)-(\d*)", request.headers.get("Range", ""))
        if match:
            start, end, status = int(match.group(1)), min(size, int(match.group(2) or size) + 1), 206
            if start >= end:
                raise Refusal(416, "no such range", headers=[("Content-Range", f"bytes */{size}")])
        headers = [("Content-Type", "application/octet-stream"), ("Docker-Content-Digest", digest), ("Accept-Ranges", "bytes")]
        if status == 206:
            headers.append(("Content-Range", f"bytes {start}-{end - 1}/{size}"))
        if request.method == "HEAD":
            return Reply(status, headers, declared=end - start)
        if data:
            return Reply(status, headers, data[start:end])
        return Reply(status, headers, file=(self._store.blobs.path(digest), start), length=end - start)

    def _start_upload(self, request, granted, name):
        mount, source = request.one("mount"), request.one("from")
        with self._store.lock:
            registry, image = self._image_to_push(name)
            may_mount = granted.get(source, set()) & {"pull", "push"}
            if mount and source and may_mount and self._mount(registry, image, mount, source):
                return Reply(201, [("Location", f"/v2/{name}/blobs/{mount}"), ("Docker-Content-Digest", mount)])
            upload = self._store.blobs.start(name)
        return self._progress(202, upload)

    def _mount(self, registry, image, mount, source):
        try:
            origin = self._image(source)
        except Refusal:
            return False
        if not is_digest(mount) or not self._store.has_blob(origin, mount):
            return False
        self._store.link_blob(origin, self._store.add_image(registry, image), mount)
        return True

    @staticmethod
    def _progress(status, upload):
        return Reply(status, [("Location", upload.address), ("Docker-Upload-UUID", upload.id), ("Range", upload.range)])

    def _upload_status(self, _, name, identity):
        return self._progress(204, self._store.blobs.upload(name, identity))

    def _step(self, request, name, identity):
        """The upload, when the request uses its latest address."""
        upload = self._store.blobs.upload(name, identity)
        if not upload.is_latest(request.one("_state")):
            raise Refusal(400, "not the latest address of this upload", "BLOB_UPLOAD_INVALID")
        return upload

    def _upload_piece(self, request, name, identity):
        upload = self._step(request, name, identity)
        with upload.lock:
            said = request.headers.get("Content-Range")
            if said and not said.startswith(f"{upload.size}-"):
                raise Refusal(416, f"at {upload.size}, not {said}", headers=[("Range", upload.range),
                                                                            ("Location", upload.address)])
            upload.append(request.body)
        return self._progress(202, upload)

    def _finish_upload(self, request, name, identity):
        upload = self._step(request, name, identity)
        digest = self._digest(request.one("digest"))
        with upload.lock:
            upload.append(request.body)
        with self._store.lock:
            registry, image = self._image_to_push(name)
            self._store.blobs.finish(upload, digest)
            self._store.add_image(registry, image).blobs.add(digest)
        return Reply(201, [("Location", f"/v2/{name}/blobs/{digest}"), ("Docker-Content-Digest", digest)])

    def _cancel_upload(self, _, name, identity):
        self._store.blobs.cancel(self._store.blobs.upload(name, identity))
        return Reply(204)

    # Manifests

    @staticmethod
    def _reference(text):
        reference = unquote(text) if re.fullmatch(r"sha256%3[Aa][0-9a-f]{64}", text) else text
        if not is_digest(reference) and not is_tag(reference):
            raise Refusal(400, f"neither digest nor tag: {text}", "TAG_INVALID")
        return reference

    def _manifest(self, request, name, text):
        reference = self._reference(text)
        with self._store.lock:
            image = self._image(name)
            artifact = image.find(reference)
            accepted = ",".join(request.headers.get_all("Accept") or [])
            if accepted and "*/*" not in accepted and artifact.media_type not in accepted:
                raise Refusal(404, f"{artifact.media_type} found, but not accepted", "MANIFEST_UNKNOWN")
            headers = [("Content-Type", artifact.media_type), ("Docker-Content-Digest", artifact.digest)]
            if request.method == "HEAD":
                return Reply(200, headers, declared=len(artifact.manifest))
            image.count_pull(artifact, reference)
        return Reply(200, headers, artifact.manifest)

    def _put_manifest(self, request, name, text):
        reference = self._reference(text)
        data = request.body.read(LARGEST_MANIFEST)
        with self._store.lock:
            registry, image_name = self._image_to_push(name)
            image = self._store.add_image(registry, image_name)
            if not is_digest(reference):
                image.refuse_move(reference)
            artifact = self._store.put_manifest(image, data, request.headers.get("Content-Type", "").split(";")[0].strip(),
                                                expected=reference if is_digest(reference) else None)
            if not is_digest(reference):
                image.put_tag(artifact, reference, now())
        return Reply(201, [("Location", f"/v2/{name}/manifests/{artifact.digest}"),
                           ("Docker-Content-Digest", artifact.digest)])

    def _delete_manifest(self, _, name, text):
        reference = self._reference(text)
        if not is_digest(reference):
            raise Refusal(405, "manifests are deleted by digest")
        with self._store.lock:
            image = self._image(name)
            image.remove(image.find(reference))
        return Reply(202)

    # Tags

    def _list_tags(self, request, name):
        count, last = request.one("n"), request.one("last", "")
        if count is not None and not re.fullmatch(r"[0-9]{1,9}", count):
            raise Refusal(400, f"n is no number: {count}", "PAGINATION_NUMBER_INVALID")
        length = min(self._tag_page, int(count)) if count is not None else self._tag_page
        with self._store.lock:
            names = self._image(name).tag_names()
        start = bisect.bisect_right(names, last) if last else 0
        page = names[start:start + length]
        headers = []
        if page and start + length < len(names):
            headers.append(("Link", f'</v2/{name}/tags/list?last={quote(page[-1])}&n={length}>; rel="next"'))
        return json_reply(200, {"name": name, "tags": page or None}, headers)
