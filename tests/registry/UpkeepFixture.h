// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "core/Time.h"
#include "registry/store/BlobLinks.h"
#include "registry/store/Database.h"
#include "support/RegistryFixture.h"

namespace berth::test {

inline constexpr TimeMs hourMs = 60LL * 60 * 1000;
inline constexpr TimeMs dayMs = 24 * hourMs;

/// A server whose database and files the test looks into and changes, for what otherwise takes hours.
class UpkeepFixture : public RegistryFixture {
protected:
    HttpReply berthCall(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        return registry.manage(method, QStringLiteral("/berth/v1/") + QString::fromUtf8(path), body);
    }
    json::value asked(const QByteArray &path) const { return berthCall("GET", path).jsonBody(); }
    HttpReply ncr(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        return registry.manage(method, QStringLiteral("/ncr/v2.0/appkeys/local/registries") + QString::fromUtf8(path), body);
    }
    /// What NCR's API answers for "team/app" and what is below it.
    HttpReply ncrImage(const QByteArray &method, const QByteArray &repository, const QByteArray &below = {}) const
    {
        const auto slash = repository.indexOf('/');
        return ncr(method, "/" + repository.left(slash) + "/images/" + repository.mid(slash + 1) + below);
    }
    HttpReply ncrArtifact(const QByteArray &method, const QByteArray &repository, const QByteArray &reference) const
    {
        return ncrImage(method, repository, "/artifacts/" + reference);
    }
    /// The number of the deletion that the answer names; 0 if it names none.
    static qint64 deletionOf(const HttpReply &reply) { return reply.headers.value("berth-trash-operation").toLongLong(); }

    static qint64 number(const json::value &from, const char *key) { return json::integer(from, key, -1); }
    static QByteArray text(const json::value &from, const char *key) { return QByteArray::fromStdString(json::text(from, key)); }
    static QByteArrayList strings(const json::value &from, const char *key)
    {
        QByteArrayList list;
        for (const auto &element : json::list(from, key))
            list << (element.is_string() ? QByteArray::fromStdString(std::string(element.get_string())) : QByteArray("(no string)"));
        return list;
    }
    static QByteArray sentenceOf(const HttpReply &reply)
    {
        const auto body = reply.jsonBody();
        const auto &errors = json::list(body, "errors");
        return errors.empty() ? QByteArray() : text(errors[0], "message");
    }

    static QByteArray at(qint64 id) { return "trash/" + QByteArray::number(id); }
    HttpReply restore(qint64 id, const QByteArray &wishes = "{}") const { return berthCall("POST", at(id) + "/restore", wishes); }
    bool isInTrash(qint64 id) const { return berthCall("GET", at(id)).status == 200; }

    int manifestStatus(const QByteArray &repository, const QByteArray &reference) const { return get("/v2/" + repository + "/manifests/" + reference).status; }
    /// The digest that the tag or digest names; empty if there is none.
    QByteArray digestAt(const QByteArray &repository, const QByteArray &reference) const
    {
        const auto reply = get("/v2/" + repository + "/manifests/" + reference);
        return reply.status == 200 ? reply.headers.value("docker-content-digest") : QByteArray();
    }
    bool hasBlob(const QByteArray &repository, const QByteArray &blob) const
    {
        const auto reply = get("/v2/" + repository + "/blobs/" + digestOf(blob));
        return reply.status == 200 && reply.body == blob;
    }
    /// True if a client gets every byte.
    bool isPulled(const QByteArray &repository, const QByteArray &reference, const TestImage &image) const
    {
        bool good = get("/v2/" + repository + "/manifests/" + reference).body == image.manifest && hasBlob(repository, image.config);
        for (const auto &layer : image.layers)
            good = good && hasBlob(repository, layer);
        return good;
    }

    std::unique_ptr<Sql> database() const { return std::move(*Sql::open(Database::file(registry.folder().toStdString()), Sql::Sync::Normal)); }
    QString blobFile(const QByteArray &blob) const { return fileOf(digestOf(blob)); }
    QString fileOf(const QByteArray &digest) const
    {
        const auto hex = QString::fromLatin1(digest.mid(7));
        return registry.folder() + QStringLiteral("/blobs/sha256/%1/%2").arg(hex.left(2), hex);
    }
    bool isStored(const QByteArray &blob) const { return QFile::exists(blobFile(blob)); }

    /// As if nobody had asked for it since then.
    void setReliedAt(const QByteArray &blob, TimeMs when) const
    {
        database()->run("UPDATE blob SET relied_at = ? WHERE digest = ?", when, digestOf(blob).toStdString());
    }
    void age(const QByteArray &blob) const { setReliedAt(blob, nowMs() - 3 * hourMs); }
    void age(const TestImage &image) const
    {
        for (const auto &blob : image.layers + QList<QByteArray>{image.config})
            age(blob);
    }
    /// Blobs as uploads leave them whose manifest never came, long ago; faster than by uploading.
    QByteArrayList plantBlobs(int count, const QByteArray &prefix) const
    {
        QByteArrayList blobs;
        const auto sql = database();
        sql->run("BEGIN IMMEDIATE");
        for (int i = 0; i < count; ++i) {
            blobs << prefix + QByteArray::number(i);
            QFile file(blobFile(blobs.last()));
            QDir().mkpath(QFileInfo(file).path());
            if (file.open(QIODevice::WriteOnly))
                file.write(blobs.last());
            bloblinks::addBlob(*sql, digestOf(blobs.last()).toStdString(), blobs.last().size());
            sql->run("UPDATE blob SET synced = 1, relied_at = 1 WHERE digest = ?", digestOf(blobs.last()).toStdString());
        }
        sql->run("COMMIT");
        return blobs;
    }

    json::value waitForCollection() const
    {
        json::value status;
        for (int i = 0; i < 2000; ++i) {
            status = asked("collection");
            if (text(status, "state") == "idle")
                return status;
            QTest::qWait(10);
        }
        return {};
    }
    /// Runs a collection to its end; what it says then, null if it never ended.
    json::value collect() const
    {
        waitForCollection();
        return berthCall("POST", "collection", "{\"action\":\"start\"}").status == 200 ? waitForCollection() : json::value();
    }

    /// Nothing begins by itself while a test looks.
    bool keepQuiet() const { return berthCall("PUT", "settings", "{\"collects_by_itself\":false,\"scrub_days\":0}").status == 200; }
    bool restart() { return registry.stop() == 0 && registry.start(arguments()); }
};

} // namespace berth::test
