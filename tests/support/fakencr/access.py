# SPDX-License-Identifier: Apache-2.0
"""The key pair, what its role may do (R-010…R-014), and the tokens of the registry protocol."""
import base64
import hashlib
import hmac
import json
import os
import re
import time

from .names import Refusal

# What each role may do by the registry protocol; the management API asks the same question.
ACTIONS = {"admin": {"pull", "push", "delete"}, "member": {"pull"}, "uploader": {"push"}}
SERVICE = "harbor-registry"
SCOPE = re.compile(r"repository(?:\([a-z0-9]+\))?:([^:\s]+(?::\d+/[^:\s]+)?):([a-z,*]*)")


class Access:
    def __init__(self, app_key, key_id, secret, role, token_seconds):
        self.app_key = app_key
        self.role = role
        self._key_id = key_id.encode()
        self._secret = secret.encode()
        self._token_seconds = token_seconds
        self._signing_key = os.urandom(32)

    def is_pair(self, key_id, secret):
        """Unknown key and wrong secret take the same time and get the same answer (R-002)."""
        right_key = hmac.compare_digest(key_id.encode(), self._key_id)
        right_secret = hmac.compare_digest(secret.encode(), self._secret)
        return right_key and right_secret

    def may(self, action):
        return action in ACTIONS[self.role]

    def require(self, action, what):
        if not self.may(action):
            raise Refusal(403, f"the role {self.role} may not {what}")

    def is_basic(self, header):
        """Whether an Authorization header carries the key pair."""
        scheme, _, value = (header or "").partition(" ")
        if scheme.lower() != "basic":
            return False
        try:
            name, colon, secret = base64.b64decode(value.strip(), validate=True).decode().partition(":")
        except ValueError:
            return False
        return bool(colon) and self.is_pair(name, secret)

    def token(self, scopes):
        """The token endpoint's reply. Asking for too much is no error: the token carries what is allowed (R-014)."""
        granted = []
        for scope in " ".join(scopes).split():
            match = SCOPE.fullmatch(scope)
            if match:
                asked = set(match.group(2).split(","))
                actions = ACTIONS[self.role] & (ACTIONS["admin"] if "*" in asked else asked)
                granted.append({"type": "repository", "name": match.group(1), "actions": sorted(actions)})
        issued = int(time.time())
        claims = {"iss": "harbor-token-issuer", "aud": SERVICE, "iat": issued, "nbf": issued,
                  "exp": issued + self._token_seconds, "access": granted}
        text = ".".join((_encoded({"alg": "HS256", "typ": "JWT"}), _encoded(claims)))
        return {"token": f"{text}.{self._signature(text)}", "expires_in": self._token_seconds,
                "issued_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(issued))}

    def granted(self, header):
        """What a Bearer header's token allows, {image: actions}; None when it is no token of ours or has expired."""
        scheme, _, token = (header or "").partition(" ")
        text, _, signature = token.strip().rpartition(".")
        if scheme.lower() != "bearer" or not hmac.compare_digest(signature.encode(), self._signature(text).encode()):
            return None
        claims = json.loads(base64.urlsafe_b64decode(text.split(".")[1] + "=="))
        if time.time() >= claims["exp"]:
            return None
        allowed = {}
        for entry in claims["access"]:
            allowed.setdefault(entry["name"], set()).update(entry["actions"])
        return allowed

    def _signature(self, text):
        digest = hmac.new(self._signing_key, text.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _encoded(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
