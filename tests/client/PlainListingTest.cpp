// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include <QTest>

#include "client/auth/LinkTo.h"
#include "client/drivers/plain/PlainServer.h"
#include "core/Json.h"
#include "transfer/FakeRegistry.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

Connection connectionTo(const QString &host)
{
    Connection connection;
    connection.kind = ServerKind::Registry;
    connection.url = QUrl(u"http://"_s + host);
    connection.network.proxy = NetworkAccess::Proxy::None;
    return connection;
}

template <class Value> QCoro::Task<> keep(QCoro::Task<Result<Value>> task, std::optional<Result<Value>> &result) { result = co_await task; }

} // namespace

/// Lists of a plain registry, put together from many calls, when the person goes elsewhere in the middle.
class PlainListingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aListingThatWasLeftWritesNothingIntoTheNext()
    {
        FakeRegistry server;
        const auto image = makeImage(1); // both repositories have it
        server.add(image);
        bool holds = true;
        server.tamper = [&](const FakeRegistry::Request &request, FakeRegistry::Answer &answer) {
            if (request.path.contains("/tags/list")) {
                const bool isFirst = request.path.startsWith("/v2/a/first/");
                answer = {
                    200, "application/json", isFirst ? R"({"tags":["of-first","also-first"]})" : R"({"tags":["of-second"]})", {}, -1, false, -1, -1, false};
            } else if (request.path.contains("/manifests/")) {
                answer = {200, "application/vnd.oci.image.manifest.v1+json", image.manifest, {}, -1, false, -1,
                    holds && request.path.startsWith("/v2/a/first/") ? 1 : -1, false};
            }
        };
        PlainServer listing(connectionTo(server.host()), linkTo(connectionTo(server.host())));
        std::optional<Result<RowPage<ArtifactSummary>>> first, second;
        keep(listing.listArtifacts(u"a"_s, u"first"_s, {}), first);
        QTRY_VERIFY_WITH_TIMEOUT(server.isHolding(), 5000);
        keep(listing.listArtifacts(u"a"_s, u"second"_s, {}), second);
        QTRY_VERIFY_WITH_TIMEOUT(second.has_value(), 5000);
        holds = false;
        server.release();
        QTRY_VERIFY_WITH_TIMEOUT(first.has_value(), 5000);

        QCOMPARE(second->value().rows.first().tags, QStringList{u"of-second"_s});
        QCOMPARE(first->value().rows.first().tags, (QStringList{u"of-first"_s, u"also-first"_s}));
        std::optional<Result<RowPage<TagSummary>>> tags;
        keep(listing.listTags(u"a"_s, u"second"_s, QString::fromUtf8(image.digest()), {}), tags);
        QTRY_VERIFY_WITH_TIMEOUT(tags.has_value(), 5000);
        QCOMPARE(tags->value().rows.size(), 1);
        QCOMPARE(tags->value().rows.first().name, u"of-second"_s);
    }

    void sizesThatLieDoNotOverflow()
    {
        FakeRegistry server;
        const auto part = [](const char *type) {
            return json::object{{"mediaType", type}, {"digest", "sha256:" + std::string(64, 'a')}, {"size", std::numeric_limits<std::int64_t>::max()}};
        };
        const auto layer = part("application/vnd.oci.image.layer.v1.tar+gzip");
        const auto manifest =
            QByteArray::fromStdString(json::serialize(json::object{{"schemaVersion", 2}, {"mediaType", "application/vnd.oci.image.manifest.v1+json"},
                {"config", part("application/vnd.oci.image.config.v1+json")}, {"layers", json::array{layer, layer}}}));
        server.tamper = [&](const FakeRegistry::Request &request, FakeRegistry::Answer &answer) {
            answer = request.path.contains("/tags/list")
                ? FakeRegistry::Answer{200, "application/json", R"({"tags":["1"]})", {}, -1, false, -1, -1, false}
                : FakeRegistry::Answer{200, "application/vnd.oci.image.manifest.v1+json", manifest, {}, -1, false, -1, -1, false};
        };
        PlainServer listing(connectionTo(server.host()), linkTo(connectionTo(server.host())));
        std::optional<Result<RowPage<ArtifactSummary>>> rows;
        keep(listing.listArtifacts(u"a"_s, u"b"_s, {}), rows);
        QTRY_VERIFY_WITH_TIMEOUT(rows.has_value(), 5000);
        QVERIFY2(rows->has_value(), rows->has_value() ? "" : rows->error().message.c_str());
        QCOMPARE(rows->value().rows.first().sizeBytes, std::numeric_limits<qint64>::max());
    }

    void aPageWithFewArtifactsIsNotTheLast()
    {
        FakeRegistry server;
        const auto often = makeImage(1);
        const auto once = makeImage(2);
        QByteArrayList tags; // more than a page of one artifact, then another one
        for (int i = 0; i < rowsPerPage + 20; ++i)
            tags << '"' + QByteArray::number(1000 + i) + '"';
        server.tamper = [&](const FakeRegistry::Request &request, FakeRegistry::Answer &answer) {
            const bool isLast = request.path.endsWith(QByteArray::number(1000 + rowsPerPage + 19));
            answer = request.path.contains("/tags/list")
                ? FakeRegistry::Answer{200, "application/json", "{\"tags\":[" + tags.join(',') + "]}", {}, -1, false, -1, -1, false}
                : FakeRegistry::Answer{200, "application/vnd.oci.image.manifest.v1+json", (isLast ? once : often).manifest, {}, -1, false, -1, -1, false};
        };
        PlainServer listing(connectionTo(server.host()), linkTo(connectionTo(server.host())));
        std::optional<Result<RowPage<ArtifactSummary>>> first, second;
        keep(listing.listArtifacts(u"a"_s, u"b"_s, {}), first);
        QTRY_VERIFY_WITH_TIMEOUT(first.has_value(), 5000);
        QVERIFY(first->has_value());
        QCOMPARE(first->value().rows.size(), 1);
        QCOMPARE(first->value().rows.first().tags.size(), rowsPerPage);
        QVERIFY(!first->value().next.isEmpty());
        keep(listing.listArtifacts(u"a"_s, u"b"_s, first->value().next), second);
        QTRY_VERIFY_WITH_TIMEOUT(second.has_value(), 5000);
        QVERIFY(second->has_value());
        QCOMPARE(second->value().rows.last().digest, QString::fromUtf8(once.digest()));
        QVERIFY(second->value().next.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PlainListingTest)
#include "PlainListingTest.moc"
