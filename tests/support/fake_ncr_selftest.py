# SPDX-License-Identifier: Apache-2.0
"""Starts the fake and checks its main rules and faults."""
import base64
import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True

from fakencr.running import BASE, KEYS, MANIFEST, Fake, digest_of  # noqa: E402

INDEX = "application/vnd.oci.image.index.v1+json"
SEED = {"caches": [3], "registries": [
    {"name": "shop", "id": 123, "images": [{"name": "api/web", "artifacts": [
        {"tags": ["2.0", {"name": "kept", "immutable": True}], "size": 5_000_000_000},
        {"tags": ["1.0"], "platforms": ["linux/amd64", "linux/arm64/v8"]}, {"pushed": "2020-01-02T03:04:05.6Z"}]}]},
    {"name": "123", "id": 7}, {"name": "hub", "id": 8, "registry_id": 3, "images": [{"name": "library/nginx", "artifacts": [{}]}]}]}


class Seeded(unittest.TestCase):
    """Each test has a fake of its own with the content of SEED."""

    options = ()

    def setUp(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(SEED, file)
            file.flush()
            self.fake = Fake("--seed-data", file.name, "--absent", "0", *self.options)
        self.addCleanup(self.fake.stop)


class ManagementTest(Seeded):
    def test_without_the_right_keys_every_call_fails_with_200(self):
        for headers in ({"X-TC-AUTHENTICATION-ID": "other"}, {"X-TC-AUTHENTICATION-SECRET": ""}):
            self.assertEqual(self.fake.code("GET", "/registries", headers=headers), 10401)
        status, _, body = self.fake.raw("GET", "/ncr/v2.0/appkeys/other/registries", headers=KEYS)
        self.assertEqual((status, json.loads(body)["header"]["resultCode"]), (200, 10401))

    def test_an_unknown_path_is_named(self):
        for path in ("/registries/", "//registries", "/registries/shop/images/api/web/artifacts", "/scanAll/schedule"):
            code, reply = self.fake.call("GET", path)
            self.assertEqual(code, 10404)
            self.assertIn(path, reply["header"]["resultMessage"])

    def test_an_image_name_is_one_segment(self):
        self.assertEqual(self.fake.code("GET", "/registries/shop/images/api%252fweb"), 200)
        for name in ("api%2Fweb", "api%25252Fweb", "api%252F%252Fweb", "API", "api%252Fweb%252F"):
            self.assertNotEqual(self.fake.code("GET", f"/registries/shop/images/{name}"), 200)

    def test_digits_are_an_id_unless_the_header_says_otherwise(self):
        get = "/registries/123"
        self.assertEqual(self.fake.call("GET", get)[1]["registry"]["name"], "shop")
        self.assertEqual(self.fake.call("GET", get, headers={"X-Is-Resource-Name": "true"})[1]["registry"]["project_id"], 7)
        self.assertEqual(self.fake.code("GET", get, headers={"X-Is-Resource-Name": "maybe"}), 10422)
        self.assertEqual(self.fake.code("GET", "/registries/shop", headers={"X-Is-Resource-Name": "false"}), 200)

    def test_pages_are_checked(self):
        for query in ("page=0", "page=-1", "page_size=0", "page_size=-2", "page_size=x", "page=", "page=1&page=2"):
            self.assertEqual(self.fake.code("GET", f"/registries?{query}"), 10400, query)
        self.assertEqual(len(self.fake.call("GET", "/registries?page=2&page_size=2")[1]["registries"]), 1)
        self.assertEqual(self.fake.call("GET", "/registries?page=3&page_size=2")[1]["registries"], [])

    def test_registries_are_created_changed_and_deleted(self):
        created = {"project_name": "new", "metadata": {"auto_scan": "true"}}
        self.assertEqual(self.fake.code("POST", "/registries", created, headers={"Content-Type": "text/plain"}), 10415)
        self.assertEqual(self.fake.code("POST", "/registries", created), 200)
        self.assertEqual(self.fake.code("POST", "/registries", created), 10409)
        for name in ("A", "-a", "a-", "a..b", "a/b", "a" * 256, "", "v2"):
            self.assertEqual(self.fake.code("POST", "/registries", {"project_name": name}), 10400, name)
        self.assertEqual(self.fake.code("POST", "/registries", {"project_name": "b", "metadata": {"auto_scan": True}}), 10400)
        self.assertEqual(self.fake.code("POST", "/registries", {"project_name": "b", "registry_id": 9}), 10404)
        self.assertEqual(self.fake.code("PUT", "/registries/new", {
            "metadata": {"severity": "high"}, "cve_allowlist": {"items": [{"cve_id": "CVE-2024-12345"}]}}), 200)
        registry = self.fake.call("GET", "/registries/new")[1]["registry"]
        self.assertEqual((registry["metadata"]["auto_scan"], registry["metadata"]["severity"]), ("true", "high"))
        self.assertEqual(registry["cve_allowlist"]["items"], [{"cve_id": "CVE-2024-12345"}])
        self.assertEqual(self.fake.code("DELETE", "/registries/new"), 200)
        self.assertEqual(self.fake.code("DELETE", "/registries/shop"), 10412)

    def test_protection_keeps_tags_where_they_are(self):
        rules = "/registries/123/immutabletagrules"
        rule = {"scope": {"include": True, "pattern": "api/**"}, "tag": {"include": True, "pattern": "1.*"}}
        self.assertEqual(self.fake.code("POST", "/registries/shop/immutabletagrules", rule), 10404)  # by its number alone
        self.assertEqual(self.fake.code("POST", rules, rule), 200)
        self.assertEqual(self.fake.code("POST", rules, rule), 10409)
        self.assertEqual(self.fake.code("POST", rules, {"tag": {"pattern": "["}}), 10400)
        self.assertEqual(self.fake.code("DELETE", "/registries/shop/images/api%252Fweb/artifacts/1.0/tags/1.0"), 10412)
        kept = self.fake.call("GET", rules)[1]["immutable_tag_rules"][0]
        self.assertEqual(self.fake.code("PUT", f"{rules}/{kept['id']}", {"disabled": True}), 10400)
        self.assertEqual(self.fake.code("PUT", f"{rules}/{kept['id']}", {"disabled": True, **rule}), 200)
        self.assertEqual(self.fake.code("DELETE", "/registries/shop/images/api%252Fweb/artifacts/1.0/tags/1.0"), 200)
        self.assertEqual(self.fake.code("DELETE", f"{rules}/{kept['id']}"), 200)
        self.assertEqual(self.fake.code("DELETE", f"{rules}/{kept['id']}"), 10404)

    def test_a_cleanup_keeps_what_its_policies_say(self):
        at = "/registries/123/retentions"
        for body in ({}, {"parameters": {}}, {"parameters": {"always": 1, "latest_pushed_n_images": 1}}, {"parameters": {"latest_pushed_n_images": "1"}},
                     {"parameters": {"n_days_since_last_push": -1}}, {"parameters": {"always": -1}, "scope": {"pattern": "{a"}}):
            self.assertEqual(self.fake.code("POST", at, body), 10400, body)
        rule = {"parameters": {"latest_pushed_n_images": 1}}
        self.assertEqual(self.fake.code("POST", at, rule), 200)
        self.assertEqual(self.fake.code("POST", at, rule), 10409)
        for dry in (True, False):
            self.assertEqual(self.fake.code("POST", at + "/executions", {"dry_run": dry}), 200)
            runs = [self.fake.call("GET", at + "/executions")[1]["executions"][0] for _ in range(2)]
            self.assertEqual([run["status"] for run in runs], ["Running", "Success"])
            task = self.fake.call("GET", f"{at}/executions/{runs[0]['id']}/tasks")[1]["tasks"][0]
            self.assertEqual((task["repository"], task["total"], task["retained"]), ("api/web", 3, 1))
            log = self.fake.call("GET", f"{at}/executions/{runs[0]['id']}/tasks/{task['id']}")[1]["tasks"]
            self.assertEqual((log.count("RETAIN"), log.count("DEL")), (1, 2))
        left = self.fake.call("GET", "/registries/shop/images/api%252Fweb/artifacts")[1]["artifacts"]
        self.assertEqual(len(left), 1)
        made = self.fake.call("GET", at)[1]["retention_rules"][0]
        self.assertNotIn("disabled", made)
        self.assertEqual(self.fake.code("DELETE", at), 10400)
        self.assertEqual(self.fake.code("DELETE", f"{at}?id={made['id']}"), 200)

    def test_a_schedule_is_five_fields(self):
        at = "/registries/123/retentions/schedule"
        for cron in ("0 3 * *", "0 0 3 * * *", "60 * * * *", "? * * * *", "0 0 * * 1-5", "@daily"):
            self.assertEqual(self.fake.code("POST", at, {"settings": {"cron": cron}}), 10400, cron)
        for cron in ("0 3 * * *", "*/5 0-3 1,15 JAN ?", ""):
            self.assertEqual(self.fake.code("POST", at, {"settings": {"cron": cron}}), 200, cron)
            self.assertEqual(self.fake.call("GET", at)[1]["trigger"]["settings"]["cron"], cron)

    def test_webhooks_are_kept_and_hide_their_secret(self):
        at = "/registries/shop/webhook/policies"
        target = {"type": "http", "address": "https://hooks.example/a", "auth_header": "Bearer b"}
        body = {"name": "hook", "event_types": ["PUSH_ARTIFACT"], "targets": [target]}
        for wrong in ({"event_types": []}, {"event_types": ["NOTHING"]}, {"targets": []}, {"targets": [{**target, "address": "https://a:5000/"}]},
                      {"targets": [{**target, "type": "mail"}]}, {"targets": [{**target, "auth_header": "*****"}]}):
            self.assertEqual(self.fake.code("POST", at, {**body, **wrong}), 10400, wrong)
        self.assertEqual(self.fake.code("POST", at, body), 200)
        self.assertEqual(self.fake.code("POST", at, body), 10409)
        hook = self.fake.call("GET", at)[1]["policies"][0]
        self.assertEqual((hook["enabled"], hook["targets"][0]["auth_header"]), (False, "*****"))
        self.assertEqual(self.fake.code("PUT", f"{at}/{hook['id']}", {**body, "enabled": True}), 200)
        self.assertTrue(self.fake.call("GET", f"{at}/{hook['id']}")[1]["policy"]["enabled"])
        self.assertEqual(self.fake.code("DELETE", f"{at}/{hook['id']}"), 200)

    def test_artifacts_come_newest_first_and_say_what_they_are_made_of(self):
        artifacts = self.fake.call("GET", "/registries/shop/images/api%252Fweb/artifacts")[1]["artifacts"]
        self.assertEqual([len(artifact["tags"] or []) for artifact in artifacts], [2, 1, 0])
        self.assertEqual(artifacts[0]["size"], 5_000_000_000)
        children = [reference["child_digest"] for reference in artifacts[1]["references"]]
        self.assertIsNone(artifacts[0]["references"])
        self.assertEqual(artifacts[1]["references"][1]["platform"]["variant"], "v8")
        path = "/registries/shop/images/api%252Fweb/artifacts/"
        self.assertEqual(self.fake.code("GET", path + children[0]), 200)
        self.assertEqual(self.fake.code("DELETE", path + children[0].replace(":", "%3A")), 10412)
        self.assertEqual(self.fake.code("DELETE", path + "2.0"), 10412)
        self.assertEqual(self.fake.code("DELETE", path + "1.0"), 200)
        self.assertEqual(self.fake.code("GET", path + children[0]), 10404)
        self.assertEqual(self.fake.code("DELETE", "/registries/shop/images/api%252Fweb"), 10412)

    def test_tags_are_created_and_deleted(self):
        tags = "/registries/shop/images/api%252Fweb/artifacts/1.0/tags"
        self.assertEqual(self.fake.code("POST", tags, {"name": "stable"}), 200)
        for name, code in (("stable", 10409), ("2.0", 10409), (".a", 10400), ("a" * 129, 10400), (None, 10400)):
            self.assertEqual(self.fake.code("POST", tags, {"name": name}), code)
        self.assertEqual([tag["name"] for tag in self.fake.call("GET", tags)[1]["tags"]], ["stable", "1.0"])
        self.assertEqual(self.fake.code("DELETE", tags + "/2.0"), 10404)
        self.assertEqual(self.fake.code("DELETE", tags + "/stable"), 200)
        self.assertEqual(self.fake.code("DELETE", tags.replace("1.0", "2.0") + "/kept"), 10412)
        hub = self.fake.call("GET", "/registries/hub/images/library%252Fnginx/artifacts")[1]["artifacts"][0]["digest"]
        self.assertEqual(self.fake.code("POST", f"/registries/hub/images/library%252Fnginx/artifacts/{hub}/tags",
                                        {"name": "a"}), 10405)


class DistributionTest(Seeded):
    def test_a_push_appears_in_the_lists(self):
        token = self.fake.bearer("shop/new:pull,push,delete")
        status, data = self.fake.push("shop/new", "1", token)
        self.assertEqual(status, 201)
        artifact = self.fake.call("GET", "/registries/shop/images/new/artifacts/1")[1]["artifact"]
        self.assertEqual((artifact["digest"], artifact["extra_attrs"]["author"]), (digest_of(data), "me"))
        self.assertEqual(self.fake.raw("GET", "/v2/shop/new/manifests/1", headers={**token, "Accept": MANIFEST})[2], data)
        self.assertEqual(self.fake.raw("GET", "/v2/shop/new/manifests/1", headers={**token, "Accept": INDEX})[0], 404)
        self.assertEqual(self.fake.call("GET", "/registries/shop/images/new")[1]["image"]["pull_count"], 1)
        self.assertEqual(json.loads(self.fake.raw("GET", "/v2/shop/new/tags/list", headers=token)[2])["tags"], ["1"])
        self.assertEqual(self.fake.raw("DELETE", f"/v2/shop/new/manifests/{digest_of(data)}", headers=token)[0], 202)
        self.assertEqual(self.fake.call("GET", "/registries/shop/images/new/artifacts")[1]["artifacts"], [])

    def test_tokens_are_asked_for(self):
        status, headers, _ = self.fake.raw("GET", "/v2/")
        self.assertEqual(status, 401)
        self.assertIn(f'Bearer realm="http://127.0.0.1:{self.fake.port}/service/token"', headers["WWW-Authenticate"])
        self.assertEqual(self.fake.raw("GET", "/v2/", headers=self.fake.bearer())[0], 200)
        self.assertEqual(self.fake.raw("GET", "/service/token?service=harbor-registry")[0], 401)
        self.assertEqual(self.fake.raw("GET", "/v2/_catalog", headers=self.fake.bearer())[0], 403)
        status, headers, _ = self.fake.raw("GET", "/v2/shop/api/web/tags/list", headers=self.fake.bearer())
        self.assertEqual(status, 401)
        self.assertIn('scope="repository:shop/api/web:pull",error="insufficient_scope"', headers["WWW-Authenticate"])

    def test_broken_pushes_are_refused(self):
        token = self.fake.bearer("shop/api/web:pull,push", "hub/a:pull,push", "none/a:pull,push")
        self.assertEqual(self.fake.push("shop/api/web", "kept", token)[0], 412)
        self.assertEqual(self.fake.push_blob("hub/a", b"blob", token), 403)
        self.assertEqual(self.fake.push_blob("none/a", b"blob", token), 404)
        manifest = {"schemaVersion": 2, "layers": [], "config": {"digest": "sha256:" + "0" * 64, "size": 1}}
        self.assertEqual(self.fake.raw("PUT", "/v2/shop/api/web/manifests/x", json.dumps(manifest),
                                       {**token, "Content-Type": MANIFEST})[0], 400)
        headers = self.fake.raw("POST", "/v2/shop/api/web/blobs/uploads/", headers=token)[1]
        self.assertEqual(self.fake.raw("PATCH", headers["Location"], b"one", token)[0], 202)
        self.assertEqual(self.fake.raw("PATCH", headers["Location"], b"two", token)[0], 400)


class RolesTest(Seeded):
    def check(self, token_actions, push, pull, delete, tag):
        token = self.fake.bearer("shop/api/web:pull,push,delete")
        claims = json.loads(base64.urlsafe_b64decode(token["Authorization"].split(".")[1] + "=="))
        self.assertEqual(claims["access"][0]["actions"], token_actions)
        self.assertEqual(self.fake.push_blob("shop/api/web", b"blob", token), push)
        self.assertEqual(self.fake.raw("GET", "/v2/shop/api/web/manifests/1.0", headers=token)[0], pull)
        self.assertEqual(self.fake.raw("HEAD", "/v2/shop/api/web/manifests/1.0", headers=token)[0], 200)
        path = "/registries/shop/images/api%252Fweb/artifacts/1.0"
        self.assertEqual(self.fake.code("POST", path + "/tags", {"name": "new"}), tag)
        for deleted in (path + "/tags/1.0", path, "/registries/shop/images/api%252Fweb", "/registries/7"):
            self.assertEqual(self.fake.code("DELETE", deleted), delete)


class MemberTest(RolesTest):
    options = ("--role", "member")

    def test_a_member_only_looks_and_pulls(self):
        self.check(["pull"], push=403, pull=200, delete=10403, tag=10403)


class UploaderTest(RolesTest):
    options = ("--role", "uploader")

    def test_an_uploader_only_pushes(self):
        self.check(["push"], push=201, pull=403, delete=10403, tag=200)


class FaultsTest(Seeded):
    def fault(self, kind, **options):
        self.assertEqual(self.fake.control("POST", "/__faults", {"kind": kind, "count": 1, **options}), (200, {}))

    def get(self, path="/registries"):
        return self.fake.raw("GET", BASE + path, headers=KEYS)

    def test_each_fault_happens_as_often_as_asked(self):
        for status in (401, 403, 404, 429, 500):
            self.fault(f"http{status}", path="registries$")
            self.assertEqual(self.fake.code("GET", "/registries/shop"), 200)
            self.assertEqual(self.get()[0], status)
            self.assertEqual(self.get()[0], 200)
        self.fault("html", status=503)
        self.assertEqual(self.get()[0], 503)
        self.fault("empty")
        self.assertEqual(self.get()[2], b"")
        self.fault("garbage")
        self.assertRaises(ValueError, lambda: json.loads(self.get()[2]))
        self.fault("decline", code=10777, message="no")
        self.assertEqual(self.fake.code("GET", "/registries"), 10777)
        self.fault("extra", depth=300)
        self.assertEqual(self.get()[2].count(b'{"deeper"'), 300 * (1 + 1 + 3))
        self.fault("cut")
        self.assertRaises(http.client.IncompleteRead, self.get)
        self.fault("cut", path="uploads")
        with self.assertRaises(http.client.RemoteDisconnected):
            self.fake.push_blob("shop/new", b"blob", self.fake.bearer("shop/new:push"))
        self.fault("slow", delay=0.2)
        began = time.monotonic()
        self.get()
        self.assertGreater(time.monotonic() - began, 0.2)
        self.fault("duplicate_page", count=None)
        page = json.loads(self.get("/registries?page_size=2&page=9")[2])
        self.assertEqual(len(page["registries"]), 2)
        self.assertEqual(self.fake.control("DELETE", "/__faults")[0], 200)
        self.assertEqual(self.fake.control("GET", "/__faults"), (200, []))
        self.assertEqual(self.fake.control("POST", "/__faults", {"kind": "unknown"})[0], 400)

    def test_the_log_has_no_secrets(self):
        self.get("/registries?page=1")
        status, log = self.fake.control("GET", "/__log")
        self.assertEqual((status, log[0]["path"], log[0]["status"]), (200, BASE + "/registries?page=1", 200))
        self.assertIn("X-TC-AUTHENTICATION-SECRET", log[0]["headers"])
        self.assertNotIn(KEYS["X-TC-AUTHENTICATION-SECRET"], json.dumps(log))


class SyntheticTest(unittest.TestCase):
    def test_a_hundred_thousand_come_in_fast_pages(self):
        options = ("--registries", "1", "--images", "2", "--artifacts", "100000", "--tags", "100000", "--absent", "0.3")
        with Fake(*options) as fake:
            path = "/registries/registry-00000/images/team%252Fweb-000001/artifacts"
            seen, times = set(), []
            for page in (1, 2, 500, 999, 1000, 1001):
                began = time.monotonic()
                artifacts = fake.call("GET", f"{path}?page={page}&page_size=500")[1]["artifacts"]
                times.append(time.monotonic() - began)
                seen.update(artifact["digest"] for artifact in artifacts)
            self.assertEqual(len(seen), 500)
            self.assertLess(min(times), 0.02)
            self.assertEqual(fake.code("DELETE", f"{path}/t000000"), 200)
            self.assertEqual(fake.code("GET", f"{path}/t000000"), 10404)
            token = fake.bearer("registry-00000/team/web-000001:pull")
            name = "/v2/registry-00000/team/web-000001"
            names = json.loads(fake.raw("GET", f"{name}/tags/list?n=2&last=t099997", headers=token)[2])["tags"]
            self.assertEqual(names, ["t099998", "t099999"])
            manifest = fake.raw("GET", f"{name}/manifests/t000001", headers=token)
            config = json.loads(manifest[2])["config"]["digest"]
            self.assertEqual(digest_of(fake.raw("GET", f"{name}/blobs/{config}", headers=token)[2]), config)

    def test_pages_are_as_large_as_the_option_says(self):
        with Fake("--registries", "5", "--largest-page", "2") as fake:
            pages = [fake.call("GET", f"/registries?page={page}&page_size=100")[1]["registries"] for page in (1, 2, 3, 4)]
            self.assertEqual([len(page) for page in pages], [2, 2, 1, 0])

    def test_tls(self):
        if not shutil.which("openssl"):
            self.skipTest("no openssl to make a certificate with")
        with tempfile.TemporaryDirectory() as folder:
            files = [os.path.join(folder, name) for name in ("cert.pem", "key.pem")]
            subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                            "-subj", "/CN=127.0.0.1", "-out", files[0], "-keyout", files[1]], check=True,
                           stderr=subprocess.DEVNULL)
            with Fake("--tls", *files) as fake:
                self.assertEqual((fake.scheme, fake.code("GET", "/registries")), ("https", 200))


if __name__ == "__main__":
    unittest.main()
