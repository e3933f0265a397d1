// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollBar>
#include <QTimer>

#include "DesktopFixture.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/lists/TableView.h"
#include "desktop/sessions/ConnectionList.h"
#include "support/FakeNcr.h"

using namespace berth;
using namespace berth::test;

namespace {

/// 100,000 in the long run; fewer in the default one.
const int howMany = qEnvironmentVariableIntValue("BERTH_BIG_LIST") > 0 ? qEnvironmentVariableIntValue("BERTH_BIG_LIST") : 20'000;

/// The longest time that the event loop did not turn.
class Watch : public QObject {
public:
    Watch()
    {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] { longestMs = qMax(longestMs, m_since.restart()); });
    }
    void begin()
    {
        longestMs = 0;
        m_since.start();
        m_timer.start();
    }
    void end() { m_timer.stop(); }
    qint64 longestMs = 0;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
};

qint64 residentKiB()
{
    QFile file(QStringLiteral("/proc/self/status"));
    file.open(QIODevice::ReadOnly);
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

/// An image of a great many artifacts with a tag each, served in pages of 100: no turn of the event loop takes over 50 ms.
class BigListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(
            m_server.start({QStringLiteral("--registries"), QStringLiteral("1"), QStringLiteral("--images"), QStringLiteral("1"), QStringLiteral("--artifacts"),
                QString::number(howMany), QStringLiteral("--tags"), QString::number(howMany), QStringLiteral("--absent"), QStringLiteral("0")}),
            qPrintable(m_server.errorOutput()));
        QVERIFY(m_berth.start());
        Connection connection;
        connection.id = QStringLiteral("big");
        connection.name = QStringLiteral("Big");
        connection.url = m_server.url();
        connection.managementUrl = m_server.url();
        connection.appKey = QLatin1String(FakeNcr::appKey);
        connection.keyId = QLatin1String(FakeNcr::keyId);
        connection.secret = Secret(FakeNcr::secret);
        m_berth.desktop().connections().save(connection);
        auto *session = m_berth.desktop().connections().find(connection.id);
        QVERIFY(QTest::qWaitFor([&] { return session->state() == Session::State::Online; }, 20000));
        m_berth.browser().goTo({connection.id, session->registries().first().name, {}});
        auto *rows = m_berth.browser().table().model();
        QVERIFY(QTest::qWaitFor([&] { return rows->rowCount() == 1; }, 20000));
        m_image = rows->index(0, 0).data().toString();
    }

    void theFirstRowsStandAtOnceAndTheRestLoadsWhileScrolling_data()
    {
        QTest::addColumn<bool>("byTag");
        QTest::newRow("by artifact") << false;
        QTest::newRow("by tag") << true;
    }

    void theFirstRowsStandAtOnceAndTheRestLoadsWhileScrolling()
    {
        QFETCH(const bool, byTag);
        auto &browser = m_berth.browser();
        const Place registry{browser.place().connectionId, browser.place().registry, {}};
        browser.goTo(registry);
        browser.content().setArtifactView(byTag ? ContentTable::ArtifactView::ByTag : ContentTable::ArtifactView::ByArtifact);
        auto &table = browser.table();
        const qint64 before = residentKiB();
        Watch watch;
        watch.begin();
        QElapsedTimer clock;
        clock.start();
        browser.goTo({registry.connectionId, registry.registry, m_image});
        QVERIFY(QTest::qWaitFor([&] { return table.model()->rowCount() >= 50; }, 20000));
        qInfo("first rows after %lld ms", clock.elapsed());
        // To the end, as a person holds the End key.
        while (table.model()->rowCount() < howMany) {
            const int had = table.model()->rowCount();
            table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum());
            QVERIFY2(QTest::qWaitFor([&] { return table.model()->rowCount() > had; }, 20000), qPrintable(QString::number(had)));
        }
        watch.end();
        qInfo("all rows after %lld ms, longest turn %lld ms, %lld MiB more", clock.elapsed(), watch.longestMs, (residentKiB() - before) / 1024);
        QVERIFY2(watch.longestMs <= 50, qPrintable(QString::number(watch.longestMs)));
        QVERIFY2(residentKiB() - before < 400 * 1024, "a row costs more than 4 KiB");
    }

private:
    FakeNcr m_server;
    DesktopFixture m_berth;
    QString m_image;
};

QTEST_MAIN(BigListTest)
#include "BigListTest.moc"
