// SPDX-License-Identifier: Apache-2.0
#include "registry/CleanupStage.h"

using namespace berth;
using namespace berth::test;

/// Runs of a registry's cleanup: what goes along and what stays, their history, and the way back from the trash.
class CleanupRunsTest : public CleanupStage {
    Q_OBJECT

private:
    int m_seed = 5000;

    QByteArray newName() { return "run" + QByteArray::number(++m_seed); }
    TestImage newImage() { return makeImage(++m_seed); }
    bool keepsNothing(const QByteArray &in) const { return addRule(in, rule("**", "no-such-tag", false, "always")) == 200; }
    bool isThere(const QByteArray &repository, const QByteArray &digest) const
    {
        return send("HEAD", "/v2/" + repository + "/manifests/" + digest).status == 200;
    }
    /// An artifact that refers to another one, or names nothing.
    QByteArray signature(const QByteArray &repository, const QByteArray &kind, const TestImage *subject)
    {
        const QByteArray config = "{}";
        const auto size = [](const QByteArray &bytes) { return QByteArray::number(bytes.size()); };
        if (upload(repository, config) != 201)
            return {};
        return quoted("{'schemaVersion':2,'mediaType':'application/vnd.oci.image.manifest.v1+json','artifactType':'" + kind
                   + "','config':{'mediaType':'application/vnd.oci.empty.v1+json','digest':'")
            + digestOf(config) + quoted("','size':") + size(config) + quoted("},'layers':[]")
            + (subject ? quoted(",'subject':{'mediaType':'application/vnd.oci.image.manifest.v1+json','digest':'") + subject->digest() + quoted("','size':")
                        + size(subject->manifest) + "}"
                       : QByteArray())
            + "}";
    }
    json::value runOf(const QByteArray &in) const
    {
        const auto reply = asked("registries/" + in + "/cleanup");
        const auto *run = json::find(reply, "run");
        return run ? *run : json::value();
    }
    json::array entriesOf(const QByteArray &in, const json::value &run) const
    {
        json::array all;
        const auto at = "registries/" + in + "/cleanup/runs/" + idOf(run) + "/images";
        const auto images = asked(at);
        for (const auto &image : json::list(images, "images")) {
            const auto artifacts = asked(at + "/" + idOf(image) + "?page_size=100");
            for (const auto &entry : json::list(artifacts, "artifacts"))
                all.push_back(entry);
        }
        return all;
    }
    static constexpr int many = 3000;
    /// So many artifacts that a run over them takes a while: long ago pushed, and one real.
    bool plantMany(const QByteArray &repository)
    {
        const auto slash = repository.indexOf('/');
        const auto in = repository.left(slash).toStdString();
        if (push(repository, "first", newImage()) != 201)
            return false;
        const auto sql = database();
        sql->run("BEGIN IMMEDIATE");
        const auto id = sql->integer("SELECT p.id FROM repository p JOIN registry r ON r.id = p.registry_id WHERE r.name = ? AND p.name = ?", 0, in,
            repository.mid(slash + 1).toStdString());
        for (int i = 0; i < many; ++i) {
            const auto digest = digestOf(repository + QByteArray::number(i)).toStdString();
            sql->run("INSERT INTO manifest_bytes (digest, bytes) VALUES (?, ?)", digest, SqlBlob{"{}"});
            sql->run("INSERT INTO manifest (repository_id, digest, media_type, size, total_size, pushed_at) VALUES (?, ?, 'x', 2, 2, ?)", id, digest,
                TimeMs(1'000 + i));
        }
        for (const char *table : {"UPDATE repository SET manifest_count = manifest_count + 3000, artifact_count = artifact_count + 3000, "
                                  "manifest_bytes = manifest_bytes + 6000, never_pulled = never_pulled + 3000 WHERE id = ?",
                 "UPDATE registry SET manifest_count = manifest_count + 3000, artifact_count = artifact_count + 3000, manifest_bytes = manifest_bytes + 6000, "
                 "never_pulled = never_pulled + 3000 WHERE id = (SELECT registry_id FROM repository WHERE id = ?)"})
            sql->run(table, id);
        sql->run("UPDATE repository SET first_push = 1000 WHERE id = ?", id);
        sql->run("UPDATE total SET manifest_bytes = manifest_bytes + 6000");
        sql->run("COMMIT");
        return id != 0 && !sql->hasFailed();
    }
    /// Begins a run that deletes, and comes back in its midst.
    bool isAmidst(const QByteArray &in) const
    {
        if (code(envelope("POST", in + "/retentions/executions", "{\"dry_run\":false}")) != 200)
            return false;
        for (int i = 0; i < 2000 && number(runOf(in), "deleted") < 100; ++i)
            QTest::qWait(5);
        return text(runOf(in), "state") == "running";
    }
    qint64 artifactsIn(const QByteArray &in) const
    {
        return database()->integer(
            "SELECT count(*) FROM manifest m JOIN repository p ON p.id = m.repository_id JOIN registry r ON r.id = p.registry_id WHERE r.name = ?", -1,
            in.toStdString());
    }
    /// Of deletions of the registry that are in the trash, by kind.
    qint64 artifactsInTrash(const QByteArray &in, const char *kind) const
    {
        return database()->integer("SELECT coalesce(sum(p.manifest_count), 0) FROM trash_operation o JOIN repository p ON p.operation_id = o.id "
                                   "WHERE o.registry = ? AND o.kind = ? AND o.state = ''",
            -1, in.toStdString(), kind);
    }
    bool waitUntilRestored(const QByteArray &in, const QByteArray &run) const
    {
        for (int i = 0; i < 1000; ++i) {
            const auto sql = database();
            if (sql->integer("SELECT count(*) FROM trash_operation WHERE run_id = ?", -1, run.toStdString()) == 0)
                return true;
            QTest::qWait(10);
        }
        qWarning() << "not restored:" << in << run;
        return false;
    }

private Q_SLOTS:
    void nothingBeginsByItself() { QVERIFY(keepQuiet()); }

    void withoutAPolicyARunHasNothingToDo()
    {
        const auto name = newName();
        QCOMPARE(push(name + "/app", "1", newImage()), 201);
        const auto run = clean(name);
        QCOMPARE(text(run, "status"), QByteArray("Success"));
        QVERIFY(tasksOf(name, run).empty());
        QCOMPARE(number(runOf(name), "images"), 0);
        QVERIFY(!digestAt(name + "/app", "1").isEmpty());
    }

    void anIndexGoesWithItsPlatformsAndKeepsThem() // V-33
    {
        const auto name = newName();
        const auto one = newImage(), two = newImage(), alone = newImage();
        for (const auto *image : {&one, &two})
            QCOMPARE(push(name + "/app", image->digest(), *image), 201);
        const auto index = makeIndex({one.manifest, two.manifest});
        QCOMPARE(putManifest(name + "/app", "multi", index, "application/vnd.oci.image.index.v1+json").status, 201);
        QCOMPARE(push(name + "/app", "alone", alone), 201);
        QCOMPARE(addRule(name, rule("**", "multi", false, "always")), 200);
        auto run = clean(name);
        QCOMPARE(marksOf(name, run).size(), 2); // platforms are none of their own
        QVERIFY(isThere(name + "/app", one.digest()) && isThere(name + "/app", two.digest()) && isThere(name + "/app", "multi"));
        QVERIFY(!isThere(name + "/app", alone.digest()));
        QVERIFY(dropRules(name) && keepsNothing(name));
        run = clean(name);
        QCOMPARE(marksOf(name, run).size(), 1);
        QVERIFY(!isThere(name + "/app", one.digest()) && !isThere(name + "/app", two.digest()) && !isThere(name + "/app", "multi"));
    }

    void aPlatformOfAnIndexThatStaysCannotGo()
    {
        const auto name = newName();
        const auto one = newImage();
        QCOMPARE(push(name + "/app", "arm", one), 201);
        QCOMPARE(putManifest(name + "/app", "multi", makeIndex({one.manifest}), "application/vnd.oci.image.index.v1+json").status, 201);
        QCOMPARE(addRule(name, rule("**", "multi", false, "always")), 200);
        for (const bool isDry : {true, false}) {
            const auto run = clean(name, isDry);
            QCOMPARE(text(run, "status"), QByteArray("Success"));
            QCOMPARE(marksOf(name, run)[one.digest()], QByteArray("ERR"));
            const auto tasks = tasksOf(name, run);
            QVERIFY(logOf(name, run, tasks.front()).contains("Retention error for artifact image:" + name + "/app:" + one.digest()));
            QCOMPARE(number(tasks.front(), "retained"), 2);
        }
        QVERIFY(isThere(name + "/app", "arm"));
        // When the index goes, too, one run is enough, whichever was pushed first.
        QCOMPARE(putManifest(name + "/app", "arm2", one.manifest).status, 201);
        QVERIFY(dropRules(name) && keepsNothing(name));
        QCOMPARE(marksOf(name, clean(name))[one.digest()], QByteArray("DEL"));
        QVERIFY(!isThere(name + "/app", "arm"));
    }

    void signaturesStayAndGoWithTheirArtifact() // V-34
    {
        const auto name = newName();
        const auto kept = newImage(), gone = newImage();
        QByteArrayList signatures;
        for (const auto *image : {&kept, &gone}) {
            QCOMPARE(push(name + "/app", image == &kept ? "kept" : "gone", *image), 201);
            const auto referrer = signature(name + "/app", "test/referrer", image);
            QCOMPARE(putManifest(name + "/app", digestOf(referrer), referrer).status, 201);
            const auto tagged = signature(name + "/app", "test/tagged-" + QByteArray::number(++m_seed), nullptr);
            auto tag = image->digest();
            QCOMPARE(putManifest(name + "/app", tag.replace(':', '-') + ".sig", tagged).status, 201);
            signatures << digestOf(referrer) << digestOf(tagged);
        }
        QCOMPARE(addRule(name, rule("**", "kept", false, "always")), 200);
        const auto run = clean(name);
        QCOMPARE(marksOf(name, run).size(), 2);
        QVERIFY(isThere(name + "/app", signatures[0]) && isThere(name + "/app", signatures[1]));
        QVERIFY(!isThere(name + "/app", signatures[2]) && !isThere(name + "/app", signatures[3]));
    }

    void oneProtectedTagKeepsAnArtifactWithAllOfThem() // V-36, I-13
    {
        const auto name = newName();
        const auto image = newImage();
        QCOMPARE(push(name + "/app", "v1", image), 201);
        QCOMPARE(putManifest(name + "/app", "x", image.manifest).status, 201);
        QCOMPARE(code(envelope("POST", name + "/immutabletagrules", "{\"scope\":" + scope("**") + ",\"tag\":" + scope("v*") + "}")), 200);
        QVERIFY(keepsNothing(name));
        QCOMPARE(marksOf(name, clean(name))[image.digest()], QByteArray("IMMUTABLE"));
        QVERIFY(isThere(name + "/app", "v1") && isThere(name + "/app", "x"));
    }

    void aTagOfYesterdayAndAPullOfAPlatformCount() // V-37, V-38
    {
        const auto name = newName();
        const auto old = newImage(), platform = newImage();
        QCOMPARE(push(name + "/app", "old", old), 201);
        setTimes(name + "/app", old.digest(), nowMs() - 90 * dayMs, 0);
        QCOMPARE(putManifest(name + "/app", "fresh", old.manifest).status, 201);
        database()->run("UPDATE manifest SET pushed_at = ? WHERE digest = ?", nowMs() - 90 * dayMs, old.digest().toStdString());
        QCOMPARE(addRule(name, rule("**", "**", true, "n_days_since_last_push", 7)), 200);
        QCOMPARE(marksOf(name, clean(name, true))[old.digest()], QByteArray("RETAIN"));

        QVERIFY(dropRules(name));
        QCOMPARE(push(name + "/multi", platform.digest(), platform), 201);
        const auto index = makeIndex({platform.manifest});
        QCOMPARE(putManifest(name + "/multi", "1", index, "application/vnd.oci.image.index.v1+json").status, 201);
        QCOMPARE(addRule(name, rule("multi", "**", true, "n_days_since_last_pull", 7)), 200);
        QCOMPARE(marksOf(name, clean(name, true))[digestOf(index)], QByteArray("DEL"));
        QCOMPARE(get("/v2/" + name + "/multi/manifests/" + platform.digest()).status, 200);
        QCOMPARE(marksOf(name, clean(name, true))[digestOf(index)], QByteArray("RETAIN")); // a pull of just now counts
    }

    void whatARunSaidWouldComeBackIsWhatTheTrashHolds()
    {
        const auto name = newName();
        const auto first = newImage(), second = newImage(), kept = newImage();
        QCOMPARE(push(name + "/a", "1", first), 201);
        QCOMPARE(push(name + "/b", "1", first), 201); // both images hold it, and both let it go
        QCOMPARE(push(name + "/a", "2", second), 201);
        QCOMPARE(push(name + "/c", "1", second), 201); // one keeps it
        QCOMPARE(push(name + "/c", "2", kept), 201);
        QCOMPARE(addRule(name, rule("c", "**", true, "always")), 200);
        QCOMPARE(addRule(name, rule("**", "no-such-tag", false, "always")), 200);
        const auto bytesOf = [](const TestImage &image) {
            qint64 sum = image.config.size();
            for (const auto &layer : image.layers)
                sum += layer.size();
            return sum;
        };
        const auto bytes = bytesOf(first);
        const auto preview = berthCall("POST", "registries/" + name + "/cleanup/preview", "{}").jsonBody();
        QCOMPARE(number(preview, "only_here_bytes"), bytes);
        QCOMPARE(number(preview, "deleted"), 3);
        QCOMPARE(number(preview, "never_pulled"), 3);
        QVERIFY(!json::boolean(preview, "at_least", true));
        const auto before = number(asked("storage"), "trash_bytes");
        for (const bool isDry : {true, false}) {
            QVERIFY(!clean(name, isDry).is_null());
            QCOMPARE(number(runOf(name), "only_here_bytes"), bytes);
            QCOMPARE(number(runOf(name), "shared_bytes"), bytesOf(second));
            QCOMPARE(number(runOf(name), "deleted"), 3);
        }
        QCOMPARE(number(asked("storage"), "trash_bytes") - before, bytes);
    }

    void aPreviewIsOfThePoliciesThatItIsGiven()
    {
        const auto name = newName();
        const auto image = newImage();
        QCOMPARE(push(name + "/app", "v1", image), 201);
        const auto at = "registries/" + name + "/cleanup/preview";
        const auto outcome = [&](const QByteArray &body) {
            const auto reply = berthCall("POST", at, quoted(body)).jsonBody();
            const auto &entries = json::list(reply, "entries");
            return entries.empty() ? QByteArray("none") : text(entries.front(), "outcome");
        };
        QCOMPARE(outcome("{}"), QByteArray("none"));
        QCOMPARE(outcome("{'rules':[{'keep':'latest_pushed_n_images','number':0}]}"), QByteArray("deleted"));
        QCOMPARE(outcome("{'rules':[{'keep':'latest_pushed_n_images','number':0}],'protection':[{'tags':{'pattern':'v*'}}]}"), QByteArray("protected"));
        QCOMPARE(outcome("{'rules':[{'keep':'n_days_since_last_push','number':1}]}"), QByteArray("kept"));
        QCOMPARE(outcome("{'rules':[{'keep':'always','disabled':true}]}"), QByteArray("none"));
        for (const char *wrong : {"{'rules':5}", "{'rules':[5]}", "{'rules':[{}]}", "{'rules':[{'keep':'latest_pushed_n_images'}]}", "{'image':5}",
                 "{'rules':[{'keep':'always','images':{'pattern':'['}}]}", "{'protection':[{'tags':{'pattern':'{'}}]}"})
            QCOMPARE(berthCall("POST", at, quoted(wrong)).status, 400);
        QVERIFY(isThere(name + "/app", "v1"));
    }

    void everythingThatARunDeletedComesBackAtOnce()
    {
        const auto name = newName();
        QList<TestImage> images;
        for (int i = 0; i < 6; ++i) {
            images << newImage();
            QCOMPARE(push(name + (i % 2 == 0 ? "/a" : "/b"), "t" + QByteArray::number(i), images.last()), 201);
        }
        QVERIFY(keepsNothing(name));
        QVERIFY(!clean(name).is_null());
        const auto run = runOf(name);
        QCOMPARE(number(run, "in_trash"), 2); // one for each image
        for (int i = 0; i < 6; ++i)
            QVERIFY(!isThere(name + (i % 2 == 0 ? "/a" : "/b"), "t" + QByteArray::number(i)));
        const auto trash = asked("trash");
        const auto &newest = json::list(trash, "operations").front();
        QCOMPARE(text(newest, "kind"), QByteArray("cleanup"));
        QCOMPARE(number(newest, "run"), number(run, "id"));
        QCOMPARE(number(newest, "artifact_count"), 3);
        QCOMPARE(berthCall("POST", "registries/" + name + "/cleanup/runs/" + idOf(run), "{\"action\":\"restore\"}").status, 200);
        QVERIFY(waitUntilRestored(name, idOf(run)));
        for (int i = 0; i < 6; ++i)
            QVERIFY(isPulled(name + (i % 2 == 0 ? "/a" : "/b"), "t" + QByteArray::number(i), images[i]));
    }

    void whatARunDeletedComesBackItemByItem()
    {
        const auto name = newName();
        const auto one = newImage(), two = newImage();
        QCOMPARE(push(name + "/app", "one", one), 201);
        QCOMPARE(push(name + "/app", "two", two), 201);
        QVERIFY(keepsNothing(name));
        QVERIFY(!clean(name).is_null());
        const auto trash = asked("trash");
        const auto deletion = number(json::list(trash, "operations").front(), "id");
        QCOMPARE(restore(deletion, "{\"artifacts\":[\"" + two.digest() + "\"]}").status, 200);
        QVERIFY(isThere(name + "/app", "two") && !isThere(name + "/app", "one"));
        QCOMPARE(restore(deletion).status, 200);
        QVERIFY(isPulled(name + "/app", "one", one));
    }

    void eachArtifactIsDeletedUnderAnEventOfItsOwn()
    {
        const auto name = newName();
        const auto kept = newImage();
        QCOMPARE(push(name + "/app", "kept", kept), 201);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(push(name + "/app", "t" + QByteArray::number(i), newImage()), 201);
        QCOMPARE(addRule(name, rule("**", "kept", false, "always")), 200);
        QVERIFY(!clean(name, true).is_null());
        const auto count = [&] {
            return database()->integer("SELECT count(*) FROM event WHERE registry = ? AND kind = 'artifact_deleted' AND actor = ''", -1, name.toStdString());
        };
        QCOMPARE(count(), 0); // a test run says nothing to anybody
        QVERIFY(!clean(name).is_null());
        QCOMPARE(count(), 3);
    }

    void oneRunAtATimeAndItCanBeStopped()
    {
        const auto name = newName();
        QVERIFY(plantMany(name + "/app"));
        QVERIFY(keepsNothing(name));
        QCOMPARE(code(envelope("POST", name + "/retentions/executions", "{\"dry_run\":false}")), 200);
        QCOMPARE(code(envelope("POST", name + "/retentions/executions", "{\"dry_run\":true}")), 10409);
        for (int i = 0; i < 500 && number(runOf(name), "deleted") < 100; ++i)
            QTest::qWait(5);
        const auto at = "registries/" + name + "/cleanup/runs/" + idOf(runOf(name));
        QCOMPARE(berthCall("POST", at, "{\"action\":\"restore\"}").status, 409); // still under way
        QCOMPARE(berthCall("POST", at, "{\"action\":\"stop\"}").status, 200);
        const auto run = waitForRun(name);
        QCOMPARE(text(run, "status"), QByteArray("Stopped"));
        const auto deleted = number(runOf(name), "deleted");
        QVERIFY2(deleted >= 100 && deleted < 3001, QByteArray::number(deleted).constData());
        QCOMPARE(artifactsIn(name), 3001 - deleted);
        QCOMPARE(text(tasksOf(name, run).front(), "status"), QByteArray("Stopped"));
        QCOMPARE(berthCall("POST", at, "{\"action\":\"stop\"}").status, 200); // once more changes nothing
        QCOMPARE(berthCall("POST", at, "{\"action\":\"leave\"}").status, 400);
        QCOMPARE(berthCall("POST", at, "{\"action\":\"restore\"}").status, 200);
        QVERIFY(waitUntilRestored(name, idOf(run)));
        QVERIFY(!clean(name, true).is_null()); // the next may begin
        QCOMPARE(number(runOf(name), "total"), 3001);
    }

    void theTrashMayBeEmptiedMeanwhile()
    {
        const auto name = newName();
        QVERIFY(plantMany(name + "/app") && keepsNothing(name) && isAmidst(name));
        QCOMPARE(berthCall("DELETE", "trash").status, 200);
        QCOMPARE(text(waitForRun(name), "status"), QByteArray("Success"));
        QCOMPARE(number(runOf(name), "deleted"), many + 1);
        QCOMPARE(artifactsIn(name), 0);
        // What went after that is in the trash, as any later deletion.
        const auto kept = artifactsInTrash(name, "cleanup");
        QVERIFY2(kept > 0 && kept < many, QByteArray::number(kept).constData());
        QCOMPARE(berthCall("POST", "registries/" + name + "/cleanup/runs/" + idOf(runOf(name)), "{\"action\":\"restore\"}").status, 200);
        QVERIFY(waitUntilRestored(name, idOf(runOf(name))));
        QCOMPARE(artifactsIn(name), kept);
    }

    void whatIsRestoredMeanwhileStays()
    {
        const auto name = newName();
        QVERIFY(plantMany(name + "/app") && keepsNothing(name) && isAmidst(name));
        const auto trash = asked("trash");
        QCOMPARE(restore(number(json::list(trash, "operations").front(), "id")).status, 200);
        QCOMPARE(text(waitForRun(name), "status"), QByteArray("Success"));
        const auto deleted = number(runOf(name), "deleted");
        QVERIFY(artifactsIn(name) >= 100);
        QCOMPARE(artifactsIn(name) + artifactsInTrash(name, "cleanup"), many + 1);
        QCOMPARE(deleted, many + 1); // each of them once
    }

    void anImageThatIsDeletedMeanwhileIsItsDeletersAlone()
    {
        const auto name = newName();
        QVERIFY(plantMany(name + "/app") && keepsNothing(name) && isAmidst(name));
        const auto deletion = deletionOf(ncrImage("DELETE", name + "/app"));
        QVERIFY(deletion > 0);
        const auto gone = artifactsInTrash(name, "image");
        QVERIFY(!waitForRun(name).is_null());
        QCOMPARE(artifactsInTrash(name, "image"), gone);
        QCOMPARE(artifactsInTrash(name, "cleanup"), number(runOf(name), "deleted"));
        QCOMPARE(gone + number(runOf(name), "deleted"), many + 1);
        QCOMPARE(restore(deletion).status, 200);
        QCOMPARE(artifactsIn(name), gone);
    }

    void whatIsTaggedOrPulledMeanwhileStays()
    {
        const auto name = newName();
        QVERIFY(plantMany(name + "/app"));
        // The oldest are judged last.
        const auto tagged = newImage(), pulled = newImage();
        QCOMPARE(push(name + "/app", "old", tagged), 201);
        QCOMPARE(push(name + "/app", "pulled", pulled), 201);
        setTimes(name + "/app", tagged.digest(), 10, 0);
        setTimes(name + "/app", pulled.digest(), 11, 0);
        QVERIFY(keepsNothing(name) && isAmidst(name));
        QCOMPARE(code(envelope("POST", name + "/images/app/artifacts/" + tagged.digest() + "/tags", "{\"name\":\"again\"}")), 200);
        QCOMPARE(get("/v2/" + name + "/app/manifests/pulled").status, 200);
        QCOMPARE(text(waitForRun(name), "status"), QByteArray("Success"));
        QVERIFY(isPulled(name + "/app", "old", tagged) && isPulled(name + "/app", "pulled", pulled));
        QCOMPARE(artifactsIn(name), 2);
    }

    void aSignatureOfTwoArtifactsStaysWithTheOneThatStays()
    {
        const auto name = newName();
        const auto gone = newImage(), kept = newImage(), also = newImage();
        QCOMPARE(push(name + "/app", "gone", gone), 201);
        QCOMPARE(push(name + "/app", "kept", kept), 201);
        QCOMPARE(push(name + "/app", "keep-me", also), 201);
        const auto tagOf = [](const TestImage &image) { return QByteArray(image.digest()).replace(':', '-'); };
        const auto sbom = signature(name + "/app", "test/sbom", nullptr);
        for (const auto *image : {&gone, &kept})
            QCOMPARE(putManifest(name + "/app", tagOf(*image) + ".sbom", sbom).status, 201);
        QCOMPARE(putManifest(name + "/app", tagOf(gone) + ".att", also.manifest).status, 201); // an image by itself, whatever its second tag says
        QCOMPARE(addRule(name, rule("**", "{kept,keep-me}", false, "always")), 200);
        const auto run = clean(name);
        QCOMPARE(number(runOf(name), "deleted"), 1);
        QVERIFY(!isThere(name + "/app", "gone"));
        QVERIFY(isThere(name + "/app", digestOf(sbom)) && isThere(name + "/app", "keep-me"));
    }

    void aPlatformThatACleanupTookDuringAPushComesBackWithItsIndex()
    {
        const auto name = newName();
        const auto platform = newImage();
        QCOMPARE(push(name + "/app", platform.digest(), platform), 201); // the index is still to come
        QCOMPARE(push(name + "/app", "kept", newImage()), 201);
        QCOMPARE(addRule(name, rule("**", "kept", false, "always")), 200);
        QVERIFY(!clean(name).is_null());
        QVERIFY(!isThere(name + "/app", platform.digest()));
        QCOMPARE(putManifest(name + "/app", "multi", makeIndex({platform.manifest}), "application/vnd.oci.image.index.v1+json").status, 201);
        QVERIFY(isPulled(name + "/app", platform.digest(), platform));
        QCOMPARE(number(runOf(name), "in_trash"), 0);
    }

    void layersThatAClientReliedOnAreThereForItsPush()
    {
        const auto name = newName();
        const auto image = newImage();
        QCOMPARE(push(name + "/app", "1", image), 201);
        for (const auto &blob : image.layers + QList<QByteArray>{image.config}) // "layer already exists"
            QCOMPARE(send("HEAD", "/v2/" + name + "/app/blobs/" + digestOf(blob)).status, 200);
        QVERIFY(keepsNothing(name) && !clean(name).is_null());
        QVERIFY(!isThere(name + "/app", "1"));
        QCOMPARE(putManifest(name + "/app", "2", image.manifest).status, 201);
        QVERIFY(isPulled(name + "/app", "2", image));
    }

    void whatGoesAlongMayBeProtectedByATagOfItsOwn()
    {
        const auto name = newName();
        const auto image = newImage();
        QCOMPARE(push(name + "/app", "dev", image), 201);
        const auto referrer = signature(name + "/app", "test/sbom", &image);
        QCOMPARE(putManifest(name + "/app", "v1-sbom", referrer).status, 201);
        QCOMPARE(code(envelope("POST", name + "/immutabletagrules", "{\"scope\":" + scope("**") + ",\"tag\":" + scope("v*") + "}")), 200);
        QVERIFY(keepsNothing(name));
        for (const bool isDry : {true, false})
            QCOMPARE(marksOf(name, clean(name, isDry))[image.digest()], QByteArray("IMMUTABLE"));
        QVERIFY(isThere(name + "/app", "dev") && isThere(name + "/app", "v1-sbom"));
    }

    void manyNestedIndexesAreJudgedAtOnce()
    {
        const auto name = newName();
        const auto leaf = newImage();
        QCOMPARE(push(name + "/app", "leaf", leaf), 201);
        QList<QByteArray> level{leaf.manifest};
        for (int depth = 0; depth < 6; ++depth) {
            QList<QByteArray> next;
            for (int i = 0; i < 8; ++i) {
                auto index = makeIndex(level);
                index.insert(1, "\"annotations\":{\"n\":\"" + QByteArray::number(depth * 10 + i) + "\"},");
                QCOMPARE(
                    putManifest(name + "/app", depth == 5 ? "top" + QByteArray::number(i) : digestOf(index), index, "application/vnd.oci.image.index.v1+json")
                        .status,
                    201);
                next << index;
            }
            level = next;
        }
        QCOMPARE(addRule(name, rule("**", "top*", false, "always")), 200);
        const auto run = clean(name, true);
        QCOMPARE(text(run, "status"), QByteArray("Success"));
        QCOMPARE(marksOf(name, run)[leaf.digest()], QByteArray("ERR"));
    }

    void aRunThatTheProgramsEndCutShortIsInterrupted()
    {
        const auto name = newName();
        for (int i = 0; i < 40; ++i)
            QCOMPARE(push(name + "/app" + QByteArray::number(i), "1", newImage()), 201);
        QVERIFY(keepsNothing(name));
        QCOMPARE(code(envelope("POST", name + "/retentions/executions", "{}")), 200); // without the word it is a real one
        registry.kill();
        QVERIFY(registry.start(arguments()));
        const auto run = lastRun(name);
        QVERIFY2(text(run, "status") == "Error" || text(run, "status") == "Success", text(run, "status").constData());
        QVERIFY(text(runOf(name), "state") == "interrupted" || text(runOf(name), "state") == "done");
        for (const auto &task : tasksOf(name, run))
            QVERIFY(text(task, "status") != "Running");
        const auto next = clean(name);
        QCOMPARE(text(next, "status"), QByteArray("Success"));
        for (int i = 0; i < 40; ++i)
            QVERIFY(!isThere(name + "/app" + QByteArray::number(i), "1"));
        // The history survives, newest first.
        const auto reply = envelope("GET", name + "/retentions/executions");
        QCOMPARE(json::list(reply, "executions").size(), 2u);
        QCOMPARE(idOf(json::list(reply, "executions").back()), idOf(run));
    }

    void aPolicyOfARunIsThatOfItsBegin()
    {
        const auto name = newName();
        QCOMPARE(push(name + "/app", "1", newImage()), 201);
        QCOMPARE(addRule(name, rule("**", "**", true, "latest_pushed_n_images", 1)), 200);
        QVERIFY(!clean(name, true).is_null());
        QVERIFY(dropRules(name));
        const auto kept = runOf(name);
        QCOMPARE(QByteArray::fromStdString(json::serialize(json::list(kept, "rules"))),
            quoted("[{'disabled':false,'images':{'excludes':false,'pattern':'**'},'tags':{'excludes':false,'pattern':'**','untagged':true},"
                   "'keep':'latest_pushed_n_images','number':1}]"));
        const auto entries = entriesOf(name, kept);
        QCOMPARE(entries.size(), 1u);
        QCOMPARE(number(entries.front(), "rule"), 0);
    }

    void aScheduledRunStandsInTheHistory() // at the minute, in a server whose clock runs
    {
        const auto name = newName();
        const auto image = newImage();
        QCOMPARE(push(name + "/app", "1", image), 201);
        QVERIFY(keepsNothing(name));
        QCOMPARE(code(envelope("POST", name + "/retentions/schedule", "{\"settings\":{\"cron\":\"* * * * *\"}}")), 200);
        for (int i = 0; i < 7000 && isThere(name + "/app", "1"); ++i)
            QTest::qWait(10);
        QVERIFY(!isThere(name + "/app", "1"));
        const auto run = waitForRun(name);
        QCOMPARE(text(run, "trigger"), QByteArray("Schedule"));
        QCOMPARE(text(run, "status"), QByteArray("Success"));
        QCOMPARE(code(envelope("POST", name + "/retentions/schedule", "{\"settings\":{\"cron\":\"\"}}")), 200);
    }
};

QTEST_GUILESS_MAIN(CleanupRunsTest)
#include "CleanupRunsTest.moc"
