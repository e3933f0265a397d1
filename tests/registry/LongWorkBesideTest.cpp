// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QElapsedTimer>
#include <QMap>

#include "PersistentClient.h"
#include "UpkeepFixture.h"
#include "core/Hasher.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Blobs.h"
#include "registry/store/Images.h"

using namespace berth;
using namespace berth::test;

/// A large image is deleted, restored and ended for good: pushes beside that keep half their speed.
class LongWorkBesideTest : public UpkeepFixture {
    Q_OBJECT

private:
    static constexpr int artifacts = 4000;
    int m_pushed = 0;

    /// Behind the server's back, which takes a tenth of the time of pushing; rows only, for nobody pulls them.
    void fill() const
    {
        const auto sql = database();
        const auto name = *RepositoryName::parse("big/app");
        const auto link = [&](std::int64_t image, const QByteArray &blob) { blobs::link(*sql, image, Hasher::of(blob.toStdString()), blob.size()).value(); };
        sql->begin();
        const auto image = images::ensure(*sql, name, images::CreateRegistry::Yes).value();
        for (int i = 0; i < artifacts; ++i) {
            const auto content = makeImage(i, 2, 10);
            for (const auto &blob : content.layers + QList<QByteArray>{content.config})
                link(image, blob);
            const auto bytes = content.manifest.toStdString();
            QVERIFY(artifacts::put(*sql, {name, *Manifest::parse(bytes, ""), Hasher::of(bytes), bytes, {"t" + std::to_string(i)}, {}}).has_value());
        }
        sql->run("COMMIT");
        QVERIFY(!sql->hasFailed());
    }

    bool isAtRest() const
    {
        const auto jobs = asked("jobs");
        return std::ranges::all_of(json::list(jobs, "jobs"), [](const json::value &job) { return json::text(job, "state") == "idle"; });
    }

    /// Milliseconds of each push of a small image, `least` of them and till nothing works any more.
    QList<double> pushes(int least)
    {
        PersistentClient client(registry.host());
        QList<double> took;
        while (took.size() < least || (took.size() % 5 == 0 && !isAtRest()) || took.size() % 5 != 0) {
            const auto image = makeImage(100'000 + m_pushed++, 2, 200);
            QElapsedTimer timer;
            timer.start();
            for (const auto &blob : image.layers + QList<QByteArray>{image.config})
                client.upload("wide/app", blob);
            if (client.putManifest("wide/app", "t", image.manifest).status != 201)
                return {};
            took << double(timer.nsecsElapsed()) / 1e6;
        }
        return took;
    }
    static double median(QList<double> values)
    {
        std::ranges::nth_element(values, values.begin() + values.size() / 2);
        return values[values.size() / 2];
    }
    /// The work begins, and then it is pushed till it has ended: how many times as long a push took then. A disk that is busy with something else
    /// for a second makes one of these large, so the least of some rounds counts.
    void measure(const char *what, qint64 (LongWorkBesideTest::*begin)())
    {
        QVERIFY(QTest::qWaitFor([&] { return isAtRest(); }, 20'000));
        const auto alone = pushes(60);
        const auto operation = (this->*begin)();
        QVERIFY2(operation > 0, what);
        const auto beside = pushes(20);
        QVERIFY(!alone.isEmpty() && !beside.isEmpty());
        qInfo("%s: %lld pushes beside it, median %.1f ms, alone %.1f ms", what, (long long)beside.size(), median(beside), median(alone));
        QVERIFY2(beside.size() > 30, "the work was over too soon to say anything");
        const double ratio = median(beside) / median(alone);
        m_ratios[what] = m_ratios.contains(what) ? std::min(m_ratios[what], ratio) : ratio;
    }
    bool isSlow() const
    {
        return std::ranges::any_of(m_ratios, [](double ratio) { return ratio > 2; });
    }

    QMap<QByteArray, double> m_ratios; ///< By work.
    qint64 m_deletion = 0;
    qint64 deleteImage() { return m_deletion = deletionOf(ncrImage("DELETE", "big/app")); }
    qint64 restoreImage() { return restore(m_deletion).status == 200 ? m_deletion : 0; }
    qint64 endImage() { return berthCall("DELETE", at(m_deletion)).status == 200 ? m_deletion : 0; }

private Q_SLOTS:
    void pushesBesideLongWorksKeepHalfTheirSpeed()
    {
        QVERIFY(keepQuiet());
        for (int round = 0; round == 0 || (round < 3 && isSlow()); ++round) {
            QCOMPARE(registry.stop(), 0);
            fill();
            QVERIFY(registry.start(arguments()));
            measure("delete", &LongWorkBesideTest::deleteImage);
            measure("restore", &LongWorkBesideTest::restoreImage);
            QVERIFY(QTest::qWaitFor([&] { return isAtRest(); }, 20'000));
            QVERIFY(deleteImage() > 0);
            measure("end", &LongWorkBesideTest::endImage);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(m_ratios.size() == 3 && !isSlow());
    }
};

QTEST_GUILESS_MAIN(LongWorkBesideTest)
#include "LongWorkBesideTest.moc"
