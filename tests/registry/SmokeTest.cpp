// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "support/RegistryProcess.h"
#include "support/TestImage.h"

using namespace berth::test;

class SmokeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPushedIsPulledByteForByte()
    {
        RegistryProcess registry;
        QVERIFY2(registry.start(), qPrintable(registry.errorOutput()));
        const auto image = makeImage(1);
        QCOMPARE(pushImage(registry, QStringLiteral("team/app"), QStringLiteral("1.0"), image), 201);
        const auto manifest = registry.send("GET", QStringLiteral("/v2/team/app/manifests/1.0"));
        QCOMPARE(manifest.status, 200);
        QCOMPARE(manifest.body, image.manifest);
        QCOMPARE(manifest.headers["docker-content-digest"], image.digest());
        const auto layer = registry.send("GET", QStringLiteral("/v2/team/app/blobs/") + QString::fromUtf8(digestOf(image.layers[0])));
        QCOMPARE(layer.body, image.layers[0]);
        QCOMPARE(registry.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(SmokeTest)
#include "SmokeTest.moc"
