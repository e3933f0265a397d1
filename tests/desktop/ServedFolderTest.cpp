// SPDX-License-Identifier: Apache-2.0
#include <QDialog>

#include "DesktopFixture.h"
#include "Person.h"
#include "support/RegistryProcess.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// A data folder that a running berthd serves already.
class ServedFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsUsedAsItIsAndItsKeyIsAskedForOnce()
    {
        DesktopFixture berth;
        RegistryProcess other(berth.dataFolder());
        QVERIFY2(other.start(), qPrintable(other.errorOutput()));
        QCOMPARE(pushImage(other, u"team/app"_s, u"1.0"_s, makeImage(1)), 201);

        berth.desktop().start(false, {});
        QTRY_VERIFY_WITH_TIMEOUT(berth.server().isRunning() && berth.server().isForeign(), 20000);
        QVERIFY2(reads(berth.browser(), u"The key of this registry is needed"_s), qPrintable(wordsIn(berth.browser())));

        // A wrong one is refused in place, and kept nowhere.
        QVERIFY(press(berth.browser(), u"Enter the key…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(type(*dialog, u"Access key ID"_s, QString::fromLatin1(RegistryProcess::keyId)));
        QVERIFY(type(*dialog, u"Secret key"_s, u"wrong"_s));
        QVERIFY(press(*dialog, u"Use this key"_s));
        QVERIFY2(reads(*dialog, u"The server does not know this access key, or its secret is another one"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(berth.keychain().entries.isEmpty());

        QVERIFY(type(*dialog, u"Secret key"_s, QString::fromLatin1(RegistryProcess::secret)));
        QVERIFY(press(*dialog, u"Use this key"_s));
        QVERIFY(noDialog());
        QVERIFY2(QTest::qWaitFor([&] { return berth.session().state() == Session::State::Online; }, 10000), berth.session().error().message.c_str());
        QTRY_COMPARE_WITH_TIMEOUT(berth.session().imageCount(), 1, 5000);
        QTRY_COMPARE(berth.keychain().entries.value(u"local"_s).secret.reveal(), std::string(RegistryProcess::secret));

        // The other program goes on when this one ends, and nothing is asked at the next start.
        berth.restart();
        QVERIFY(berth.start());
        QVERIFY(berth.server().isForeign());
        QVERIFY(other.isRunning());
    }
};

QTEST_MAIN(ServedFolderTest)
#include "ServedFolderTest.moc"
