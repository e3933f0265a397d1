// SPDX-License-Identifier: Apache-2.0
#include "core/Hasher.h"
#include "support/RegistryFixture.h"

using namespace berth;
using namespace berth::test;

class UploadTest : public RegistryFixture {
    Q_OBJECT

private:
    const QByteArray m_credentials = "Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret);

    bool has(const QByteArray &repository, const QByteArray &blob) const { return get("/v2/" + repository + "/blobs/" + digestOf(blob)).body == blob; }
    HttpReply patch(const QByteArray &location, const QByteArray &body, const QByteArray &range = {}) const
    {
        QList<std::pair<QByteArray, QByteArray>> headers;
        if (!range.isEmpty())
            headers.emplaceBack("Content-Range", range);
        return send("PATCH", location, body, headers);
    }
    /// A PATCH in HTTP chunks, without a length, as docker and podman send it.
    HttpReply stream(const QByteArray &location, const QByteArray &body) const
    {
        RawConnection connection(registry.host());
        connection.send(
            head("PATCH", location, registry.host().toUtf8(), {m_credentials, "Transfer-Encoding: chunked", "Content-Type: application/octet-stream"}));
        for (qsizetype at = 0; at < body.size(); at += 333'333) {
            const auto piece = body.mid(at, 333'333);
            connection.send(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
        }
        connection.send("0\r\n\r\n");
        return connection.receive();
    }
    HttpReply close(
        const QByteArray &location, const QByteArray &digest, const QByteArray &body = {}, const QList<std::pair<QByteArray, QByteArray>> &headers = {}) const
    {
        return send("PUT", location + (location.contains('?') ? "&digest=" : "?digest=") + digest, body, headers);
    }
    static QByteArray sha512(const QByteArray &bytes) { return QByteArray::fromStdString(Hasher::of(bytes.toStdString(), DigestAlgorithm::Sha512).toString()); }

private Q_SLOTS:
    // Sessions

    void aSessionTellsWhereAndHowFar()
    {
        const auto repository = newRepository();
        const auto reply = send("POST", "/v2/" + repository + "/blobs/uploads/");
        QCOMPARE(reply.status, 202);
        const auto id = reply.headers["docker-upload-uuid"];
        QCOMPARE(id.size(), 36);
        QCOMPARE(reply.headers["location"], "/v2/" + repository + "/blobs/uploads/" + id);
        QCOMPARE(reply.headers["range"], QByteArray("0-0"));
        QVERIFY(!reply.headers.contains("oci-chunk-min-length"));
    }

    void theUploadsAddressWorksWithoutItsSlash() { QCOMPARE(send("POST", "/v2/" + newRepository() + "/blobs/uploads").status, 202); }

    // The ways to push a blob

    void aBlobArrivesInEveryStyle_data()
    {
        QTest::addColumn<QByteArray>("style");
        QTest::addColumn<int>("size");
        for (const char *style : {"POST", "POST-PUT", "chunked", "stream", "last chunk in PUT"}) {
            for (const int size : {0, 1, 100'000, 3'000'000})
                QTest::addRow("%s, %d bytes", style, size) << QByteArray(style) << size;
        }
    }
    void aBlobArrivesInEveryStyle()
    {
        QFETCH(QByteArray, style);
        QFETCH(int, size);
        const auto repository = newRepository();
        QByteArray blob = style + QByteArray::number(size) + "-";
        while (blob.size() < size)
            blob += blob;
        blob.truncate(size);
        HttpReply reply;
        if (style == "POST") {
            reply = send("POST", "/v2/" + repository + "/blobs/uploads/?digest=" + digestOf(blob), blob);
        } else if (style == "POST-PUT") {
            reply = close(openUpload(repository), digestOf(blob), blob);
        } else if (style == "stream") {
            const auto location = openUpload(repository);
            const auto sent = stream(location, blob);
            QCOMPARE(sent.status, 202);
            reply = close(sent.headers["location"], digestOf(blob));
        } else {
            auto location = openUpload(repository);
            const auto half = blob.size() / 2;
            if (half > 0) {
                auto part = patch(location, blob.left(half), "0-" + QByteArray::number(half - 1));
                QCOMPARE(part.status, 202);
                QCOMPARE(part.headers["range"], "0-" + QByteArray::number(half - 1));
                location = part.headers["location"];
            }
            if (style == "chunked" && blob.size() > half) {
                auto part = patch(location, blob.mid(half), QByteArray::number(half) + "-" + QByteArray::number(blob.size() - 1));
                QCOMPARE(part.status, 202);
                location = part.headers["location"];
            }
            reply = close(location, digestOf(blob), style == "chunked" ? QByteArray() : blob.mid(half));
        }
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.headers["location"], "/v2/" + repository + "/blobs/" + digestOf(blob));
        QCOMPARE(reply.headers["docker-content-digest"], digestOf(blob));
        QVERIFY(has(repository, blob));
    }

    void aBlobThatIsThereIsPushedAgainWithoutASecondCopy()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "twice"), 201);
        const auto before = registry.manage("GET", QStringLiteral("/berth/v1/storage")).body;
        QCOMPARE(upload(repository, "twice"), 201);
        QCOMPARE(json::integer(registry.manage("GET", QStringLiteral("/berth/v1/storage")).jsonBody(), "used_bytes"),
            json::integer(*json::parseStrict(before.toStdString()), "used_bytes"));
    }

    void theSecondRepositoryStoresNothingNew()
    {
        const QByteArray blob(50'000, 'r');
        QCOMPARE(upload(newRepository(), blob), 201);
        const auto used = [&] { return json::integer(registry.manage("GET", QStringLiteral("/berth/v1/storage")).jsonBody(), "used_bytes"); };
        const auto before = used();
        QCOMPARE(upload(newRepository(), blob), 201);
        QCOMPARE(used(), before);
    }

    // sha512

    void aSha512BlobIsStoredWhetherAnnouncedOrNot_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("announced") << QByteArray("?digest-algorithm=sha512");
        QTest::newRow("sha256 announced") << QByteArray("?digest-algorithm=sha256");
        QTest::newRow("not announced") << QByteArray();
    }
    void aSha512BlobIsStoredWhetherAnnouncedOrNot()
    {
        QFETCH(QByteArray, query);
        const auto repository = newRepository();
        const QByteArray blob = "sha512 content " + query;
        const auto session = send("POST", "/v2/" + repository + "/blobs/uploads/" + query);
        QCOMPARE(session.status, 202);
        QCOMPARE(patch(session.headers["location"], blob).status, 202);
        const auto reply = close(session.headers["location"], sha512(blob));
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.headers["docker-content-digest"], sha512(blob));
        QCOMPARE(get("/v2/" + repository + "/blobs/" + sha512(blob)).body, blob);
        QCOMPARE(get("/v2/" + repository + "/blobs/" + digestOf(blob)).status, 404);
    }

    void aSha512BlobArrivesInOnePost()
    {
        const auto repository = newRepository();
        QCOMPARE(send("POST", "/v2/" + repository + "/blobs/uploads/?digest=" + sha512("x"), "x").status, 201);
    }

    void anUnknownAlgorithmIsRefused()
    {
        const auto reply = send("POST", "/v2/" + newRepository() + "/blobs/uploads/?digest-algorithm=md5");
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("DIGEST_INVALID"));
    }

    // Digests that are wrong

    void anotherDigestIsRefusedInEveryStyleAndNothingIsStored_data()
    {
        QTest::addColumn<QByteArray>("style");
        for (const char *style : {"POST", "POST-PUT", "chunked", "stream"})
            QTest::newRow(style) << QByteArray(style);
    }
    void anotherDigestIsRefusedInEveryStyleAndNothingIsStored()
    {
        QFETCH(QByteArray, style);
        const auto repository = newRepository();
        const QByteArray blob = "the bytes of " + style;
        const auto wrong = digestOf("other bytes");
        QByteArray location;
        HttpReply reply;
        if (style == "POST") {
            reply = send("POST", "/v2/" + repository + "/blobs/uploads/?digest=" + wrong, blob);
        } else {
            location = openUpload(repository);
            if (style == "chunked")
                QCOMPARE(patch(location, blob, "0-" + QByteArray::number(blob.size() - 1)).status, 202);
            else if (style == "stream")
                QCOMPARE(stream(location, blob).status, 202);
            reply = close(location, wrong, style == "POST-PUT" ? blob : QByteArray());
        }
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("DIGEST_INVALID"));
        QCOMPARE(get("/v2/" + repository + "/blobs/" + wrong).status, 404);
        QCOMPARE(get("/v2/" + repository + "/blobs/" + digestOf(blob)).status, 404);
        if (!location.isEmpty())
            QCOMPARE(get(location).status, 404); // the session is over
    }

    void aClosingDigestThatIsMissingOrMalformedKeepsTheSession_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char *query : {"", "?digest=", "?digest=sha256:abc", "?digest=md5:d41d8cd98f00b204e9800998ecf8427e"})
            QTest::newRow(*query ? query : "(none)") << QByteArray(query);
    }
    void aClosingDigestThatIsMissingOrMalformedKeepsTheSession()
    {
        QFETCH(QByteArray, query);
        const auto repository = newRepository();
        const auto location = openUpload(repository);
        QCOMPARE(patch(location, "abc").status, 202);
        const auto reply = send("PUT", location + query);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("DIGEST_INVALID"));
        QCOMPARE(close(location, digestOf("abc")).status, 201);
    }

    void aMalformedDigestInThePostIsRefused()
    {
        QCOMPARE(errorCode(send("POST", "/v2/" + newRepository() + "/blobs/uploads/?digest=sha256:x", "x")), QByteArray("DIGEST_INVALID"));
    }

    // Chunks and their order

    void aChunkOutOfOrderIs416AndTheSessionGoesOn_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *range, const char *body) { QTest::newRow(name) << QByteArray(range) << QByteArray(body); };
        row("gap", "7-9", "def");
        row("again from the start", "0-2", "abc");
        row("overlap", "2-4", "cde");
        row("length too long", "3-9", "def");
        row("length too short", "3-4", "def");
        row("backwards", "5-3", "def");
        row("with unit", "bytes 3-5", "def");
        row("with total", "3-5/6", "def");
        row("no range", "x", "def");
        row("open end", "3-", "def");
        row("over 64 bits", "99999999999999999999-99999999999999999999", "d");
    }
    void aChunkOutOfOrderIs416AndTheSessionGoesOn()
    {
        QFETCH(QByteArray, range);
        QFETCH(QByteArray, body);
        const auto repository = newRepository();
        const auto location = openUpload(repository);
        QCOMPARE(patch(location, "abc", "0-2").status, 202);
        const auto refused = patch(location, body, range);
        QCOMPARE(refused.status, 416);
        QCOMPARE(errorCode(refused), QByteArray("BLOB_UPLOAD_INVALID"));
        const auto status = get(location);
        QCOMPARE(status.status, 204);
        QCOMPARE(status.headers["range"], QByteArray("0-2"));
        QCOMPARE(patch(location, "def", "3-5").status, 202);
        QCOMPARE(close(location, digestOf("abcdef")).status, 201);
        QVERIFY(has(repository, "abcdef"));
    }

    void aFirstChunkThatDoesNotBeginAtZeroIs416()
    {
        const auto location = openUpload(newRepository());
        QCOMPARE(patch(location, "def", "3-5").status, 416);
        QCOMPARE(get(location).headers["range"], QByteArray("0-0"));
    }

    void aLastChunkOutOfOrderIs416()
    {
        const auto repository = newRepository();
        const auto location = openUpload(repository);
        QCOMPARE(patch(location, "abc", "0-2").status, 202);
        QCOMPARE(close(location, digestOf("abcdef"), "def", {{"Content-Range", "4-6"}}).status, 416);
        QCOMPARE(close(location, digestOf("abcdef"), "def", {{"Content-Range", "3-5"}}).status, 201);
    }

    // Status and cancelling

    void theStatusTellsWhatHasArrived()
    {
        const auto location = openUpload(newRepository());
        QCOMPARE(patch(location, QByteArray(1234, 'x')).status, 202);
        const auto reply = get(location);
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.headers["range"], QByteArray("0-1233"));
        QCOMPARE(reply.headers["location"], location);
        QCOMPARE(reply.headers["docker-upload-uuid"], location.right(36));
    }

    void aCancelledUploadIsUnknown()
    {
        const auto location = openUpload(newRepository());
        QCOMPARE(patch(location, "abc").status, 202);
        QCOMPARE(send("DELETE", location).status, 204);
        for (const char *method : {"GET", "PATCH", "DELETE"}) {
            const auto reply = send(method, location);
            QCOMPARE(reply.status, 404);
            QCOMPARE(errorCode(reply), QByteArray("BLOB_UPLOAD_UNKNOWN"));
        }
        QCOMPARE(close(location, digestOf("abc")).status, 404);
    }

    void aFinishedUploadIsUnknown()
    {
        const auto location = openUpload(newRepository());
        QCOMPARE(close(location, digestOf("abc"), "abc").status, 201);
        QCOMPARE(get(location).status, 404);
    }

    void anUnknownUploadIs404_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char *id : {"3f0fb0a8-33a2-4f6e-8e6f-2d2c0c1d6b11", "x", "..", "%2e%2e", "3F0FB0A8-33A2-4F6E-8E6F-2D2C0C1D6B11"})
            QTest::newRow(id) << QByteArray(id);
    }
    void anUnknownUploadIs404()
    {
        QFETCH(QByteArray, id);
        const auto reply = sendRaw("GET", "/v2/" + newRepository() + "/blobs/uploads/" + id);
        QCOMPARE(reply.status, 404);
        QCOMPARE(errorCode(reply), QByteArray("BLOB_UPLOAD_UNKNOWN"));
    }

    void anUploadBelongsToItsRepository()
    {
        const auto one = newRepository();
        const auto two = newRepository();
        QCOMPARE(upload(two, "x"), 201);
        const auto location = openUpload(one);
        QCOMPARE(patch(location, "abc").status, 202);
        const auto elsewhere = QByteArray(location).replace(one, two);
        QCOMPARE(get(elsewhere).status, 404);
        QCOMPARE(patch(elsewhere, "def").status, 404);
        QCOMPARE(close(elsewhere, digestOf("abc")).status, 404);
        QCOMPARE(close(location, digestOf("abc")).status, 201);
    }

    // Lines that break, writers that meet

    void whatArrivedBeforeTheLineBrokeIsKept()
    {
        const auto repository = newRepository();
        const auto location = openUpload(repository);
        const QByteArray blob(1'000'000, 'b');
        {
            RawConnection connection(registry.host());
            connection.send(head("PATCH", location, registry.host().toUtf8(), {m_credentials, "Content-Length: 1000000"}) + blob.left(600'000));
            QTest::qWait(200);
            connection.abort();
        }
        QTRY_VERIFY(get(location).status == 204);
        const auto range = get(location).headers["range"];
        const auto received = range.mid(2).toLongLong() + 1;
        QVERIFY2(received > 1 && received <= 600'000, range.constData());
        QCOMPARE(patch(location, blob.mid(received), QByteArray::number(received) + "-999999").status, 202);
        QCOMPARE(close(location, digestOf(blob)).status, 201);
        QVERIFY(has(repository, blob));
    }

    void aClosingRequestThatBreaksOffCompletesNothing()
    {
        const auto repository = newRepository();
        const auto location = openUpload(repository);
        {
            RawConnection connection(registry.host());
            connection.send(head("PUT", location + "?digest=" + digestOf("abc"), registry.host().toUtf8(), {m_credentials, "Content-Length: 6"}) + "abc");
            QTest::qWait(100);
            connection.abort();
        }
        QTest::qWait(100);
        QCOMPARE(get("/v2/" + repository + "/blobs/" + digestOf("abc")).status, 404);
    }

    void aSecondWriterIsRefusedWhileTheFirstIsAtWork()
    {
        const auto repository = newRepository();
        const auto location = openUpload(repository);
        RawConnection first(registry.host());
        first.send(head("PATCH", location, registry.host().toUtf8(), {m_credentials, "Content-Length: 6"}) + "abc");
        QTest::qWait(200);
        const auto late = patch(location, "xyz");
        QVERIFY2(late.status == 400 || late.status == 416, QByteArray::number(late.status).constData());
        QCOMPARE(errorCode(late), QByteArray("BLOB_UPLOAD_INVALID"));
        first.send("def");
        QCOMPARE(first.receive().status, 202);
        QCOMPARE(close(location, digestOf("abcdef")).status, 201);
    }

    void aClientThatWaitsForContinueIsToldToGoOn()
    {
        const auto location = openUpload(newRepository());
        RawConnection connection(registry.host());
        connection.send(head("PATCH", location, registry.host().toUtf8(), {m_credentials, "Content-Length: 3", "Expect: 100-continue"}));
        QCOMPARE(connection.receive().status, 100);
        connection.send("abc");
        QCOMPARE(connection.receive().status, 202);
    }

    void aClientThatWaitsForContinueIsSparedTheBodyOfARefusedRequest()
    {
        RawConnection connection(registry.host());
        connection.send(head("PATCH", "/v2/team/none/blobs/uploads/3f0fb0a8-33a2-4f6e-8e6f-2d2c0c1d6b11", registry.host().toUtf8(),
            {m_credentials, "Content-Length: 1000000000", "Expect: 100-continue"}));
        QCOMPARE(connection.receive().status, 404);
    }

    // Mounting

    void aMountedBlobIsThereWithoutAnUpload()
    {
        const auto source = newRepository();
        const auto target = newRepository();
        QCOMPARE(upload(source, "mounted"), 201);
        const auto reply = send("POST", "/v2/" + target + "/blobs/uploads/?mount=" + digestOf("mounted") + "&from=" + source);
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.headers["location"], "/v2/" + target + "/blobs/" + digestOf("mounted"));
        QCOMPARE(reply.headers["docker-content-digest"], digestOf("mounted"));
        QVERIFY(has(target, "mounted"));
    }

    void aMountThatIsNotPossibleOpensAnUpload_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("unknown blob") << "?mount=" + digestOf("nowhere") + "&from=team/t1";
        QTest::newRow("unknown source") << "?mount=" + digestOf("nowhere") + "&from=no/such";
        QTest::newRow("source with a broken name") << "?mount=" + digestOf("nowhere") + "&from=NO";
        QTest::newRow("no source") << "?mount=" + digestOf("nowhere");
        QTest::newRow("malformed digest") << QByteArray("?mount=sha256:x&from=team/t1");
    }
    void aMountThatIsNotPossibleOpensAnUpload()
    {
        QFETCH(QByteArray, query);
        const auto repository = newRepository();
        const auto reply = send("POST", "/v2/" + repository + "/blobs/uploads/" + query);
        QCOMPARE(reply.status, 202);
        QCOMPARE(close(reply.headers["location"], digestOf("abc"), "abc").status, 201);
    }

    void aBlobThatWasDeletedFromTheSourceIsNotMounted()
    {
        const auto source = newRepository();
        QCOMPARE(upload(source, "gone"), 201);
        QCOMPARE(send("DELETE", "/v2/" + source + "/blobs/" + digestOf("gone")).status, 202);
        QCOMPARE(send("POST", "/v2/" + newRepository() + "/blobs/uploads/?mount=" + digestOf("gone") + "&from=" + source).status, 202);
    }

    // The name that replies repeat

    void repliesRepeatTheNameThatWasAskedFor()
    {
        const auto reply = send("POST", "/v2/ubuntu/blobs/uploads/");
        QVERIFY(reply.headers["location"].startsWith("/v2/ubuntu/blobs/uploads/"));
        QCOMPARE(close(reply.headers["location"], digestOf("abc"), "abc").headers["location"], "/v2/ubuntu/blobs/" + digestOf("abc"));
        QCOMPARE(get("/v2/library/ubuntu/blobs/" + digestOf("abc")).body, QByteArray("abc"));
    }

    // Across a restart: last, since it takes the server down

    void anUploadGoesOnAfterARestart_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("stopped") << false;
        QTest::newRow("killed") << true;
    }
    void anUploadGoesOnAfterARestart()
    {
        QFETCH(bool, killed);
        const auto repository = newRepository();
        const auto location = openUpload(repository);
        QCOMPARE(patch(location, QByteArray(500'000, 'a')).status, 202);
        if (killed)
            registry.kill();
        else
            QCOMPARE(registry.stop(), 0);
        QVERIFY(registry.start());
        QCOMPARE(get(location).headers["range"], QByteArray("0-499999"));
        QCOMPARE(patch(location, "tail", "500000-500003").status, 202);
        QCOMPARE(close(location, digestOf(QByteArray(500'000, 'a') + "tail")).status, 201);
    }
};

QTEST_GUILESS_MAIN(UploadTest)
#include "UploadTest.moc"
