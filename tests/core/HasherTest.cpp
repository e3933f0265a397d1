// SPDX-License-Identifier: Apache-2.0
#include <QCryptographicHash>
#include <QTest>

#include "core/Hasher.h"

using namespace berth;

class HasherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownInputsHaveTheirPublishedDigests_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("nothing") << QByteArray() << QByteArray("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc") << QByteArray("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("empty JSON object") << QByteArray("{}") << QByteArray("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
    void knownInputsHaveTheirPublishedDigests()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, digest);
        QCOMPARE(Hasher::of(input.toStdString()).toString(), digest.toStdString());
    }

    void sha512AgreesWithAnotherImplementation()
    {
        const QByteArray input(100'000, 'x');
        QCOMPARE(std::string(Hasher::of(input.toStdString(), DigestAlgorithm::Sha512).hex()),
            QCryptographicHash::hash(input, QCryptographicHash::Sha512).toHex().toStdString());
    }

    void piecesGiveTheDigestOfTheWhole()
    {
        Hasher hasher;
        for (const char *piece : {"a", "", "b", "c"})
            hasher.add(std::string_view(piece));
        QCOMPARE(hasher.finish(), Hasher::of("abc"));
    }

    void finishingStartsAnew()
    {
        Hasher hasher;
        hasher.add(std::string_view("something else"));
        (void)hasher.finish();
        hasher.add(std::string_view("abc"));
        QCOMPARE(hasher.finish(), Hasher::of("abc"));
    }

    void aMovedHasherGoesOn()
    {
        Hasher first;
        first.add(std::string_view("ab"));
        Hasher second(std::move(first));
        second.add(std::string_view("c"));
        QCOMPARE(second.finish(), Hasher::of("abc"));
    }
};

QTEST_GUILESS_MAIN(HasherTest)
#include "HasherTest.moc"
