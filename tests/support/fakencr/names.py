# SPDX-License-Identifier: Apache-2.0
"""Grammar of names, tags and digests (R-021, R-022, R-025…R-027), times, and the refusal both APIs answer with."""
import calendar
import re
import time

COMPONENT = re.compile(r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*")
REGISTRY = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
TAG = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,127}")
DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
CVE = re.compile(r"CVE-\d{4}-\d{4,}")
RESERVED = {"v2", "api", "service", "ncr", "c"}
LONGEST_NAME = 255
NEVER = 0
SECOND = 1_000_000_000

# The OCI error code that goes with a status when nothing better is known.
OCI_CODES = {400: "UNSUPPORTED", 401: "UNAUTHORIZED", 403: "DENIED", 404: "NAME_UNKNOWN", 405: "UNSUPPORTED",
             409: "CONFLICT", 412: "PRECONDITION", 413: "SIZE_INVALID", 416: "BLOB_UPLOAD_INVALID",
             429: "TOOMANYREQUESTS", 500: "UNKNOWN"}


class Refusal(Exception):
    """What plain HTTP would answer with `status`; the management API answers 200 and 10000 + `status`."""

    def __init__(self, status, message, code=None, headers=()):
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code or OCI_CODES.get(status, "UNKNOWN")
        self.headers = list(headers)


def is_registry_name(text):
    return len(text) <= LONGEST_NAME and bool(REGISTRY.fullmatch(text)) and text not in RESERVED


def is_image_name(text):
    return len(text) <= LONGEST_NAME and all(COMPONENT.fullmatch(part) for part in text.split("/"))


def is_tag(text):
    return bool(TAG.fullmatch(text))


def is_digest(text):
    return bool(DIGEST.fullmatch(text))


def now():
    return time.time_ns()


def rfc3339(moment, digits):
    """`moment` (nanoseconds since 1970) in UTC with 0–9 fraction digits."""
    seconds, rest = divmod(moment, SECOND)
    text = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))
    return f"{text}.{rest:09d}"[:20 + digits] + "Z" if digits else text + "Z"


def moment(text):
    """The reverse of rfc3339(): nanoseconds since 1970, NEVER for an empty text or none."""
    if not text:
        return NEVER
    match = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z", text)
    if not match:
        raise ValueError(f"not a UTC time: {text}")
    seconds = calendar.timegm(time.strptime(match.group(1), "%Y-%m-%dT%H:%M:%S"))
    return seconds * SECOND + int((match.group(2) or "0").ljust(9, "0"))
