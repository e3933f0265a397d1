// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "core/Hasher.h"
#include "transfer/LayerMap.h"

using namespace berth;

namespace {

Digest digestOf(int number) { return Hasher::of(std::to_string(number)); }
LayerMap::Packed packedOf(int number) { return {digestOf(-number), 1000 + number}; }

} // namespace

/// What a packed layer is known as, kept in a file that grows by what is new.
class LayerMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void remembersOverAnEndOfTheProgram()
    {
        {
            LayerMap map(file());
            map.remember(digestOf(1), packedOf(1));
            map.remember(digestOf(2), packedOf(2));
            map.remember(digestOf(1), packedOf(3)); // packed otherwise by now
        }
        const LayerMap map(file());
        QVERIFY(map.find(digestOf(1)) == packedOf(3));
        QVERIFY(map.find(digestOf(2)) == packedOf(2));
        QVERIFY(!map.find(digestOf(3)));
    }

    void writesWhatIsNewAndNothingElse()
    {
        LayerMap map(file());
        for (int i = 0; i < 1000; ++i)
            map.remember(digestOf(i), packedOf(i));
        const auto before = bytes();
        map.remember(digestOf(1000), packedOf(1000));
        const auto after = bytes();
        QVERIFY(after.startsWith(before));
        QVERIFY(after.size() - before.size() < 400);
        map.remember(digestOf(1000), packedOf(1000)); // known already
        QCOMPARE(bytes(), after);
    }

    void passesOverWhatItCannotRead()
    {
        {
            LayerMap map(file());
            map.remember(digestOf(1), packedOf(1));
            map.remember(digestOf(2), packedOf(2));
        }
        QFile stored(file());
        QVERIFY(stored.open(QIODevice::ReadWrite));
        stored.resize(stored.size() - 30); // the last line is half
        stored.seek(stored.size());
        stored.close();
        {
            LayerMap map(file());
            QVERIFY(map.find(digestOf(1)) == packedOf(1));
            QVERIFY(!map.find(digestOf(2)));
            map.remember(digestOf(3), packedOf(3)); // on a line of its own
        }
        const LayerMap map(file());
        QVERIFY(map.find(digestOf(1)) == packedOf(1));
        QVERIFY(map.find(digestOf(3)) == packedOf(3));
    }

    void forgetsTheOldestInBulk()
    {
        {
            QFile stored(file()); // more than it keeps, as a longer version of the program may have left it
            QVERIFY(stored.open(QIODevice::WriteOnly));
            for (int i = 0; i < int(LayerMap::mostLayers); ++i)
                stored.write("{\"diff_id\":\"" + QByteArray::fromStdString(digestOf(i).toString()) + "\",\"digest\":\""
                    + QByteArray::fromStdString(digestOf(-i).toString()) + "\",\"size\":" + QByteArray::number(1000 + i) + "}\n");
        }
        LayerMap map(file());
        QVERIFY(map.find(digestOf(0)));
        const int last = int(LayerMap::mostLayers);
        map.remember(digestOf(last), packedOf(last));
        QVERIFY(!map.find(digestOf(0)));
        QVERIFY(map.find(digestOf(last)) == packedOf(last));
        QVERIFY(map.find(digestOf(last - 1)) == packedOf(last - 1));
        const LayerMap again(file());
        QVERIFY(!again.find(digestOf(0)));
        QVERIFY(again.find(digestOf(last)) == packedOf(last));
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("layers.jsonl")); }
    QByteArray bytes() const
    {
        QFile stored(file());
        return stored.open(QIODevice::ReadOnly) ? stored.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(LayerMapTest)
#include "LayerMapTest.moc"
