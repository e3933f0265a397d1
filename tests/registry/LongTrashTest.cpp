// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "core/Hasher.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Blobs.h"
#include "registry/store/Database.h"
#include "registry/store/Deletion.h"
#include "registry/store/Images.h"
#include "registry/store/Numbers.h"
#include "registry/store/Outbox.h"
#include "registry/store/Registries.h"
#include "registry/store/Tags.h"
#include "registry/store/TrashRestore.h"
#include "registry/store/TrashWork.h"
#include "registry/store/Usage.h"
#include "support/TestDatabase.h"
#include "support/TestImage.h"

using namespace berth;
using namespace berth::test;

/// Deletions and restores of images that take more than one step: in between they turn back, others push, and the server is started anew.
class LongTrashTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Sql> m_sql;
    std::unique_ptr<WriterThread> m_writer;
    std::unique_ptr<TrashWork> m_work;
    const RepositoryName m_name = *RepositoryName::parse("team/app");

    Sql &sql() { return *m_sql; }
    template <class Work> auto change(Work work)
    {
        using R = std::invoke_result_t<Work, Sql &>;
        std::optional<R> outcome;
        const auto written = m_writer->postAndWait({Durability::ProcessEnd,
            [&](Sql &writing) -> Result<void> {
                outcome.emplace(work(writing));
                return *outcome ? Result<void>() : tl::unexpected(outcome->error());
            },
            {}});
        return outcome ? *outcome : R(tl::unexpected(written.error()));
    }
    std::string push(const TestImage &image, const std::vector<std::string> &tags)
    {
        const auto digest = image.digest().toStdString();
        change([&](Sql &writing) -> Result<std::int64_t> {
            const auto id = images::ensure(writing, m_name, images::CreateRegistry::Yes);
            for (const auto &blob : image.layers + QList<QByteArray>{image.config})
                blobs::link(writing, *id, Hasher::of(blob.toStdString()), blob.size()).value();
            const auto put = artifacts::put(writing,
                {m_name, *Manifest::parse(image.manifest.toStdString(), ""), Hasher::of(image.manifest.toStdString()), image.manifest.toStdString(), tags, {},
                    true, {"somebody", "127.0.0.1"}});
            return put ? Result<std::int64_t>(*id) : tl::unexpected(put.error());
        }).value();
        return digest;
    }
    /// Artifacts of two blobs each, the configuration and a layer.
    void pushMany(int count)
    {
        for (int i = 0; i < count; ++i)
            push(makeImage(i), {"t" + std::to_string(i)});
    }
    std::int64_t deleteImage()
    {
        return change([&](Sql &writing) { return deletion::deleteImage(writing, m_name, {"somebody", {}}); }).value();
    }
    Result<RestoreOutcome> restore(std::int64_t id, const RestoreWishes &wishes = {})
    {
        return change([&](Sql &writing) { return trash::restore(writing, id, wishes, {"somebody", {}}); });
    }
    bool step() { return m_work->step(sql()).value(); }
    void steps(int count)
    {
        for (int i = 0; i < count; ++i)
            QVERIFY(step());
    }
    int toTheEnd()
    {
        int count = 0;
        while (step())
            ++count;
        return count;
    }
    QString faults()
    {
        QStringList lines;
        for (const auto &line : numbers::faults(sql()))
            lines << QString::fromStdString(line);
        return lines.join(QLatin1Char('\n'));
    }
    std::int64_t usedBytes() { return registries::byName(sql(), "team")->usedBytes; }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const std::filesystem::path folder = m_folder->path().toStdString();
        const auto location = newDatabase(folder);
        QVERIFY(Database::prepare(folder, location).has_value());
        m_sql = std::move(*Sql::open(location, Sql::Sync::Normal));
        m_writer = std::move(*WriterThread::start(location));
        m_work = std::make_unique<TrashWork>(*m_writer);
    }
    void cleanup()
    {
        QCOMPARE(faults(), QString());
        QVERIFY2(!m_sql->hasFailed(), m_sql->takeError().message.c_str());
        m_work.reset();
        m_writer.reset();
        m_sql.reset();
    }

    void aLargeImageGoesAtOnceAndIsCountedInSteps()
    {
        pushMany(400);
        const auto used = usedBytes();
        QVERIFY(used > 0);
        const auto id = deleteImage();
        QVERIFY(!images::find(sql(), m_name));
        QCOMPARE(trash::find(sql(), id)->artifactCount, std::int64_t(400));
        QVERIFY(usedBytes() > 0); // not counted to the end yet
        QVERIFY(toTheEnd() >= 2);
        QCOMPARE(usedBytes(), std::int64_t(0));
        QCOMPARE(trash::heldBytes(sql()), used);
        QCOMPARE(trash::find(sql(), id)->returnsBytes, used);
    }

    void anImageThatTurnsBackIsCountedFromTheBeginning_data()
    {
        QTest::addColumn<int>("before");
        for (const int before : {0, 1, 2, 3})
            QTest::addRow("after %d steps", before) << before;
    }
    void anImageThatTurnsBackIsCountedFromTheBeginning()
    {
        QFETCH(int, before);
        pushMany(400);
        const auto used = usedBytes();
        const auto id = deleteImage();
        steps(before);
        QVERIFY(restore(id).has_value());
        QCOMPARE(images::find(sql(), m_name)->artifactCount, std::int64_t(400));
        toTheEnd();
        QCOMPARE(usedBytes(), used);
        QCOMPARE(trash::heldBytes(sql()), std::int64_t(0));
        QCOMPARE(faults(), QString());
        // And back once more, in the middle of that.
        const auto again = deleteImage();
        steps(1);
        QVERIFY(restore(again).has_value());
        steps(1);
        deleteImage();
        m_work = std::make_unique<TrashWork>(*m_writer); // another process
        toTheEnd();
        QCOMPARE(usedBytes(), std::int64_t(0));
    }

    void anEndedDeletionGoesInSteps()
    {
        pushMany(300);
        const auto id = deleteImage();
        toTheEnd();
        sql().run("UPDATE blob SET relied_at = 1");
        QCOMPARE(int(change([&](Sql &writing) { return trash::end(writing, id); }).value()), int(trash::Progress::More));
        QVERIFY(!trash::find(sql(), id));
        QCOMPARE(trash::count(sql()), std::int64_t(0));
        QVERIFY(trash::heldBytes(sql()) > 0);
        steps(1);
        m_work = std::make_unique<TrashWork>(*m_writer);
        QVERIFY(toTheEnd() >= 2);
        QCOMPARE(trash::heldBytes(sql()), std::int64_t(0));
        QCOMPARE(sql().integer("SELECT count(*) FROM manifest_bytes", -1), std::int64_t(0));
        QCOMPARE(sql().integer("SELECT count(*) FROM repository", -1), std::int64_t(0));
        QCOMPARE(usage::ofStore(sql()).unusedBytes, usage::ofStore(sql()).blobBytes);
    }

    void anImageOfThousandsComesBackIntoOneThatIsThere()
    {
        constexpr int count = 10'100;
        std::vector<std::string> names;
        for (int i = 0; i < count; ++i)
            names.push_back("t" + std::to_string(i));
        const auto old = push(makeImage(1), names);
        push(makeImage(2), {"second"});
        const auto id = deleteImage();
        toTheEnd();
        const auto present = push(makeImage(3), {"t5", "t10099"});
        push(makeImage(2), {"other"}); // the same artifact as one that lies in the trash
        const auto outcome = restore(id);
        QVERIFY2(outcome && outcome->isUnfinished, outcome ? "" : outcome.error().message.c_str());
        QVERIFY(!trash::find(sql(), id)); // it is on its way
        QCOMPARE(restore(id).error().code, ErrorCode::NotFound);
        steps(3);
        m_work = std::make_unique<TrashWork>(*m_writer);
        QVERIFY(toTheEnd() > 20);
        const auto image = images::find(sql(), m_name);
        QCOMPARE(image->artifactCount, std::int64_t(3));
        QCOMPARE(image->tagCount, std::int64_t(count + 2)); // t5 and t10099 once each
        QCOMPARE(artifacts::digestOfTag(sql(), m_name, "t5"), present);
        QCOMPARE(artifacts::digestOfTag(sql(), m_name, "t6"), old);
        QCOMPARE(artifacts::digestOfTag(sql(), m_name, "second"), makeImage(2).digest().toStdString());
        // The two names that were taken lie in the trash still, for a name that is free.
        const auto rest = trash::find(sql(), id);
        QVERIFY(rest.has_value());
        QCOMPARE(rest->tags, (std::vector<std::string>{"t10099", "t5"}));
        QCOMPARE(trash::conflicts(sql(), *rest).size(), std::size_t(2));
        QCOMPARE(restore(id).error().code, ErrorCode::Conflict);
        QVERIFY(restore(id, {{}, {}, {{"t5", "t5-old"}, {"t10099", "t10099-old"}}}).has_value());
        QCOMPARE(artifacts::digestOfTag(sql(), m_name, "t5-old"), old);
        QVERIFY(!trash::find(sql(), id));
    }

    void whatIsTooLargeForOneStepIsRefusedNotDone()
    {
        std::vector<std::string> names;
        for (int i = 0; i < 10'100; ++i)
            names.push_back("t" + std::to_string(i));
        const auto old = push(makeImage(1), names);
        push(makeImage(2), {"other"});
        const auto id = deleteImage();
        toTheEnd();
        QCOMPARE(restore(id, {{}, {}, {{"t1", "new"}}}).error().code, ErrorCode::Precondition);
        QCOMPARE(restore(id, {std::set<std::string>{old}, {}, {}}).error().code, ErrorCode::Precondition);
        QVERIFY(restore(id, {std::set<std::string>{makeImage(2).digest().toStdString()}, {}, {}}).has_value());
        QCOMPARE(images::find(sql(), m_name)->tagCount, std::int64_t(1));
        QVERIFY(restore(id).has_value());
        toTheEnd();
        QCOMPARE(images::find(sql(), m_name)->tagCount, std::int64_t(10'101));
        QVERIFY(!trash::find(sql(), id));
    }

    // What happened

    void whatHappenedIsToldInItsOrder()
    {
        const auto first = push(makeImage(1), {"1", "latest"});
        const auto second = push(makeImage(2), {"latest"});
        change([&](Sql &writing) { return deletion::deleteTag(writing, m_name, "1", {"other", "127.0.0.2"}); }).value();
        const auto id = change([&](Sql &writing) {
            return deletion::deleteArtifact(writing, m_name, "latest", deletion::Along::Nothing, {"other", {}});
        }).value();
        restore(id).value();
        const auto whole = deleteImage();
        restore(whole).value();
        QByteArrayList told;
        std::int64_t cursor = 0;
        while (true) { // any number at a time
            const auto batch = outbox::read(sql(), cursor, 3);
            QCOMPARE(batch.missed, std::int64_t(0));
            for (const auto &event : batch.events)
                told << QByteArray(wordOf(event.kind)) + ' ' + QByteArray::fromStdString(event.tag)
                        + (event.digest == first         ? " first"
                                : event.digest == second ? " second"
                                                         : "")
                        + (event.formerDigest == first ? " was first" : "") + ' ' + QByteArray::fromStdString(event.by.actor);
            cursor = batch.next;
            if (batch.events.size() < 3)
                break;
        }
        QCOMPARE(told,
            (QByteArrayList{"push 1 first somebody", "tag_set 1 first somebody", "tag_set latest first somebody", "push latest second somebody",
                "tag_set latest second was first somebody", "tag_deleted 1 first was first other", "tag_deleted latest second other",
                "artifact_deleted latest second other", "tag_set latest second somebody", "restored  somebody", "image_deleted  somebody",
                "restored  somebody"}));
        QCOMPARE(outbox::end(sql()), cursor);
        const auto history = tags::history(sql(), m_name, "latest", {0, 10});
        QCOMPARE(history.size(), std::size_t(4));
        QCOMPARE(history[0].digest, second);
        QCOMPARE(history[1].digest, std::string()); // it was deleted
        QCOMPARE(history[2].formerDigest, first);
        QCOMPARE(history[3].formerDigest, std::string());
        QCOMPARE(history[2].by.actor, std::string("somebody"));
        QCOMPARE(history[2].by.source, std::string("127.0.0.1"));
    }

    void whoReadsTooSeldomIsToldWhatWasMissed()
    {
        for (int i = 0; i < 30; ++i)
            push(makeImage(i), {"t"});
        const auto all = outbox::read(sql(), 0, 1000);
        QCOMPARE(all.events.size(), std::size_t(60));
        const auto cursor = all.events[9].id;
        outbox::Bounds bounds;
        bounds.bytes = sql().integer("SELECT sum(bytes) FROM event WHERE id > ?", 0, all.events[39].id);
        QCOMPARE(change([&](Sql &writing) -> Result<std::int64_t> { return outbox::trim(writing, nowMs(), 15, bounds); }).value(),
            std::int64_t(15)); // at most so many at once
        QCOMPARE(change([&](Sql &writing) -> Result<std::int64_t> { return outbox::trim(writing, nowMs(), 1000, bounds); }).value(), std::int64_t(25));
        QCOMPARE(change([&](Sql &writing) -> Result<std::int64_t> { return outbox::trim(writing, nowMs(), 1000, bounds); }).value(), std::int64_t(0));
        const auto late = outbox::read(sql(), cursor, 1000);
        QCOMPARE(late.missed, std::int64_t(30));
        QCOMPARE(late.events.size(), std::size_t(20));
        QCOMPARE(outbox::read(sql(), all.events[39].id, 1000).missed, std::int64_t(0));
        // And by age.
        bounds.ageMs = 1000;
        QCOMPARE(change([&](Sql &writing) -> Result<std::int64_t> { return outbox::trim(writing, nowMs() + 10'000, 1000, bounds); }).value(), std::int64_t(20));
    }
};

QTEST_GUILESS_MAIN(LongTrashTest)
#include "LongTrashTest.moc"
