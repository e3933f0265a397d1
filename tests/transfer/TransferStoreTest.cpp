// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "transfer/ExportTask.h"
#include "transfer/ImportTask.h"
#include "transfer/Tasks.h"
#include "transfer/Transfer.h"
#include "transfer/TransferStore.h"

using namespace berth;
using namespace Qt::StringLiterals;

namespace {

constexpr char digest[] = "sha256:0123456789012345678901234567890123456789012345678901234567890123";

Connection server()
{
    Connection connection;
    connection.id = u"c-1"_s;
    connection.name = u"항구 팀"_s;
    connection.kind = u"ncr"_s;
    connection.url = QUrl(u"https://user:hidden-in-url@harbour.example:8443"_s);
    connection.keyId = u"hidden-id"_s;
    connection.secret = Secret("hidden-secret");
    connection.appKey = u"hidden-app-key"_s;
    return connection;
}

ImportRequest importRequest()
{
    ImportRequest request;
    request.file = u"/somewhere/우분투 \"18\".tar"_s.toStdU16String();
    request.fileBytes = 4'000'000'000;
    request.modifiedAt = 1'790'000'000;
    request.imageKey = {digest, digest};
    request.selected = {true, false};
    request.target = server();
    request.registry = u"library"_s;
    request.imageName = u"ml/cuda"_s;
    request.tag = u"18.04"_s;
    request.layers = LayerHandling::KeepAsInFile;
    return request;
}

ExportRequest exportRequest()
{
    return {server(), {{u"library"_s, u"web"_s, {u"1.0"_s, u"latest"_s}, QString::fromLatin1(digest), {QString::fromLatin1(digest)}}},
        ExportFormat::DockerArchive, ImageWriter::Packing::Zstd, u"/somewhere/web.tar.zst"_s.toStdU16String()};
}

QList<std::unique_ptr<TransferTask> (*)()> makers()
{
    return {[]() -> std::unique_ptr<TransferTask> { return std::make_unique<ImportTask>(importRequest(), u"우분투.tar"_s); },
        []() -> std::unique_ptr<TransferTask> { return std::make_unique<ExportTask>(exportRequest(), u"web:1.0"_s); }};
}

} // namespace

/// Tasks as they are stored, and the file that carries transfers over to the next run.
class TransferStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachKindComesBackAsItWas()
    {
        QCOMPARE(makers().size(), qsizetype(taskKinds().size()));
        for (const auto &make : makers()) {
            const auto task = make();
            const auto stored = storedTask(*task);
            const auto again = restoreTask(stored);
            QVERIFY(again);
            QCOMPARE(again->kind(), task->kind());
            QCOMPARE(again->describe().title, task->describe().title);
            QCOMPARE(again->describe().target, task->describe().target);
            QCOMPARE(again->describe().keepsProgress, task->describe().keepsProgress);
            QCOMPARE(again->outcome().file, task->outcome().file);
            QCOMPARE(again->outcome().imageName, task->outcome().imageName);
            QCOMPARE(again->servers().at(0).id, u"c-1"_s);
            QCOMPARE(again->servers().at(0).url.host(), u"harbour.example"_s);
            QCOMPARE(again->claims(), task->claims());
            QVERIFY(storedTask(*again) == stored);
        }
    }

    void nothingSecretIsStored()
    {
        for (const auto &make : makers())
            QVERIFY(!QByteArray::fromStdString(json::serialize(storedTask(*make()))).contains("hidden"));
    }

    /// Whatever member is missing or of another type, the task is made or refused, and never wrong.
    void aDamagedEntryIsLeftOut()
    {
        for (const auto &make : makers()) {
            const auto stored = storedTask(*make());
            for (const auto &member : stored) {
                for (const json::value &instead : {json::value(nullptr), json::value(-1), json::value("x"), json::value(json::array{1, nullptr})}) {
                    auto damaged = stored;
                    damaged[member.key()] = instead;
                    if (const auto task = restoreTask(damaged))
                        QVERIFY(!task->servers().at(0).id.isEmpty());
                }
            }
            for (const char *needed : {"task", "server", "file"}) {
                auto damaged = stored;
                damaged.erase(needed);
                QVERIFY2(!restoreTask(damaged), needed);
            }
        }
    }

    void theFileHoldsWhatIsNotDone()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"transfers.json"_s);
        using State = Transfer::State;
        QList<Transfer *> transfers;
        for (const auto state : {State::Done, State::Cancelled, State::Failed, State::Sending, State::Paused, State::Away, State::Waiting}) {
            auto *transfer = new Transfer(makers().at(0)(), this);
            transfer->state = state;
            transfer->failure = state == State::Failed || state == State::Away ? u"It is down."_s : QString();
            transfer->totalBytes = 100;
            transfer->doneBytes = int(state);
            transfers.prepend(transfer);
        }
        TransferStore store(file);
        TransferStore::write(file, store.textFor(transfers));
        QCOMPARE(QFile(file).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        const auto kept = TransferStore(file).load();
        QCOMPARE(kept.size(), 5u);
        const QList<State> order{State::Failed, State::Sending, State::Paused, State::Away, State::Waiting};
        for (std::size_t i = 0; i < kept.size(); ++i) {
            QCOMPARE(kept[i].doneBytes, qint64(order.at(qsizetype(i))));
            QCOMPARE(kept[i].totalBytes, 100);
            QCOMPARE(kept[i].failure, i == 0 ? u"It is down."_s : QString());
        }
        TransferStore::write(file, store.textFor({}));
        QVERIFY(!QFile::exists(file));
    }

    void whatANewerBerthStoredStays()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"transfers.json"_s);
        TransferStore::write(file, R"({"transfers":[{"task":"copy","wants":["everything",1]}]})");
        TransferStore store(file);
        QVERIFY(store.load().empty());
        Transfer transfer(makers().at(1)());
        TransferStore::write(file, store.textFor({&transfer}));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto text = written.readAll();
        QVERIFY2(text.contains(R"({"task":"copy","wants":["everything",1]})"), text.constData());
        QCOMPARE(TransferStore(file).load().size(), 1u);
    }

    void aKnownKindWithWhatOnlyANewerBerthReadsStaysToo()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"transfers.json"_s);
        auto entry = storedTask(*makers().at(1)());
        entry["format"] = "oci-folder-with-everything";
        TransferStore::write(file, QByteArray::fromStdString(json::serialize(json::object{{"transfers", json::array{entry}}})));
        TransferStore store(file);
        QVERIFY(store.load().empty());
        QVERIFY(store.textFor({}).contains("oci-folder-with-everything"));
    }

    void aFileThatCannotBeReadIsSetAside()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"transfers.json"_s);
        TransferStore::write(file, "{\"transfers\":[{\"task\":");
        QVERIFY(TransferStore(file).load().empty());
        QVERIFY(!QFile::exists(file));
        QVERIFY(QFile::exists(file + u".unreadable"_s));
    }

    void whatCannotBeOpenedIsSetAsideToo()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"transfers.json"_s);
        QVERIFY(QDir(folder.path()).mkdir(u"transfers.json"_s)); // nothing that root could open, either
        QVERIFY(TransferStore(file).load().empty());
        QVERIFY(QFile::exists(file + u".unreadable"_s));
        TransferStore::write(file, "{}");
        QVERIFY(QFileInfo(file).isFile());
    }

    void aFileThatIsNoneIsAnEmptyList()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"transfers.json"_s);
        for (const char *text : {"", "{", "[]", "{\"transfers\":5}", "{\"transfers\":[5,null,{}]}", "\xff\xfe"}) {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(text);
            out.close();
            QVERIFY2(TransferStore(file).load().empty(), text);
        }
    }
};

QTEST_GUILESS_MAIN(TransferStoreTest)
#include "TransferStoreTest.moc"
