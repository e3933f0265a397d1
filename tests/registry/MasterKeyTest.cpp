// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QFile>

#include "support/AccessFixture.h"

using namespace berth;
using namespace berth::test;

/// The key that seals the server's own secrets, as a file in the data folder.
class MasterKeyTest : public AccessFixture {
    Q_OBJECT

private:
    static constexpr const char *manifest = "/v2/team/app/manifests/1";
    QByteArray m_token;

    QString keyFile() const { return registry.folder() + QStringLiteral("/master.key"); }
    QByteArray content(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes)
    {
        QFile file(keyFile());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// The one line of a start that is refused.
    QString refusal()
    {
        if (registry.start())
            return QStringLiteral("(it started)");
        if (registry.stop() == 0)
            return QStringLiteral("(exit code 0)");
        const auto lines = registry.errorOutput().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        return lines.size() == 1 && registry.output().isEmpty() ? lines.first()
                                                                : QStringLiteral("(not one line) ") + registry.errorOutput() + registry.output();
    }
    void startAgainUnharmed()
    {
        QVERIFY(registry.start());
        QCOMPARE(with(basicOf(AccessFixture::administrator()), "GET", manifest).status, 200);
        QCOMPARE(with(m_token, "GET", manifest).status, 200);
    }

private Q_SLOTS:
    void aTokenIsMade()
    {
        QCOMPARE(push("team/app", "1", makeImage(1)), 201);
        m_token = bearer(AccessFixture::administrator(), "repository:team/app:pull");
        QCOMPARE(with(m_token, "GET", manifest).status, 200);
    }

    void theFileIsItsOwnersAlone()
    {
        const auto all = QFile::permissions(keyFile());
        QCOMPARE(all & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(content(keyFile()).size() >= 43);
        QVERIFY(!QFile::exists(keyFile() + QStringLiteral(".partial")));
    }

    void itsContentIsNowhereElse()
    {
        const auto key = content(keyFile()).trimmed();
        const auto check = [&] {
            int files = 0;
            QDirIterator it(registry.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const auto path = it.next();
                files += path.contains(QStringLiteral("berth.sqlite"));
                const auto bytes = content(path);
                QVERIFY2(path == keyFile() || !(bytes.contains(key) || bytes.contains(key.toBase64()) || bytes.contains(key.toHex())), qPrintable(path));
            }
            QVERIFY(files >= 1);
        };
        check(); // with the database's log still there
        QCOMPARE(registry.stop(), 0);
        check();
        QVERIFY(!(registry.output() + registry.errorOutput()).toUtf8().contains(key));
        startAgainUnharmed();
    }

    void withoutTheFileAFolderWithSecretsIsNotServed()
    {
        const auto key = content(keyFile());
        QCOMPARE(registry.stop(), 0);
        QVERIFY(QFile::remove(keyFile()));
        const auto line = refusal();
        QVERIFY2(line.contains(QStringLiteral("master.key")) && line.contains(QStringLiteral("missing")), qPrintable(line));
        QVERIFY(!QFile::exists(keyFile())); // no new one that would open nothing
        write(key);
        startAgainUnharmed();
    }

    void aCutFileIsNotTakenForAKey_data()
    {
        QTest::addColumn<int>("left");
        QTest::newRow("nothing") << 0;
        QTest::newRow("half") << 20;
        QTest::newRow("one character less") << 42;
    }
    void aCutFileIsNotTakenForAKey()
    {
        QFETCH(int, left);
        const auto key = content(keyFile());
        QCOMPARE(registry.stop(), 0);
        write(key.left(left));
        const auto line = refusal();
        QVERIFY2(line.contains(QStringLiteral("master.key")) && line.contains(QStringLiteral("cut short")), qPrintable(line));
        QCOMPARE(content(keyFile()), key.left(left));
        write(key);
        startAgainUnharmed();
    }

    void anotherKeyOnlyEndsTheTokens()
    {
        const auto key = content(keyFile());
        QCOMPARE(registry.stop(), 0);
        write(QByteArray(43, 'x'));
        QVERIFY2(registry.start(), qPrintable(registry.errorOutput()));
        QCOMPARE(with(basicOf(AccessFixture::administrator()), "GET", manifest).status, 200);
        QVERIFY(with(m_token, "GET", manifest).headers["www-authenticate"].contains("error=\"invalid_token\""));
        m_token = bearer(AccessFixture::administrator(), "repository:team/app:pull");
        QCOMPARE(with(m_token, "GET", manifest).status, 200);
        QCOMPARE(registry.stop(), 0);
        startAgainUnharmed(); // the new tokens live on
    }
};

QTEST_GUILESS_MAIN(MasterKeyTest)
#include "MasterKeyTest.moc"
