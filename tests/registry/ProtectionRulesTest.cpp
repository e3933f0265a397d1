// SPDX-License-Identifier: Apache-2.0
#include "registry/NcrFixture.h"

using namespace berth;
using namespace berth::test;

namespace {

/// JSON with ' in the place of ".
QByteArray quoted(const char *text) { return QByteArray(text).replace('\'', '"'); }

} // namespace

/// Protection policies of the server: what they refuse, and NCR's calls 6 to 9.
class ProtectionRulesTest : public NcrFixture {
    Q_OBJECT

private:
    static inline const QByteArray all = quoted("{'include':true,'pattern':'**'}");

    static QByteArray body(const QByteArray &scope, const QByteArray &tag) { return "{\"scope\":" + scope + ",\"tag\":" + tag + "}"; }
    static QByteArray matching(const QByteArray &pattern) { return "{\"include\":true,\"pattern\":\"" + pattern + "\"}"; }
    static QByteArray excluding(const QByteArray &pattern) { return "{\"include\":false,\"pattern\":\"" + pattern + "\"}"; }

    /// A registry with the image "app", whose tag v1 names `first` and w1 `second`.
    QByteArray filledRegistry()
    {
        const auto name = "shield" + QByteArray::number(++m_count);
        m_first = makeImage(m_count * 3);
        m_second = makeImage(m_count * 3 + 1);
        m_third = makeImage(m_count * 3 + 2);
        return push(name + "/app", "v1", m_first) == 201 && push(name + "/app", "w1", m_second) == 201 ? name : QByteArray();
    }
    QByteArray rules(const QByteArray &in) const { return "registries/" + in + "/immutabletagrules"; }
    int protect(const QByteArray &in, const QByteArray &tag = matching("v*"), const QByteArray &scope = all)
    {
        return code(ncr("POST", rules(in), body(scope, tag)));
    }
    json::array listed(const QByteArray &in) const { return json::list(ncr("GET", rules(in)), "immutable_tag_rules"); }
    QByteArray lastRule(const QByteArray &in) const
    {
        const auto list = listed(in);
        return list.empty() ? QByteArray() : QByteArray::number(qint64(json::integer(list.back(), "id")));
    }
    QByteArray artifacts(const QByteArray &in) const { return "registries/" + in + "/images/app/artifacts"; }
    QByteArray tagged(const QByteArray &in, const QByteArray &tag) const
    {
        return send("HEAD", "/v2/" + in + "/app/manifests/" + tag).headers.value("docker-content-digest");
    }

    int m_count = 0;
    TestImage m_first, m_second, m_third;

private Q_SLOTS:
    void aPolicyIsMadeListedChangedAndDeleted()
    {
        const auto name = filledRegistry();
        QCOMPARE(code(ncr("POST", rules(name), "{\"disabled\":true,\"scope\":" + matching("team/**") + "}")), 200);
        auto list = listed(name);
        QCOMPARE(list.size(), 1u);
        const auto id = lastRule(name);
        // Made enabled whatever it says, and for all tags where it names none.
        QCOMPARE(QByteArray::fromStdString(json::serialize(list.front())),
            "{\"id\":" + id + ",\"disabled\":false,\"scope\":" + matching("team/**") + ",\"tag\":" + all + "}");
        QCOMPARE(code(ncr("PUT", rules(name) + "/" + id,
                     quoted("{'disabled':true,'scope':{'include':false,'pattern':'x'},'tag':{'include':false,'pattern':'dev-*'}}"))),
            200);
        QCOMPARE(QByteArray::fromStdString(json::serialize(listed(name).front())),
            "{\"id\":" + id + quoted(",'disabled':true,'scope':{'include':false,'pattern':'x'},'tag':{'include':false,'pattern':'dev-*'}}"));
        QCOMPARE(code(ncr("DELETE", rules(name) + "/" + id)), 200);
        QVERIFY(listed(name).empty());
        QCOMPARE(code(ncr("DELETE", rules(name) + "/" + id)), 10404);
        QCOMPARE(code(ncr("PUT", rules(name) + "/" + id, body(all, all))), 10404);
        QCOMPARE(code(ncr("DELETE", rules(name) + "/x")), 10404);
    }

    void aRegistryIsNamedByItsNumberToo()
    {
        const auto name = filledRegistry();
        const auto shown = ncr("GET", "registries/" + name);
        const auto id = QByteArray::number(qint64(json::integer(*json::find(shown, "registry"), "project_id")));
        QCOMPARE(protect(id), 200);
        QCOMPARE(listed(name).size(), 1u);
        QCOMPARE(code(ncr("GET", rules("no-such-registry"))), 10404);
        QCOMPARE(code(ncr("GET", rules("999999"))), 10404);
    }

    void whatIsNoPolicyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *sent, const char *words) { QTest::newRow(sent) << quoted(sent) << QByteArray(words); };
        row("{'scope':{'include':true,'pattern':'['}}", "[ at character 1");
        row("{'tag':{'include':true,'pattern':'{a'}}", "{ at character 1");
        row("{'scope':{'include':'yes','pattern':'a'}}", "include");
        row("{'scope':{'include':true,'pattern':5}}", "pattern");
        row("{'scope':'a'}", "scope");
        row("[]", "object");
        row("{", "");
    }
    void whatIsNoPolicyIsRefused()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, words);
        const auto reply = ncr("POST", rules("library"), sent);
        QCOMPARE(code(reply), 10400);
        QVERIFY2(message(reply).contains(words), message(reply).constData());
        QVERIFY(listed("library").empty());
    }

    void aPolicyThatChangesIsGivenWhole()
    {
        const auto name = filledRegistry();
        QCOMPARE(protect(name), 200);
        QCOMPARE(code(ncr("PUT", rules(name) + "/" + lastRule(name), quoted("{'disabled':true}"))), 10400);
        QVERIFY(!json::boolean(listed(name).front(), "disabled"));
    }

    void fifteenPoliciesAreTheMost()
    {
        const auto name = filledRegistry();
        for (int i = 0; i < 15; ++i)
            QCOMPARE(protect(name, matching("t" + QByteArray::number(i))), 200);
        const auto reply = ncr("POST", rules(name), body(all, matching("t15")));
        QCOMPARE(code(reply), 10400);
        QVERIFY(message(reply).contains("only 15 policies are allowed"));
        QCOMPARE(code(ncr("PUT", rules(name) + "/" + lastRule(name), body(all, matching("t15")))), 200); // no more than before
    }

    void twinsAreRefused()
    {
        const auto name = filledRegistry();
        QCOMPARE(protect(name, matching("a")), 200);
        const auto first = lastRule(name);
        QCOMPARE(protect(name, matching("a")), 10409);
        QCOMPARE(code(ncr("PUT", rules(name) + "/" + first, "{\"disabled\":true," + body(all, matching("a")).mid(1))), 200);
        QCOMPARE(protect(name, matching("a")), 10409); // a disabled twin, too
        QCOMPARE(protect(name, matching("b")), 200);
        QCOMPARE(code(ncr("PUT", rules(name) + "/" + lastRule(name), body(all, matching("a")))), 10409);
        QCOMPARE(protect(filledRegistry(), matching("a")), 200); // in another registry
    }

    void aProtectedTagIsNotMoved() // R-091, I-01, I-02, I-03, I-04, I-05
    {
        const auto name = filledRegistry();
        QCOMPARE(protect(name), 200);
        const auto moved = putManifest(name + "/app", "v1", m_second.manifest);
        QCOMPARE(moved.status, 412);
        QCOMPARE(errorCode(moved), QByteArray("DENIED"));
        QVERIFY2(moved.body.contains("v1") && moved.body.contains("images **, tags v*"), moved.body.constData()); // it names the rule
        QCOMPARE(tagged(name, "v1"), m_first.digest());
        QCOMPARE(putManifest(name + "/app", "v1", m_first.manifest).status, 412); // nor set again
        QCOMPARE(push(name + "/app", "v2", m_third), 201);                        // a new one for once
        QCOMPARE(putManifest(name + "/app", "v2", m_first.manifest).status, 412);
        QCOMPARE(putManifest(name + "/app", m_third.digest(), m_third.manifest).status, 201);
        QCOMPARE(get("/v2/" + name + "/app/manifests/v1").status, 200);
        QCOMPARE(push(name + "/app", "w1", m_first), 201); // not protected
        QCOMPARE(tagged(name, "w1"), m_first.digest());
    }

    void severalTagsAtOnceAreAllOrNone() // I-18
    {
        const auto name = filledRegistry();
        QCOMPARE(protect(name), 200);
        const auto reply = send("PUT", "/v2/" + name + "/app/manifests/" + m_second.digest() + "?tag=x1&tag=v1", m_second.manifest,
            {{"Content-Type", "application/vnd.oci.image.manifest.v1+json"}});
        QCOMPARE(reply.status, 412);
        QVERIFY(tagged(name, "x1").isEmpty());
        QCOMPARE(tagged(name, "v1"), m_first.digest());
    }

    void aProtectedTagAndWhatItNamesAreNotDeleted() // I-06, I-07, I-08, I-11, I-14
    {
        const auto name = filledRegistry();
        QCOMPARE(protect(name), 200);
        QCOMPARE(code(ncr("POST", artifacts(name) + "/" + m_first.digest() + "/tags", quoted("{'name':'extra'}"))), 200); // I-10
        QCOMPARE(code(ncr("DELETE", artifacts(name) + "/" + m_first.digest() + "/tags/v1")), 10412);
        QCOMPARE(code(ncr("DELETE", artifacts(name) + "/" + m_first.digest())), 10412);
        const auto whole = ncr("DELETE", "registries/" + name + "/images/app");
        QCOMPARE(code(whole), 10412);
        QVERIFY2(message(whole).contains("v1"), message(whole).constData());
        QCOMPARE(send("DELETE", "/v2/" + name + "/app/manifests/" + m_first.digest()).status, 412);
        QCOMPARE(send("DELETE", "/v2/" + name + "/app/manifests/v1").status, 412);
        QCOMPARE(tagged(name, "v1"), m_first.digest());
        QCOMPARE(code(ncr("DELETE", artifacts(name) + "/" + m_first.digest() + "/tags/extra")), 200);
        QCOMPARE(code(ncr("DELETE", artifacts(name) + "/" + m_second.digest())), 200); // its tag is not protected
    }

    void creatingNeverMovesAndSoIsAConflict() // I-12
    {
        const auto name = filledRegistry();
        QCOMPARE(protect(name), 200);
        QCOMPARE(code(ncr("POST", artifacts(name) + "/" + m_second.digest() + "/tags", quoted("{'name':'v1'}"))), 10409);
    }

    void aReferrerMayBeAttached() // I-19
    {
        const auto name = filledRegistry();
        QCOMPARE(protect(name, all), 200);
        const auto config = QByteArray("{}");
        QCOMPARE(upload(name + "/app", config), 201);
        const auto size = [](const QByteArray &bytes) { return QByteArray::number(bytes.size()); };
        const auto signature =
            quoted(
                "{'schemaVersion':2,'mediaType':'application/vnd.oci.image.manifest.v1+json','artifactType':'test/signature','config':{'mediaType':'application/vnd.oci.empty.v1+json','digest':'")
            + digestOf(config) + quoted("','size':") + size(config)
            + quoted("},'layers':[],'subject':{'mediaType':'application/vnd.oci.image.manifest.v1+json','digest':'") + m_first.digest() + quoted("','size':")
            + size(m_first.manifest) + "}}";
        QCOMPARE(putManifest(name + "/app", digestOf(signature), signature).status, 201);
    }

    void switchedOffOrDeletedItProtectsNothingAtOnce() // I-17
    {
        const auto name = filledRegistry();
        QCOMPARE(protect(name), 200);
        QCOMPARE(putManifest(name + "/app", "v1", m_second.manifest).status, 412);
        const auto id = lastRule(name);
        QCOMPARE(code(ncr("PUT", rules(name) + "/" + id, "{\"disabled\":true," + body(all, matching("v*")).mid(1))), 200);
        QCOMPARE(putManifest(name + "/app", "v1", m_second.manifest).status, 201);
        QCOMPARE(code(ncr("PUT", rules(name) + "/" + id, "{\"disabled\":false," + body(all, matching("v*")).mid(1))), 200);
        QCOMPARE(putManifest(name + "/app", "v1", m_first.manifest).status, 412);
        QCOMPARE(code(ncr("DELETE", rules(name) + "/" + id)), 200);
        QCOMPARE(putManifest(name + "/app", "v1", m_first.manifest).status, 201);
    }

    void onlyTheImagesThatItIsForAreProtected()
    {
        const auto name = filledRegistry();
        QCOMPARE(protect(name, all, matching("other/**")), 200);
        QCOMPARE(putManifest(name + "/app", "v1", m_second.manifest).status, 201);
        QCOMPARE(code(ncr("DELETE", "registries/" + name + "/images/app")), 200);
        QCOMPARE(push(name + "/other/x", "v1", m_first), 201);
        QCOMPARE(putManifest(name + "/other/x", "v1", m_first.manifest).status, 412);
    }

    void anArtifactWithManyTagsIsProtectedByEachOfThem()
    {
        const auto name = filledRegistry();
        for (int i = 0; i < 600; ++i)
            QCOMPARE(code(ncr("POST", artifacts(name) + "/" + m_second.digest() + "/tags", "{\"name\":\"many" + QByteArray::number(i) + "\"}")), 200);
        QCOMPARE(protect(name, matching("many599")), 200);
        QCOMPARE(code(ncr("DELETE", artifacts(name) + "/" + m_second.digest())), 10412);
        QCOMPARE(code(ncr("DELETE", "registries/" + name + "/images/app")), 10412);
        QCOMPARE(tagged(name, "many0"), m_second.digest());
    }

    void tagsSayThatTheyAreProtected()
    {
        const auto name = filledRegistry();
        QCOMPARE(protect(name), 200);
        const auto isImmutable = [&](const QByteArray &digest) {
            return json::boolean(json::list(ncr("GET", artifacts(name) + "/" + digest + "/tags"), "tags").at(0), "immutable");
        };
        QVERIFY(isImmutable(m_first.digest()));
        QVERIFY(!isImmutable(m_second.digest()));
    }

    void theTrashGivesARegistryBackWithItsPolicies()
    {
        QCOMPARE(code(ncr("POST", "registries", quoted("{'project_name':'kept-rules'}"))), 200);
        QCOMPARE(protect("kept-rules", excluding("dev-*"), matching("team/**")), 200);
        const auto before =
            json::serialize(*json::find(listed("kept-rules").front(), "scope")) + json::serialize(*json::find(listed("kept-rules").front(), "tag"));
        QCOMPARE(code(ncr("DELETE", "registries/kept-rules")), 200);
        const auto trash =
            send("GET", "/berth/v1/trash", {}, {{"X-TC-AUTHENTICATION-ID", RegistryProcess::keyId}, {"X-TC-AUTHENTICATION-SECRET", RegistryProcess::secret}});
        QCOMPARE(trash.status, 200);
        qint64 operation = 0;
        const auto content = trash.jsonBody();
        for (const auto &one : json::list(content, "operations")) {
            if (json::text(one, "registry") == "kept-rules")
                operation = json::integer(one, "id");
        }
        QVERIFY2(operation > 0, trash.body.constData());
        QCOMPARE(send("POST", "/berth/v1/trash/" + QByteArray::number(operation) + "/restore", {},
                     {{"X-TC-AUTHENTICATION-ID", RegistryProcess::keyId}, {"X-TC-AUTHENTICATION-SECRET", RegistryProcess::secret}})
                     .status,
            200);
        const auto list = listed("kept-rules");
        QCOMPARE(list.size(), 1u);
        QCOMPARE(json::serialize(*json::find(list.front(), "scope")) + json::serialize(*json::find(list.front(), "tag")), before);
    }
};

QTEST_GUILESS_MAIN(ProtectionRulesTest)
#include "ProtectionRulesTest.moc"
