// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/Digest.h"

using namespace berth;

namespace {
const std::string hex64(64, 'a');
const std::string hex128(128, '0');
}// namespace

class DigestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheWireFormsOfSha256AndSha512AreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *name, const std::string &text, bool valid) { QTest::newRow(name) << QByteArray::fromStdString(text) << valid; };
        row("sha256", "sha256:" + hex64, true);
        row("sha512", "sha512:" + hex128, true);
        row("all digits", "sha256:" + std::string(64, '7'), true);
        row("empty", "", false);
        row("algorithm alone", "sha256:", false);
        row("no algorithm", hex64, false);
        row("63 digits", "sha256:" + hex64.substr(1), false);
        row("65 digits", "sha256:" + hex64 + "a", false);
        row("length of the other algorithm", "sha256:" + hex128, false);
        row("sha512 with 64 digits", "sha512:" + hex64, false);
        row("upper-case hex", "sha256:" + std::string(64, 'A'), false);
        row("upper-case algorithm", "SHA256:" + hex64, false);
        row("letter after f", "sha256:" + std::string(63, 'a') + "g", false);
        row("path in it", "sha256:../" + hex64.substr(3), false);
        row("null byte in it", "sha256:" + std::string(1, '\0') + hex64.substr(1), false);
        row("leading space", " sha256:" + hex64, false);
        row("line break behind", "sha256:" + hex64 + "\n", false);
        row("unsupported algorithm", "blake3:" + hex64, false);
        row("md5", "md5:" + std::string(32, 'a'), false);
    }
    void onlyTheWireFormsOfSha256AndSha512AreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        const auto digest = Digest::parse(text.toStdString());
        QCOMPARE(digest.has_value(), valid);
        if (valid)
            QCOMPARE(digest->toString(), text.toStdString());
        else
            QCOMPARE(digest.error().code, ErrorCode::DigestInvalid);
    }

    void theAlgorithmIsThatOfTheText()
    {
        QCOMPARE(Digest::parse("sha256:" + hex64)->algorithm(), DigestAlgorithm::Sha256);
        QCOMPARE(Digest::parse("sha512:" + hex128)->algorithm(), DigestAlgorithm::Sha512);
    }

    void hexIsTheDigitsAlone()
    {
        QCOMPARE(std::string(Digest::parse("sha256:" + hex64)->hex()), hex64);
        QCOMPARE(Digest::parse("sha512:" + hex128)->shortHex(), std::string(12, '0'));
    }

    void equalTextsAreEqualDigests()
    {
        QVERIFY(*Digest::parse("sha256:" + hex64) == *Digest::parse("sha256:" + hex64));
        QVERIFY(*Digest::parse("sha256:" + hex64) != *Digest::parse("sha512:" + hex128));
    }
};

QTEST_GUILESS_MAIN(DigestTest)
#include "DigestTest.moc"
