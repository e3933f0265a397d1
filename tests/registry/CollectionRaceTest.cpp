// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

#include <QElapsedTimer>
#include <QRandomGenerator>

#include "PersistentClient.h"
#include "UpkeepFixture.h"

using namespace berth;
using namespace berth::test;

namespace {

constexpr int workers = 4;
constexpr int keptImages = 2; ///< By each worker, before it deletes the oldest.

/// What all workers saw.
struct Tally {
    std::atomic<int> reused = 0;   ///< Blobs that a HEAD found.
    std::atomic<int> mounted = 0;
    std::atomic<int> uploaded = 0;
    std::atomic<int> retried = 0;  ///< Manifests that named what had just gone.
    std::mutex mutex;
    QByteArrayList faults;

    void fault(const QByteArray &text)
    {
        const std::lock_guard guard(mutex);
        faults << text;
    }
};

/// The content that all workers share.
struct Pool {
    QByteArrayList layers;
    QByteArrayList configs;
};

/// Pushes images as a client does, reusing what the server says it has, and looks whether each stays whole.
class Worker {
public:
    Worker(const QString &host, int number, const Pool &pool, Tally &tally)
        : m_client(host)
        , m_name("race/w" + QByteArray::number(number % 2)) // two push into one image
        , m_random(quint32(number) + 1)
        , m_pool(pool)
        , m_tally(tally)
    {
    }

    void round(int number)
    {
        auto image = compose(number);
        if (!push(image))
            return;
        verify(image);
        m_kept.push_back(std::move(image));
        verify(m_kept.front());
        if (m_kept.size() > keptImages) {
            remove(m_kept.front());
            m_kept.pop_front();
        }
    }
    void removeAll()
    {
        for (const auto &image : m_kept) {
            verify(image);
            remove(image);
        }
        m_kept.clear();
    }

private:
    TestImage compose(int number)
    {
        TestImage image;
        image.config = m_pool.configs[m_random.bounded(int(m_pool.configs.size()))];
        const int first = m_random.bounded(int(m_pool.layers.size()));
        image.layers << m_pool.layers[first] << m_pool.layers[(first + 1) % m_pool.layers.size()];
        QByteArray list;
        for (const auto &layer : image.layers)
            list += QByteArray(list.isEmpty() ? "" : ",") + R"({"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":")" + digestOf(layer)
                + R"(","size":)" + QByteArray::number(layer.size()) + "}";
        image.manifest = R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","annotations":{"round":")" + QByteArray::number(number)
            + R"("},"config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":")" + digestOf(image.config) + R"(","size":)"
            + QByteArray::number(image.config.size()) + R"(},"layers":[)" + list + "]}";
        return image;
    }
    bool bring(const QByteArray &blob)
    {
        const auto digest = digestOf(blob);
        if (m_client.send("HEAD", "/v2/" + m_name + "/blobs/" + digest).status == 200) {
            ++m_tally.reused;
            return true;
        }
        if (m_random.bounded(2) && m_client.send("POST", "/v2/" + m_name + "/blobs/uploads/?mount=" + digest).status == 201) {
            ++m_tally.mounted;
            return true;
        }
        ++m_tally.uploaded;
        const int status = m_client.upload(m_name, blob);
        if (status != 201)
            m_tally.fault("an upload was answered " + QByteArray::number(status));
        return status == 201;
    }
    bool push(const TestImage &image)
    {
        for (const auto &blob : image.layers + QByteArrayList{image.config}) {
            if (!bring(blob))
                return false;
        }
        for (int attempt = 0; attempt < 200; ++attempt) {
            const auto reply = m_client.putManifest(m_name, tagOf(image), image.manifest);
            if (reply.status == 201)
                return true;
            if (!reply.body.contains("MANIFEST_BLOB_UNKNOWN") && !reply.body.contains("\"BLOB_UNKNOWN")) {
                m_tally.fault("a manifest was answered " + QByteArray::number(reply.status) + " " + reply.body);
                return false;
            }
            ++m_tally.retried;
            for (const auto &blob : image.layers + QByteArrayList{image.config}) {
                if (reply.body.contains(digestOf(blob)) && m_client.upload(m_name, blob) != 201)
                    m_tally.fault("an upload anew failed");
            }
        }
        m_tally.fault("a manifest was refused 200 times");
        return false;
    }
    void verify(const TestImage &image)
    {
        if (m_client.get("/v2/" + m_name + "/manifests/" + image.digest()) != image.manifest)
            m_tally.fault("a manifest that was answered 201 is not there");
        for (const auto &blob : image.layers + QByteArrayList{image.config}) {
            if (const auto got = m_client.get("/v2/" + m_name + "/blobs/" + digestOf(blob)); got != blob)
                m_tally.fault("a manifest names a blob that is not there: " + got.left(20));
        }
    }
    static QByteArray tagOf(const TestImage &image) { return image.digest().mid(7, 12); }
    HttpReply erase(const TestImage &image) { return m_client.send("DELETE", "/v2/" + m_name + "/manifests/" + image.digest()); }

    /// For good, so that its blobs are in nobody's use; at times it comes back once.
    void remove(const TestImage &image)
    {
        if (m_random.bounded(4) == 0) {
            const auto operation = erase(image).headers.value("berth-trash-operation");
            if (m_client.send("POST", "/berth/v1/trash/" + operation + "/restore", "{}").status != 200)
                m_tally.fault("a deletion was not undone");
            verify(image);
            if (m_client.get("/v2/" + m_name + "/manifests/" + tagOf(image)) != image.manifest)
                m_tally.fault("a tag did not come back");
        }
        const auto deleted = erase(image);
        const auto ended = m_client.send("DELETE", "/berth/v1/trash/" + deleted.headers.value("berth-trash-operation"));
        if (deleted.status != 202 || ended.status != 200)
            m_tally.fault("a deletion was answered " + QByteArray::number(deleted.status) + ", its end " + QByteArray::number(ended.status));
    }

    PersistentClient m_client;
    QByteArray m_name;
    QRandomGenerator m_random;
    const Pool &m_pool;
    Tally &m_tally;
    std::deque<TestImage> m_kept;
};

} // namespace

/// Pushes that reuse layers while collection runs without a pause, and nothing is ever too young for it.
class CollectionRaceTest : public UpkeepFixture {
    Q_OBJECT

private:
    static Pool makePool()
    {
        Pool pool;
        for (int i = 0; i < 30; ++i)
            pool.layers << makeImage(i, 1, 600).layers[0];
        for (int i = 0; i < 15; ++i)
            pool.configs << makeImage(i, 1).config;
        return pool;
    }

private Q_SLOTS:
    void init() { QVERIFY(keepQuiet()); }

    void noManifestEverNamesAMissingBlob()
    {
        const int rounds = qEnvironmentVariableIntValue("BERTH_RACE_ROUNDS") > 0 ? qEnvironmentVariableIntValue("BERTH_RACE_ROUNDS") : 1000;
        const auto pool = makePool();
        Tally tally;
        std::atomic<int> next = 0;
        std::atomic<bool> over = false;
        std::atomic<int> aged = 0;
        std::thread ager([&] {
            const auto sql = database();
            while (!over) {
                aged += int(sql->run("UPDATE blob SET relied_at = 1 WHERE relied_at > 1"));
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        });
        std::thread collector([&] {
            PersistentClient client(registry.host());
            while (!over) {
                if (client.send("POST", "/berth/v1/collection", "{\"action\":\"start\"}").status != 200)
                    tally.fault("collection was not started");
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        });
        QElapsedTimer timer;
        timer.start();
        std::vector<std::thread> threads;
        for (int i = 0; i < workers; ++i) {
            threads.emplace_back([&, i] {
                Worker worker(registry.host(), i, pool, tally);
                for (int round = next++; round < rounds; round = next++)
                    worker.round(round);
                worker.removeAll();
            });
        }
        for (auto &thread : threads)
            thread.join();
        over = true;
        ager.join();
        collector.join();
        qInfo("%d rounds in %lld ms: %d blobs reused, %d mounted, %d uploaded, %d manifests tried again", rounds, timer.elapsed(), tally.reused.load(),
            tally.mounted.load(), tally.uploaded.load(), tally.retried.load());
        QVERIFY2(tally.faults.isEmpty(), QByteArray::number(tally.faults.size()) + " faults, the first: " + tally.faults.value(0));
        // It was a race at all: blobs went and came again, and were reused in between.
        QVERIFY(aged > 0);
        QVERIFY(tally.uploaded > rounds / 4);
        QVERIFY(tally.reused > rounds / 10);
        verifyNothingIsLeft();
    }

private:
    /// With the last image gone, the last byte goes.
    void verifyNothingIsLeft()
    {
        const auto sql = database();
        sql->run("UPDATE blob SET relied_at = 1");
        const auto status = collect();
        QVERIFY(json::find(status, "failure")->is_null());
        QCOMPARE(sql->integer("SELECT count(*) FROM blob", -1), std::int64_t(0));
        QCOMPARE(sql->integer("SELECT count(*) FROM manifest_bytes", -1), std::int64_t(0));
        for (const auto &blob : makePool().layers + makePool().configs)
            QVERIFY(!isStored(blob));
    }
};

QTEST_GUILESS_MAIN(CollectionRaceTest)
#include "CollectionRaceTest.moc"
