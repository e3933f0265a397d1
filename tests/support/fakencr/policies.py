# SPDX-License-Identifier: Apache-2.0
"""Protection, cleanup and webhooks of the management API (calls 6 to 24). A registry is named by its number where the guide names only that.

A run of a cleanup is done at once, says Running to whoever asks for it first, and Success from then on. Webhooks are kept and never sent.
"""
import itertools
import re
from urllib.parse import urlsplit

from . import globs
from .names import NEVER, SECOND, Refusal, now, rfc3339

MOST_RULES = 15
DAY = 24 * 60 * 60
EVENTS = {"PUSH_ARTIFACT", "PULL_ARTIFACT", "DELETE_ARTIFACT"}
PORTS = {80, 88, 443, 8443}
KEEPS = {"always", "latest_pushed_n_images", "latest_pulled_n_images", "n_days_since_last_push", "n_days_since_last_pull"}
FIELDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 6))
NUMBER = re.compile(r"[0-9]{1,18}")


class Policies:
    def __init__(self, management, store, access):
        self._of = management
        self._store = store
        self._access = access
        self._ids = itertools.count(501)

    def routes(self):
        rules, cleanup, hooks = r"/registries/([^/]+)/immutabletagrules", r"/registries/([^/]+)/retentions", r"/registries/([^/]+)/webhook/policies"
        return (
            (rules, {"GET": self._list_protection, "POST": self._add_protection}),
            (rules + r"/([0-9]+)", {"PUT": self._change_protection, "DELETE": self._delete_protection}),
            (cleanup, {"GET": self._list_cleanup, "POST": self._add_cleanup, "DELETE": self._delete_cleanup}),
            (cleanup + r"/([0-9]+)", {"PUT": self._change_cleanup}),
            (cleanup + r"/executions", {"GET": self._list_runs, "POST": self._run}),
            (cleanup + r"/executions/([0-9]+)/tasks", {"GET": self._list_tasks}),
            (cleanup + r"/executions/([0-9]+)/tasks/([0-9]+)", {"GET": self._log}),
            (cleanup + r"/schedule", {"GET": self._get_schedule, "POST": self._set_schedule}),
            (hooks, {"GET": self._list_hooks, "POST": self._add_hook}),
            (hooks + r"/([0-9]+)", {"GET": self._get_hook, "PUT": self._change_hook, "DELETE": self._delete_hook}))

    def _registry(self, segment):
        """These calls take a number alone."""
        if not NUMBER.fullmatch(segment):
            raise Refusal(404, f"{segment} is no id of a registry")
        return self._store.registry_with_id(int(segment))

    def _page_of(self, request, rows):
        offset, length = self._of.page(request)
        return rows[offset:offset + length]

    # Protection

    def _list_protection(self, request, _, segment):
        return {"immutable_tag_rules": [_written(rule) for rule in self._page_of(request, self._registry(segment).protection)]}

    def _add_protection(self, _request, body, segment):
        self._access.require("delete", "change policies")
        registry = self._registry(segment)
        rule = {"disabled": False, "scope": _selector(body, "scope"), "tag": _selector(body, "tag")}
        _admit(registry.protection, rule)
        registry.protection.append({"id": next(self._ids), **rule})

    def _change_protection(self, _request, body, segment, number):
        self._access.require("delete", "change policies")
        registry = self._registry(segment)
        rule = _find(registry.protection, number, "protection policy")
        _need(body, "scope", "tag")
        changed = {"disabled": _flag(body, "disabled", False), "scope": _selector(body, "scope"), "tag": _selector(body, "tag")}
        _admit([other for other in registry.protection if other is not rule], changed)
        rule.update(changed)

    def _delete_protection(self, _request, _, segment, number):
        self._access.require("delete", "change policies")
        registry = self._registry(segment)
        registry.protection.remove(_find(registry.protection, number, "protection policy"))

    # Cleanup

    def _list_cleanup(self, request, _, segment):
        return {"retention_rules": [_written(rule) for rule in self._page_of(request, self._registry(segment).cleanup)]}

    def _add_cleanup(self, _request, body, segment):
        self._access.require("delete", "change policies")
        registry = self._registry(segment)
        rule = _cleanup_rule(body)
        _admit(registry.cleanup, rule)
        registry.cleanup.append({"id": next(self._ids), **rule})

    def _change_cleanup(self, _request, body, segment, number):
        self._access.require("delete", "change policies")
        registry = self._registry(segment)
        rule = _find(registry.cleanup, number, "cleanup policy")
        _need(body, "scope", "tag")
        changed = _cleanup_rule(body)
        _admit([other for other in registry.cleanup if other is not rule], changed)
        rule.update(changed)

    def _delete_cleanup(self, request, _, segment):
        """By the number in the query, as the guide has it."""
        self._access.require("delete", "change policies")
        registry = self._registry(segment)
        number = request.one("id", "")
        if not NUMBER.fullmatch(number):
            raise Refusal(400, "the query names no id")
        registry.cleanup.remove(_find(registry.cleanup, number, "cleanup policy"))

    def _get_schedule(self, _request, _, segment):
        return {"trigger": {"kind": "Schedule", "settings": {"cron": self._registry(segment).cron}}}

    def _set_schedule(self, _request, body, segment):
        self._access.require("delete", "change policies")
        registry = self._registry(segment)
        settings = body.get("settings")
        cron = settings.get("cron") if isinstance(settings, dict) else None
        if not isinstance(cron, str):
            raise Refusal(400, "settings.cron is a text")
        _check_cron(cron)
        registry.cron = cron

    def _list_runs(self, request, _, segment):
        rows = self._page_of(request, self._registry(segment).runs[::-1])
        return {"executions": [self._shown(run) for run in rows]}

    def _run(self, _request, body, segment):
        self._access.require("delete", "run a cleanup")
        registry = self._registry(segment)
        dry = _flag(body, "dry_run", False)
        begin = now()
        run = {"id": next(self._ids), "dry_run": dry, "trigger": "MANUAL", "start_time": rfc3339(begin, 6), "tasks": [], "asked": 0}
        rules = [rule for rule in registry.cleanup if not rule["disabled"]]
        for name in list(registry.image_names):
            own = [rule for rule in rules if _chooses(rule["scope"], name)]
            if own:
                run["tasks"].append(self._clean(registry, registry.images[name], own, dry, begin))
        run["end_time"] = rfc3339(now(), 6)
        registry.runs.append(run)

    def _clean(self, registry, image, rules, dry, begin):
        artifacts = image.artifacts(0, image.artifact_count())
        names = {one.digest: [tag.name for tag in image.tags(one, 0, 1 << 30)] for one in artifacts}
        pushed = {one.digest: max([one.pushed] + [tag.pushed for tag in image.tags(one, 0, 1 << 30)]) for one in artifacts}
        pulled = {one.digest: max([one.pulled] + [tag.pulled for tag in image.tags(one, 0, 1 << 30)]) for one in artifacts}
        kept = set()
        for rule in rules:
            chosen = [one.digest for one in artifacts if _chooses_tags(rule["tag"], names[one.digest])]
            (keep, number), = rule["parameters"].items()
            if keep == "always":
                kept.update(chosen)
            elif keep == "latest_pushed_n_images":
                kept.update(sorted(chosen, key=lambda digest: (-(pushed[digest] // SECOND), digest))[:number])
            elif keep == "latest_pulled_n_images":
                kept.update(sorted(chosen, key=lambda digest: (-(pulled[digest] // SECOND), -(pushed[digest] // SECOND), digest))[:number])
            else:
                times = pushed if keep == "n_days_since_last_push" else pulled
                kept.update(digest for digest in chosen if times[digest] != NEVER and times[digest] // SECOND >= begin // SECOND - number * DAY)
        lines, deleted = [], 0
        for one in artifacts:
            mark = "RETAIN" if one.digest in kept else "IMMUTABLE" if _is_protected(registry, image.name, names[one.digest]) else "DEL"
            if mark == "DEL" and not dry:
                try:
                    image.remove(image.find(one.digest))
                except Refusal:
                    mark = "ERR"
            deleted += mark == "DEL"
            lines.append(f"| {one.digest} | {','.join(names[one.digest])} | image |  |  |  |  | {mark} |")
        return {"id": next(self._ids), "repository": image.name, "total": len(artifacts), "retained": len(artifacts) - deleted,
                "start_time": rfc3339(begin, 0), "end_time": rfc3339(now(), 0), "log": "\n".join(lines)}

    def _list_tasks(self, request, _, segment, number):
        run = _find(self._registry(segment).runs, number, "execution")
        return {"tasks": [{"execution_id": run["id"], "status": "Success", **{name: task[name] for name in task if name != "log"}}
                          for task in self._page_of(request, run["tasks"])]}

    def _log(self, _request, _, segment, number, task):
        run = _find(self._registry(segment).runs, number, "execution")
        return {"tasks": _find(run["tasks"], task, "task")["log"]}

    @staticmethod
    def _shown(run):
        run["asked"] += 1
        is_over = run["asked"] > 1
        shown = {name: run[name] for name in ("id", "trigger", "start_time")}
        shown.update({"status": "Success", "end_time": run["end_time"]} if is_over else {"status": "Running", "end_time": "0001-01-01T00:00:00Z"})
        if run["dry_run"]:
            shown["dry_run"] = True
        return shown

    # Webhooks

    def _list_hooks(self, request, _, segment):
        return {"policies": [_shown_hook(hook) for hook in self._page_of(request, self._of.registry_of(request, segment).webhooks)]}

    def _get_hook(self, request, _, segment, number):
        return {"policy": _shown_hook(_find(self._of.registry_of(request, segment).webhooks, number, "webhook"))}

    def _add_hook(self, request, body, segment):
        self._access.require("delete", "change webhooks")
        registry = self._of.registry_of(request, segment)
        hook = {"id": next(self._ids), "project_id": registry.id, "enabled": False, "creation_time": rfc3339(now(), 3), **_hook(body, registry.webhooks, None)}
        hook.setdefault("name", f"webhook-{hook['id']}")
        registry.webhooks.append(hook)

    def _change_hook(self, request, body, segment, number):
        self._access.require("delete", "change webhooks")
        registry = self._of.registry_of(request, segment)
        hook = _find(registry.webhooks, number, "webhook")
        if _flag(body, "enabled", None) is None: # what a missing word would do is not said: whoever relies on it finds out here
            body = {**body, "enabled": False}
        hook.update(_hook(body, registry.webhooks, hook))

    def _delete_hook(self, request, _, segment, number):
        self._access.require("delete", "change webhooks")
        registry = self._of.registry_of(request, segment)
        registry.webhooks.remove(_find(registry.webhooks, number, "webhook"))


def protects(registry, image, tag):
    """Whether a policy keeps that tag from being moved or deleted."""
    return any(not rule["disabled"] and _chooses(rule["scope"], image) and _chooses(rule["tag"], tag) for rule in registry.protection)


def _is_protected(registry, image, tags):
    if tags:
        return any(protects(registry, image, tag) for tag in tags)
    return any(not rule["disabled"] and _chooses(rule["scope"], image) and not rule["tag"]["include"] for rule in registry.protection)


def _chooses(selector, name):
    return globs.matches(selector["pattern"], name) == selector["include"]


def _chooses_tags(selector, tags):
    if not tags:
        return selector["untagged"] == selector["include"]
    return any(_chooses(selector, tag) for tag in tags)


def _written(rule):
    """False members are left out, as there."""
    return {name: value for name, value in rule.items() if name != "disabled" or value}


def _find(rows, number, what):
    for row in rows:
        if row["id"] == int(number):
            return row
    raise Refusal(404, f"there is no {what} {number}")


def _need(body, *names):
    for name in names:
        if name not in body:
            raise Refusal(400, f"{name} is missing")


def _flag(body, name, default):
    value = body.get(name, default)
    if value is not default and not isinstance(value, bool):
        raise Refusal(400, f"{name} is no boolean")
    return value


def _selector(body, name, untagged=None):
    given = body.get(name)
    if given is None:
        given = {}
    if not isinstance(given, dict):
        raise Refusal(400, f"{name} is no object")
    pattern = given.get("pattern", "**")
    if not isinstance(pattern, str):
        raise Refusal(400, f"{name}.pattern is no text")
    globs.check(pattern)
    selector = {"include": _flag(given, "include", True), "pattern": pattern}
    if untagged is not None:
        selector["untagged"] = _flag(given, "untagged", selector["include"])
    return selector


def _cleanup_rule(body):
    parameters = body.get("parameters")
    if not isinstance(parameters, dict) or len(parameters) != 1 or not KEEPS.issuperset(parameters):
        raise Refusal(400, "parameters holds one of " + ", ".join(sorted(KEEPS)))
    (keep, number), = parameters.items()
    most = 36500 if keep.startswith("n_days") else 32766
    if keep != "always" and (type(number) is not int or not 0 <= number <= most):
        raise Refusal(400, f"parameters.{keep} is no number from 0 to {most}")
    return {"disabled": _flag(body, "disabled", False), "scope": _selector(body, "scope"), "tag": _selector(body, "tag", True), "parameters": {keep: number}}


def _admit(others, rule):
    same = {name: value for name, value in rule.items() if name != "disabled"}
    if any(all(other[name] == value for name, value in same.items()) for other in others):
        raise Refusal(409, "there is such a policy already")
    if len(others) >= MOST_RULES:
        raise Refusal(400, f"only {MOST_RULES} policies are allowed at most")


def _check_cron(cron):
    if not cron:
        return
    fields = cron.split()
    if len(fields) != len(FIELDS):
        raise Refusal(400, "a schedule has five fields")
    for number, (field, (least, most)) in enumerate(zip(fields, FIELDS)):
        if field == "?" and number not in (2, 4):
            raise Refusal(400, "? is for the day fields")
        for part in () if field == "?" else field.split(","):
            match = re.fullmatch(r"(?:\*|(\w{1,3})(?:-(\w{1,3}))?)(?:/(\d{1,2}))?", part)
            if not match or (match.group(2) and number in (2, 4)):
                raise Refusal(400, f"{part} is no part of a schedule")
            for value in match.group(1), match.group(2):
                if value and value.isdigit() and not least <= int(value) <= most:
                    raise Refusal(400, f"{value} is not within {least}-{most}")


def _hook(body, hooks, own):
    hook = {}
    name = body.get("name")
    if name is not None:
        if not isinstance(name, str) or any(other["name"] == name for other in hooks if other is not own):
            raise Refusal(409, f"name {name} is taken or none")
        hook["name"] = name
    enabled = _flag(body, "enabled", None)
    if enabled is not None:
        hook["enabled"] = enabled
    events = body.get("event_types")
    if not isinstance(events, list) or not events or not all(isinstance(event, str) for event in events) or not EVENTS.issuperset(events):
        raise Refusal(400, "event_types holds " + ", ".join(sorted(EVENTS)))
    targets = body.get("targets")
    if not isinstance(targets, list) or len(targets) != 1:
        raise Refusal(400, "targets holds exactly one")
    return {**hook, "event_types": events, "targets": [_target(target) for target in targets], "update_time": rfc3339(now(), 3)}


def _target(target):
    if not isinstance(target, dict) or target.get("type") not in ("http", "slack"):
        raise Refusal(400, "a target's type is http or slack")
    address = target.get("address")
    parts = urlsplit(address) if isinstance(address, str) else None
    if not parts or parts.scheme not in ("http", "https") or not parts.hostname:
        raise Refusal(400, "a target's address is a URL")
    if (parts.port or {"http": 80, "https": 443}[parts.scheme]) not in PORTS:
        raise Refusal(400, "a target's port is 80, 88, 443 or 8443")
    header = target.get("auth_header", "")
    if not isinstance(header, str) or header == "*****":
        raise Refusal(400, "auth_header is no text, or the sign that hides one")
    return {"type": target["type"], "address": address, "auth_header": header, "skip_cert_verify": _flag(target, "skip_cert_verify", False)}


def _shown_hook(hook):
    targets = [{name: ("*****" if name == "auth_header" else value) for name, value in target.items() if value} for target in hook["targets"]]
    return {**hook, "targets": targets}
