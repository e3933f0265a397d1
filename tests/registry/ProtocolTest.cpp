// SPDX-License-Identifier: Apache-2.0
#include "support/RegistryFixture.h"

using namespace berth;
using namespace berth::test;

/// The base call, reading and deleting blobs, and what holds for every answer under /v2/.
class ProtocolTest : public RegistryFixture {
    Q_OBJECT

private:
    QByteArray m_blob;      ///< 10,000 bytes in team/blobs.
    QByteArray m_blobPath;

    HttpReply range(const QByteArray &value, const QList<std::pair<QByteArray, QByteArray>> &more = {}) const
    {
        auto headers = more;
        headers.emplaceBack("Range", value);
        return send("GET", m_blobPath, {}, headers);
    }

private Q_SLOTS:
    void aBlobForTheReadingTestsIsUploaded()
    {
        for (int i = 0; i < 10'000; ++i)
            m_blob += char(i % 251);
        m_blobPath = "/v2/team/blobs/blobs/" + digestOf(m_blob);
        QCOMPARE(upload("team/blobs", m_blob), 201);
    }

    // The base call

    void theBaseCallAnswersWithAndWithoutSlash_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("slash") << QByteArray("/v2/");
        QTest::newRow("none") << QByteArray("/v2");
    }
    void theBaseCallAnswersWithAndWithoutSlash()
    {
        QFETCH(QByteArray, path);
        const auto reply = get(path);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray("{}"));
        QCOMPARE(reply.headers["docker-distribution-api-version"], QByteArray("registry/2.0"));
        QCOMPARE(send("HEAD", path).status, 200);
    }

    // Addresses and methods

    void whatIsNoAddressIs404WithAnErrorBody_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target : {"/v2/x", "/v2//", "/v2/team/app", "/v2/team/app/blobs", "/v2/team/app/tags", "/v2/team/app/tags/lists",
                 "/v2/_oci/ext/discover", "/v2/team/app/unknown/x", "/v1/", "/", "/v2x", "/robots.txt", "/v2/team%2Fapp/tags/list",
                 "/v2/team/app/manifests/a%2Fb", "/v2/team/app%2ftags/list", "/v2/team/app/blobs/%zz", "/v2/%/tags/list"})
            QTest::newRow(target) << QByteArray(target);
    }
    void whatIsNoAddressIs404WithAnErrorBody()
    {
        QFETCH(QByteArray, target);
        const auto reply = sendRaw("GET", target);
        QCOMPARE(reply.status, 404);
        QCOMPARE(errorCode(reply), QByteArray("NAME_UNKNOWN"));
    }

    void aWrongMethodIs405WithWhatIsAllowed_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("allowed");
        const auto row = [](const char *method, const QByteArray &path, const char *allowed) {
            QTest::addRow("%s %s", method, path.left(60).constData()) << QByteArray(method) << path << QByteArray(allowed);
        };
        const QByteArray digest = digestOf("x");
        row("POST", "/v2/", "GET, HEAD");
        row("DELETE", "/v2/", "GET, HEAD");
        row("POST", "/v2/_catalog", "GET, HEAD");
        row("PUT", "/v2/team/app/tags/list", "GET, HEAD");
        row("POST", "/v2/team/app/referrers/" + digest, "GET, HEAD");
        row("PUT", "/v2/team/app/blobs/" + digest, "GET, HEAD, DELETE");
        row("POST", "/v2/team/app/manifests/latest", "GET, HEAD, PUT, DELETE");
        row("PATCH", "/v2/team/app/manifests/latest", "GET, HEAD, PUT, DELETE");
        row("GET", "/v2/team/app/blobs/uploads/", "POST");
        row("DELETE", "/v2/team/app/blobs/uploads/", "POST");
        row("POST", "/v2/team/app/blobs/uploads/3f0fb0a8-33a2-4f6e-8e6f-2d2c0c1d6b11", "GET, PATCH, PUT, DELETE");
        row("OPTIONS", "/v2/team/app/tags/list", "GET, HEAD");
        row("BREW", "/v2/", "GET, HEAD");
    }
    void aWrongMethodIs405WithWhatIsAllowed()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, allowed);
        const auto reply = sendRaw(method, path);
        QCOMPARE(reply.status, 405);
        QCOMPARE(reply.headers["allow"], allowed);
        QCOMPARE(errorCode(reply), QByteArray("UNSUPPORTED"));
    }

    void aNameThatBreaksTheGrammarIsNameInvalid_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"Team/app", "team/App", "team//app", "team/a___b", "-team/app", "team/app-", "team/a..b", "team/a%20b"})
            QTest::newRow(name) << QByteArray(name);
    }
    void aNameThatBreaksTheGrammarIsNameInvalid()
    {
        QFETCH(QByteArray, name);
        for (const char *method : {"GET", "POST"}) {
            const auto reply = sendRaw(method, "/v2/" + name + (*method == 'G' ? "/tags/list" : "/blobs/uploads/"));
            QCOMPARE(reply.status, 400);
            QCOMPARE(errorCode(reply), QByteArray("NAME_INVALID"));
        }
    }

    void aNameWithTheAddressHasAtMost255Characters_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("status");
        QTest::newRow("255") << 255 << 202;
        QTest::newRow("256") << 256 << 400;
    }
    void aNameWithTheAddressHasAtMost255Characters()
    {
        QFETCH(int, length);
        QFETCH(int, status);
        const QByteArray name = "team/" + QByteArray(length - registry.host().size() - 1 - 5, 'a');
        QCOMPARE(send("POST", "/v2/" + name + "/blobs/uploads/").status, status);
    }

    void percentEncodingInAPathIsDecodedOnce()
    {
        const auto digest = digestOf(m_blob);
        QCOMPARE(sendRaw("HEAD", "/v2/t%65am/blobs/blobs/" + QByteArray(digest).replace(':', "%3A")).status, 200);
        QCOMPARE(sendRaw("HEAD", "/v2/t%2565am/blobs/blobs/" + digest).status, 400);
    }

    void everyAnswerNamesTheApiVersion_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/v2/", "/v2/_catalog", "/v2/team/blobs/tags/list", "/v2/nowhere/at/all", "/v2/team/blobs/manifests/none"})
            QTest::newRow(path) << QByteArray(path);
    }
    void everyAnswerNamesTheApiVersion()
    {
        QFETCH(QByteArray, path);
        QCOMPARE(get(path).headers["docker-distribution-api-version"], QByteArray("registry/2.0"));
    }

    // Reading blobs

    void aBlobIsServedWithItsHeaders()
    {
        const auto reply = get(m_blobPath);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body == m_blob);
        QCOMPARE(reply.headers["content-type"], QByteArray("application/octet-stream"));
        QCOMPARE(reply.headers["content-length"], QByteArray("10000"));
        QCOMPARE(reply.headers["docker-content-digest"], digestOf(m_blob));
        QCOMPARE(reply.headers["etag"], "\"" + digestOf(m_blob) + "\"");
        QCOMPARE(reply.headers["accept-ranges"], QByteArray("bytes"));
        QCOMPARE(reply.headers["cache-control"], QByteArray("max-age=31536000"));
    }

    void headOfABlobTellsLengthAndDigestWithoutABody()
    {
        RawConnection connection(registry.host());
        const QList<QByteArray> credentials{"Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret)};
        connection.send(head("HEAD", m_blobPath, registry.host().toUtf8(), credentials) + head("GET", "/v2/", registry.host().toUtf8(), credentials));
        const auto first = connection.receive(true);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.headers["content-length"], QByteArray("10000"));
        QCOMPARE(first.headers["docker-content-digest"], digestOf(m_blob));
        QCOMPARE(connection.receive().body, QByteArray("{}")); // nothing of the blob came between
    }

    void anUnchangedBlobIs304()
    {
        const auto reply = send("GET", m_blobPath, {}, {{"If-None-Match", "\"" + digestOf(m_blob) + "\""}});
        QCOMPARE(reply.status, 304);
        QVERIFY(reply.body.isEmpty());
        QVERIFY(!reply.headers.contains("content-length"));
    }

    void rangesAreServedAsAsked_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("contentRange");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("length");
        const auto row = [](const char *range, int status, const char *contentRange, int from, int length) {
            QTest::newRow(range) << QByteArray(range) << status << QByteArray(contentRange) << from << length;
        };
        row("bytes=500-1499", 206, "bytes 500-1499/10000", 500, 1000);
        row("bytes=0-0", 206, "bytes 0-0/10000", 0, 1);
        row("bytes=500-", 206, "bytes 500-9999/10000", 500, 9500);
        row("bytes=-500", 206, "bytes 9500-9999/10000", 9500, 500);
        row("bytes=-20000", 206, "bytes 0-9999/10000", 0, 10000);
        row("bytes=2000-50000", 206, "bytes 2000-9999/10000", 2000, 8000);
        row("bytes=9999-9999", 206, "bytes 9999-9999/10000", 9999, 1);
        row("bytes=0-99999999999999999999", 206, "bytes 0-9999/10000", 0, 10000);
        row("bytes=500-0", 416, "bytes */10000", 0, 0);
        row("bytes=10000-20000", 416, "bytes */10000", 0, 0);
        row("bytes=10000-", 416, "bytes */10000", 0, 0);
        row("bytes=99999999999999999999-", 416, "bytes */10000", 0, 0);
        row("bytes=-0", 416, "bytes */10000", 0, 0);
        row("bytes=0-1,3-2,20000-", 206, "bytes 0-1/10000", 0, 2);
        row("bytes=0-9,5-19", 206, "bytes 0-19/10000", 0, 20);
        row("items=0-1", 200, "", 0, 10000);
        row("bytes=a-b", 200, "", 0, 10000);
        row("bytes=-", 200, "", 0, 10000);
        row("bytes=", 200, "", 0, 10000);
        row("bytes=1", 200, "", 0, 10000);
        row("bytes=1-2x", 200, "", 0, 10000);
        row("bytes=--5", 200, "", 0, 10000);
    }
    void rangesAreServedAsAsked()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        QFETCH(QByteArray, contentRange);
        QFETCH(int, from);
        QFETCH(int, length);
        const auto reply = this->range(range);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.headers["content-range"], contentRange);
        if (status == 416)
            QCOMPARE(errorCode(reply), QByteArray("BLOB_UPLOAD_INVALID"));
        else
            QVERIFY(reply.body == m_blob.mid(from, length));
    }

    void aRangeOfAnotherVersionGivesTheWhole()
    {
        QCOMPARE(range("bytes=0-9", {{"If-Range", "\"sha256:other\""}}).status, 200);
        QCOMPARE(range("bytes=0-9", {{"If-Range", "\"" + digestOf(m_blob) + "\""}}).status, 206);
    }

    void headIgnoresRanges()
    {
        const auto reply = sendRaw("HEAD", m_blobPath, {"Range: bytes=0-9"});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers["content-length"], QByteArray("10000"));
    }

    void anUnknownBlobIs404()
    {
        const auto reply = get("/v2/team/blobs/blobs/" + digestOf("unknown"));
        QCOMPARE(reply.status, 404);
        QCOMPARE(errorCode(reply), QByteArray("BLOB_UNKNOWN"));
    }

    void anErrorToHeadHasNoBody()
    {
        RawConnection connection(registry.host());
        const QList<QByteArray> credentials{"Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret)};
        connection.send(head("HEAD", "/v2/team/blobs/blobs/" + digestOf("unknown"), registry.host().toUtf8(), credentials)
            + head("GET", "/v2/", registry.host().toUtf8(), credentials));
        QCOMPARE(connection.receive(true).status, 404);
        QCOMPARE(connection.receive().status, 200);
    }

    void aMalformedDigestIs400_data()
    {
        QTest::addColumn<QByteArray>("digest");
        for (const char *digest : {"sha256:abc", "sha256:", "md5:d41d8cd98f00b204e9800998ecf8427e", "nodigest", "sha256"})
            QTest::newRow(digest) << QByteArray(digest);
        QTest::newRow("upper case") << "sha256:" + QByteArray(64, 'A');
    }
    void aMalformedDigestIs400()
    {
        QFETCH(QByteArray, digest);
        const auto reply = get("/v2/team/blobs/blobs/" + digest);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("DIGEST_INVALID"));
    }

    void aBlobIsUnknownInEveryOtherRepository()
    {
        const auto other = newRepository();
        QCOMPARE(upload(other, "something else"), 201);
        QCOMPARE(get("/v2/" + other + "/blobs/" + digestOf(m_blob)).status, 404);
        QCOMPARE(send("HEAD", "/v2/" + other + "/blobs/" + digestOf(m_blob)).status, 404);
    }

    void severalReadersMayTakeOneBlobAtOnce()
    {
        const auto repository = newRepository();
        QByteArray large(8 << 20, 'x');
        large[5'000'000] = 'y';
        QCOMPARE(upload(repository, large), 201);
        const auto request = head("GET", "/v2/" + repository + "/blobs/" + digestOf(large), registry.host().toUtf8(),
            {"Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret)});
        std::vector<std::unique_ptr<RawConnection>> readers;
        for (int i = 0; i < 5; ++i) {
            readers.push_back(std::make_unique<RawConnection>(registry.host()));
            readers.back()->send(request);
        }
        for (auto &reader : readers)
            QVERIFY(reader->receive().body == large);
    }

    // Deleting blobs

    void aDeletedBlobIsGoneAtOnceInItsRepositoryOnly()
    {
        const auto one = newRepository();
        const auto two = newRepository();
        QCOMPARE(upload(one, "shared"), 201);
        QCOMPARE(upload(two, "shared"), 201);
        QCOMPARE(get("/v2/" + one + "/blobs/" + digestOf("shared")).status, 200); // into the cache
        QCOMPARE(send("DELETE", "/v2/" + one + "/blobs/" + digestOf("shared")).status, 202);
        QCOMPARE(send("HEAD", "/v2/" + one + "/blobs/" + digestOf("shared")).status, 404);
        QCOMPARE(get("/v2/" + one + "/blobs/" + digestOf("shared")).status, 404);
        QCOMPARE(get("/v2/" + two + "/blobs/" + digestOf("shared")).body, QByteArray("shared"));
    }

    void deletingAnUnknownBlobIs404()
    {
        const auto reply = send("DELETE", "/v2/team/blobs/blobs/" + digestOf("unknown"));
        QCOMPARE(reply.status, 404);
        QCOMPARE(errorCode(reply), QByteArray("BLOB_UNKNOWN"));
    }

    void aBlobThatAManifestNamesIsNotDeleted()
    {
        const auto repository = newRepository();
        const auto image = makeImage(1);
        QCOMPARE(push(repository, "1", image), 201);
        const auto reply = send("DELETE", "/v2/" + repository + "/blobs/" + digestOf(image.config));
        QCOMPARE(reply.status, 405);
        QCOMPARE(errorCode(reply), QByteArray("UNSUPPORTED"));
        QVERIFY(reply.headers.contains("allow"));
        QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/" + image.digest()).status, 202);
        QVERIFY(send("DELETE", "/v2/" + repository + "/blobs/" + digestOf(image.config)).status != 405);
        QCOMPARE(send("HEAD", "/v2/" + repository + "/blobs/" + digestOf(image.config)).status, 404);
    }

    // The line itself

    void brokenRequestsAreRefusedAndTheServerGoesOn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n");
        QTest::newRow("TLS greeting") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + QByteArray(300, 'x');
        QTest::newRow("header without colon") << QByteArray("GET /v2/ HTTP/1.1\r\nHost localhost\r\n\r\n");
        QTest::newRow("head of a megabyte") << "GET /v2/ HTTP/1.1\r\nX: " + QByteArray(1 << 20, 'x') + "\r\n\r\n";
        QTest::newRow("two lengths") << QByteArray("PUT /v2/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
        QTest::newRow("length and chunks") << QByteArray(
            "PUT /v2/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        QTest::newRow("broken percent in the query") << QByteArray("GET /v2/?a=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    void brokenRequestsAreRefusedAndTheServerGoesOn()
    {
        QFETCH(QByteArray, bytes);
        RawConnection connection(registry.host());
        connection.send(bytes);
        const auto reply = connection.receive();
        QVERIFY2(reply.status == 0 || (reply.status >= 400 && reply.status < 500), QByteArray::number(reply.status).constData());
        QVERIFY(connection.closedByPeer());
        QCOMPARE(get("/v2/").status, 200);
    }

    void severalRequestsShareAConnection()
    {
        RawConnection connection(registry.host());
        const auto request = head("GET", "/v2/", registry.host().toUtf8(), {"Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret)});
        connection.send(request + request + request);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(connection.receive().status, 200);
    }
};

QTEST_GUILESS_MAIN(ProtocolTest)
#include "ProtocolTest.moc"
