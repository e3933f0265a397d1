// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/Names.h"

using namespace berth;

namespace {
const QByteArray digest = "sha256:" + QByteArray(64, 'a');
}

class ImageReferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReferenceIsTakenApartByDockersRule_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("digestPart");
        const auto row = [](const QByteArray &text, const char *host, const char *path, const char *tag, const QByteArray &digestPart) {
            QTest::newRow(text.constData()) << text << QByteArray(host) << QByteArray(path) << QByteArray(tag) << digestPart;
        };
        row("ubuntu", "", "ubuntu", "", "");
        row("ubuntu:18.04", "", "ubuntu", "18.04", "");
        row("team/app:1", "", "team/app", "1", "");
        row("localhost/app", "localhost", "app", "", "");
        row("localhost:5000/app", "localhost:5000", "app", "", "");
        row("127.0.0.1:5000/team/app:1", "127.0.0.1:5000", "team/app", "1", "");
        row("ghcr.io/a/b/c", "ghcr.io", "a/b/c", "", "");
        row("host:5000/app:Tag_1", "host:5000", "app", "Tag_1", "");
        row("app@" + digest, "", "app", "", digest);
        row("ghcr.io/team/app:1@" + digest, "ghcr.io", "team/app", "1", digest);
    }
    void aReferenceIsTakenApartByDockersRule()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, tag);
        QFETCH(QByteArray, digestPart);
        const auto reference = ImageReference::parse(text.toStdString());
        QVERIFY(reference.has_value());
        QCOMPARE(QByteArray::fromStdString(reference->host), host);
        QCOMPARE(QByteArray::fromStdString(reference->path), path);
        QCOMPARE(QByteArray::fromStdString(reference->tag), tag);
        QCOMPARE(QByteArray::fromStdString(reference->digest), digestPart);
    }

    void aPartThatBreaksItsGrammarIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", ":tag", "app:", "app:a b", "App", "app@", "app@sha256:12", "host:5000/", "host.example/", "a//b", "a:b:c", "app@@",
                 "https://host/app", "app:-x"})
            QTest::newRow(*text ? text : "(empty)") << QByteArray(text);
    }
    void aPartThatBreaksItsGrammarIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!ImageReference::parse(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(ImageReferenceTest)
#include "ImageReferenceTest.moc"
