// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <mutex>

#include <QCoreApplication>
#include <QRandomGenerator>

#include "CareStage.h"

using namespace berth;
using namespace berth::test;
using namespace berth::test::care;

namespace {

/// What a client knows of an image of which it was told something.
struct Known {
    enum class State { Live, Trashed, Ended, Pushing, Deleting, Restoring, Ending }; ///< The latter four: asked for, never answered.
    TestImage image;
    State state = State::Live;
    qint64 deletion = 0;
};

QByteArray tagOf(int seed) { return "t" + QByteArray::number(seed); }

} // namespace

/// Kills the server at random moments while clients push and pull, delete and restore, and it collects and reads its blobs. What it had
/// acknowledged must hold afterwards, and a collection must leave nothing over.
///
/// BERTH_KILL_ROUNDS sets the number of kills.
class CareKillTest : public QObject {
    Q_OBJECT

private:
    using State = Known::State;

    QTemporaryDir m_temporary;
    std::mutex m_mutex;
    std::map<int, Known> m_known; ///< By seed. Guarded by m_mutex.
    QByteArrayList m_wrong;       ///< Guarded by m_mutex.
    int m_lastSeed = 0;           ///< Of the pushing thread.
    std::atomic<bool> m_over = false;
    int m_counts[5] = {};         ///< Pushes, pulls, deletions, restores, ends; each of one thread.

    /// Two images that share a layer, one of them with more: what is collected with one must stay for the other.
    static TestImage contentOf(int seed) { return makeImage(seed / 2, 2 + seed % 2, 20'000); }

    void set(int seed, State state, qint64 deletion = 0)
    {
        const std::lock_guard guard(m_mutex);
        auto &known = m_known[seed];
        if (known.image.manifest.isEmpty())
            known.image = contentOf(seed);
        known.state = state;
        known.deletion = deletion;
    }
    qsizetype numberOf(State state)
    {
        const std::lock_guard guard(m_mutex);
        return std::ranges::count_if(m_known, [&](const auto &entry) { return entry.second.state == state; });
    }
    std::optional<std::pair<int, Known>> any(State state)
    {
        const std::lock_guard guard(m_mutex);
        std::vector<int> seeds;
        for (const auto &[seed, known] : m_known) {
            if (known.state == state)
                seeds.push_back(seed);
        }
        if (seeds.empty())
            return std::nullopt;
        const int seed = seeds[std::size_t(QRandomGenerator::global()->bounded(int(seeds.size())))];
        return std::pair(seed, m_known.at(seed));
    }

    void push(const RegistryProcess &server)
    {
        while (!m_over) {
            const int seed = ++m_lastSeed;
            const int status = pushImage(server, repository, QString::fromUtf8(tagOf(seed)), contentOf(seed));
            set(seed, status == 201 ? State::Live : State::Pushing);
            m_counts[0] += status == 201;
        }
    }
    /// Only one thread deletes, so what is pulled in a loop here may go meanwhile, and is then asked about once more.
    void pull(const RegistryProcess &server)
    {
        while (!m_over) {
            const auto found = any(State::Live);
            if (!found) {
                QThread::msleep(5);
                continue;
            }
            const auto missing = missingOf(server, tagOf(found->first), found->second.image);
            m_counts[1] += missing.isEmpty();
            if (missing.isEmpty() || missing.last().contains("(0)"))
                continue;
            const std::lock_guard guard(m_mutex);
            if (const auto &now = m_known.at(found->first); now.state == State::Live && now.deletion == found->second.deletion)
                m_wrong << "pulled under load: " + missing.join("; ");
        }
    }
    void remove(const RegistryProcess &server)
    {
        while (!m_over) {
            const int what = QRandomGenerator::global()->bounded(7);
            if (const auto live = any(State::Live); live && what < 3 && numberOf(State::Live) > 5) {
                set(live->first, State::Deleting);
                const auto deletion = deleteArtifact(server, live->second.image);
                if (deletion)
                    set(live->first, State::Trashed, deletion);
                m_counts[2] += deletion != 0;
            }
            const auto trashed = any(State::Trashed);
            if (trashed && what >= 3 && what < 6) {
                set(trashed->first, State::Restoring, trashed->second.deletion);
                if (restore(server, trashed->second.deletion)) {
                    set(trashed->first, State::Live, trashed->second.deletion);
                    ++m_counts[3];
                }
            } else if (trashed && what == 6) {
                set(trashed->first, State::Ending, trashed->second.deletion);
                if (berthCall(server, "DELETE", QStringLiteral("trash/%1").arg(trashed->second.deletion)).status == 200) {
                    set(trashed->first, State::Ended);
                    ++m_counts[4];
                    ageUnused();
                }
            }
        }
    }
    /// What was in the trash until now was uploaded long ago; the uploads under way were not.
    void ageUnused()
    {
        const auto sql = database(m_temporary.path());
        const std::lock_guard guard(m_mutex);
        for (const auto &[seed, known] : m_known) {
            for (const auto &blob : known.state == State::Ended ? known.image.layers : QList<QByteArray>())
                sql->run("UPDATE blob SET relied_at = 1 WHERE digest = ? AND NOT EXISTS (SELECT 1 FROM manifest_blob m WHERE m.digest = blob.digest)",
                    digestOf(blob).toStdString());
        }
    }
    void care(const RegistryProcess &server)
    {
        while (!m_over) {
            runToItsEnd(server, QStringLiteral("collection"));
            runToItsEnd(server, QStringLiteral("scrub"));
        }
    }

    static qint64 newestDeletionOf(const RegistryProcess &server, const QByteArray &tag)
    {
        const auto list = berthCall(server, "GET", QStringLiteral("trash")).jsonBody();
        for (const auto &operation : json::list(list, "operations")) {
            for (const auto &name : json::list(operation, "tags")) {
                if (name.is_string() && tag.toStdString() == std::string_view(name.get_string()))
                    return json::integer(operation, "id");
            }
        }
        return 0;
    }
    /// Compares with what was acknowledged, and settles what was not.
    void settle(const RegistryProcess &server)
    {
        for (auto &[seed, known] : m_known) {
            const bool isThere = get(server, QStringLiteral("/manifests/") + QString::fromUtf8(tagOf(seed))).status == 200;
            const auto missing = isThere || known.state == State::Live ? missingOf(server, tagOf(seed), known.image) : QByteArrayList{"not there"};
            const bool isWhole = missing.isEmpty();
            if (known.state == State::Live)
                QVERIFY2(isWhole, missing.join("; ").constData());
            if (known.state == State::Trashed || known.state == State::Ended)
                QVERIFY2(!isThere, tagOf(seed).constData());
            if (known.state == State::Trashed)
                QCOMPARE(berthCall(server, "GET", QStringLiteral("trash/%1").arg(known.deletion)).status, 200);
            if (known.state < State::Pushing)
                continue;
            QVERIFY2(!isThere || isWhole, missing.join("; ").constData());
            if (known.state == State::Deleting)
                known.deletion = newestDeletionOf(server, tagOf(seed));
            const bool isTrashed = known.deletion > 0 && berthCall(server, "GET", QStringLiteral("trash/%1").arg(known.deletion)).status == 200;
            const bool mayBeGone = known.state == State::Pushing || known.state == State::Ending;
            QVERIFY2(isThere || isTrashed || mayBeGone, (tagOf(seed) + " was lost on its way into the trash or out of it").constData());
            known.state = isThere ? State::Live : isTrashed ? State::Trashed : State::Ended;
        }
        std::erase_if(m_known, [](const auto &entry) { return entry.second.state == State::Ended; });
    }

private Q_SLOTS:
    void whatWasAcknowledgedSurvivesKillsUnderLoad()
    {
        const auto folder = m_temporary.path();
        const int rounds = qEnvironmentVariableIsSet("BERTH_KILL_ROUNDS") ? qEnvironmentVariableIntValue("BERTH_KILL_ROUNDS") : 15;
        for (int round = 1; round <= rounds && !QTest::currentTestFailed(); ++round) {
            RegistryProcess server(folder);
            QVERIFY2(server.start(), qPrintable(server.errorOutput()));
            settle(server);
            if (QTest::currentTestFailed())
                return;
            m_over = false;
            std::vector<std::unique_ptr<QThread>> threads;
            for (auto work : {&CareKillTest::push, &CareKillTest::pull, &CareKillTest::remove, &CareKillTest::care})
                threads.emplace_back(QThread::create([this, work, &server] { (this->*work)(server); }))->start();
            const auto wait = QRandomGenerator::global()->bounded(100, 700);
            QThread::msleep(static_cast<unsigned long>(wait));
            server.kill();
            m_over = true;
            for (auto &thread : threads)
                thread->wait();
            QVERIFY2(m_wrong.isEmpty(), m_wrong.join('\n').constData());
        }
        qInfo("%d pushes, %d pulls, %d deletions, %d restores, %d ended", m_counts[0], m_counts[1], m_counts[2], m_counts[3], m_counts[4]);
        QVERIFY(m_counts[0] > rounds && m_counts[1] > rounds && m_counts[2] > rounds);

        RegistryProcess server(folder);
        QVERIFY2(server.start(), qPrintable(server.errorOutput()));
        settle(server);
        age(folder);
        QVERIFY(runToItsEnd(server, QStringLiteral("collection")));
        settle(server);
        for (const auto &[seed, known] : m_known) {
            if (known.state == State::Trashed)
                QVERIFY(restore(server, known.deletion));
            if (known.state == State::Trashed)
                QCOMPARE(missingOf(server, tagOf(seed), known.image).join("; "), QByteArray());
        }
        QCOMPARE(server.stop(), 0);
        QCOMPARE(database(folder)->integer("SELECT count(*) FROM blob WHERE damaged_at > 0", -1), std::int64_t(0));
        QCOMPARE(complaintsAbout(folder).join("; "), QByteArray());
    }
};

QTEST_GUILESS_MAIN(CareKillTest)
#include "CareKillTest.moc"
