// SPDX-License-Identifier: Apache-2.0
#include <QSet>
#include <QTest>

#include "StagedServer.h"
#include "client/auth/LinkTo.h"
#include "client/drivers/Drivers.h"
#include "client/roles/AccessKeys.h"
#include "client/roles/Artifacts.h"
#include "client/roles/ContentSearch.h"
#include "client/roles/DeletionForecasts.h"
#include "client/roles/HealthReport.h"
#include "client/roles/Identity.h"
#include "client/roles/Images.h"
#include "client/roles/Registries.h"
#include "client/roles/RegistryLifecycle.h"
#include "client/roles/ServerConfiguration.h"
#include "client/roles/Storage.h"
#include "client/roles/Tags.h"
#include "client/roles/Trash.h"
#include "client/roles/Users.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

using Answer = StagedServer::Answer;

Connection connectionOf(const QString &kind, const StagedServer &server)
{
    Connection connection;
    connection.kind = kind;
    connection.url = server.url(QString());
    connection.appKey = u"local"_s;
    connection.keyId = u"AKBERTH"_s;
    connection.secret = Secret("hush");
    connection.network.proxy = NetworkAccess::Proxy::None;
    return connection;
}

template <class Value> QCoro::Task<> keep(QCoro::Task<Result<Value>> task, std::optional<Result<Value>> &result) { result = co_await task; }

template <class Value> std::optional<Result<Value>> ended(QCoro::Task<Result<Value>> task)
{
    std::optional<Result<Value>> result;
    keep(std::move(task), result);
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 5000);
    return result;
}

/// A page of NCR's list of registries: numbers from `first` on.
QByteArray registryPage(int first, int count)
{
    QByteArrayList rows;
    for (int i = first; i < first + count; ++i)
        rows << "{\"project_id\":" + QByteArray::number(i) + ",\"name\":\"r" + QByteArray::number(i) + "\"}";
    return R"({"header":{"isSuccessful":true,"resultCode":0,"resultMessage":"SUCCESS"},"registries":[)" + rows.join(',') + "]}";
}

int pageIn(const QByteArray &path) { return path.mid(path.indexOf("page=") + 5).split('&').first().toInt(); }

} // namespace

/// The table of kinds of server, and their drivers without a window.
class DriversTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachRowSaysWhatItsFormNeeds()
    {
        QSet<QString> ids;
        for (const auto &row : drivers()) {
            QVERIFY2(!row.id.isEmpty() && !ids.contains(row.id), qPrintable(row.id));
            ids << row.id;
            QVERIFY(!row.name.isEmpty() && row.letter.size() == 1 && row.glyph && row.make);
            QVERIFY(row.addressHint && row.keyLabel && row.keyHint && row.secretLabel && row.secretHint);
            QSet<QString> fields;
            for (const auto &field : row.fields) {
                QVERIFY2(!field.id.isEmpty() && !fields.contains(field.id), qPrintable(row.id + u' ' + field.id));
                fields << field.id;
                QVERIFY(field.label && field.hint && field.get && field.set);
                Connection connection;
                field.set(connection, u"http://192.0.2.1:8080"_s); // what is put into a field is what comes out of it
                QVERIFY(!field.get(connection).isEmpty());
                field.set(connection, {});
                QVERIFY2(field.get(connection).isEmpty(), qPrintable(field.id));
            }
            QCOMPARE(driverOf(row.id), &row);
        }
        QVERIFY(ids.contains(ServerKind::Berth) && ids.contains(ServerKind::Ncr) && ids.contains(ServerKind::Registry));
    }

    void aKindThatIsNotKnownHasNoDriver()
    {
        StagedServer server([](const auto &) { return Answer{200}; });
        const auto connection = connectionOf(u"of next year"_s, server);
        QVERIFY(!driverOf(connection.kind));
        QVERIFY(!makeServer(connection, linkTo(connection)));
        QVERIFY(server.requests().isEmpty());
    }

    void ncrFindsItsApi_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("api");
        QTest::newRow("Pangyo") << u"4f1c9a27-kr1-registry.container.nhncloud.com"_s << u"https://kr1-ncr.api.nhncloudservice.com"_s;
        QTest::newRow("Tokyo") << u"4f1c9a27-jp1-registry.container.nhncloud.com"_s << u"https://jp1-ncr.api.nhncloudservice.com"_s;
        QTest::newRow("government") << u"4f1c9a27-kr1-registry.container.gov-nhncloud.com"_s << u"https://kr1-ncr.api.gov-nhncloudservice.com"_s;
        QTest::newRow("elsewhere") << u"registry.example.com"_s << QString();
        QTest::newRow("in the middle of a name") << u"a-kr1-registry.container.nhncloud.com.example.com"_s << QString();
    }
    void ncrFindsItsApi()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, api);
        const auto &ncr = *driverOf(ServerKind::Ncr);
        Connection connection;
        connection.url = QUrl(u"https://"_s + address);
        QVERIFY(ncr.check(connection).field.isEmpty()); // without an app key no API is needed
        connection.appKey = u"key"_s;
        ncr.complete(connection);
        QCOMPARE(connection.managementUrl.toString(), api);
        QCOMPARE(ncr.check(connection).field, api.isEmpty() ? u"api"_s : QString());
        connection.managementUrl = QUrl(u"https://other.example.com"_s);
        ncr.complete(connection);
        QCOMPARE(connection.managementUrl.host(), u"other.example.com"_s); // what was entered stays
    }

    void eachKindHasItsRoles()
    {
        StagedServer server([](const auto &) { return Answer{200}; });
        const auto make = [&](const QString &kind) {
            const auto connection = connectionOf(kind, server);
            return makeServer(connection, linkTo(connection));
        };
        for (const auto &row : drivers()) {
            const auto made = make(row.id);
            QVERIFY2(made && made->as<Registries>() && made->as<Images>() && made->as<Artifacts>() && made->as<Tags>() && made->as<ContentSearch>(),
                qPrintable(row.id));
        }
        QVERIFY(!make(ServerKind::Registry)->as<RegistryLifecycle>());
        const auto ncr = make(ServerKind::Ncr);
        QVERIFY(ncr->as<RegistryLifecycle>());
        QVERIFY(!ncr->as<Trash>() && !ncr->as<Storage>() && !ncr->as<AccessKeys>() && !ncr->as<DeletionForecasts>());
        const auto berth = make(ServerKind::Berth);
        QVERIFY(berth->as<RegistryLifecycle>() && berth->as<DeletionForecasts>() && berth->as<Trash>() && berth->as<Storage>() && berth->as<Identity>());
        QVERIFY(berth->as<AccessKeys>() && berth->as<Users>() && berth->as<ServerConfiguration>() && berth->as<HealthReport>());
        auto connection = connectionOf(ServerKind::Ncr, server);
        connection.appKey.clear(); // then only the protocol is left
        QVERIFY(!makeServer(connection, linkTo(connection))->as<RegistryLifecycle>());
    }

    void ncrsListGoesOnUntilAPageIsEmpty()
    {
        // It gives pages of 10, whatever is asked for.
        StagedServer server([](const StagedServer::Request &request) {
            const int page = pageIn(request.path);
            return Answer{200, {"Content-Type: application/json"}, page <= 2 ? registryPage(page * 10, 10) : registryPage(0, 0)};
        });
        const auto connection = connectionOf(ServerKind::Ncr, server);
        const auto made = makeServer(connection, linkTo(connection));
        QStringList names;
        QString cursor;
        int calls = 0;
        do {
            const auto page = ended(made->as<Registries>()->listRegistries(cursor));
            QVERIFY(page && *page);
            for (const auto &row : (*page)->rows)
                names << row.name;
            cursor = (*page)->next;
        } while (!cursor.isEmpty() && ++calls < 10);
        QCOMPARE(names.size(), 20);
        QCOMPARE(server.requests().size(), 3);
    }

    void berthsListEndsWithAShortPage()
    {
        StagedServer server([](const StagedServer::Request &request) {
            return Answer{200, {"Content-Type: application/json"}, pageIn(request.path) == 1 ? registryPage(0, rowsPerPage) : registryPage(500, 3)};
        });
        const auto connection = connectionOf(ServerKind::Berth, server);
        const auto made = makeServer(connection, linkTo(connection));
        const auto first = ended(made->as<Registries>()->listRegistries({}));
        QVERIFY(first && *first && !(*first)->next.isEmpty());
        const auto second = ended(made->as<Registries>()->listRegistries((*first)->next));
        QVERIFY(second && *second);
        QCOMPARE((*second)->rows.size(), 3);
        QVERIFY((*second)->next.isEmpty());
    }

    void aServerThatRepeatsItselfIsReadOnce()
    {
        StagedServer server([](const auto &) { return Answer{200, {"Content-Type: application/json"}, registryPage(0, 10)}; });
        const auto connection = connectionOf(ServerKind::Ncr, server);
        const auto made = makeServer(connection, linkTo(connection));
        const auto gone = ended(made->as<RegistryLifecycle>()->deleteRegistry(u"not there"_s));
        QVERIFY(gone && !*gone);
        QCOMPARE(gone->error().code, ErrorCode::NotFound);
        QCOMPARE(server.requests().size(), 2);
    }

    void destroyingAServerEndsItsCalls()
    {
        StagedServer server([](const auto &) { return Answer{200, {}, {}, true}; });
        for (const auto &row : drivers()) {
            const auto connection = connectionOf(row.id, server);
            auto made = makeServer(connection, linkTo(connection));
            std::optional<Result<RowPage<RegistrySummary>>> result;
            const auto before = server.requests().size();
            keep(made->as<Registries>()->listRegistries({}), result);
            QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() > before, 5000);
            made.reset();
            QVERIFY(result && !*result);
            QCOMPARE(result->error().code, ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(DriversTest)
#include "DriversTest.moc"
