// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QTemporaryDir>
#include <QTest>

#include "MemoryKeychain.h"
#include "desktop/browse/ContentPane.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/sessions/Session.h"
#include "desktop/shell/BrowsePane.h"
#include "desktop/shell/Desktop.h"
#include "desktop/shell/MainWindow.h"
#include "support/HttpCall.h"
#include "support/TestImage.h"

namespace berth::test {

/// The whole desktop program on folders of its own, with a keychain that the test holds.
class DesktopFixture {
public:
    /// `port` 0: a free one. `scheme` is borrowed; null: the theme stays as it is.
    explicit DesktopFixture(int port = 0, ColourScheme *scheme = nullptr, Features features = Features::standard())
        : m_scheme(scheme)
        , m_features(std::move(features))
    {
        QSettings settings(m_folder.filePath(QStringLiteral("berth.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("local/port"), port ? port : freePort());
        settings.sync();
        make();
    }

    /// Ends the program and makes it anew on the same folders, with the same entries in the keychain. start() is still to be called.
    void restart()
    {
        const auto entries = m_keychain->entries;
        m_desktop.reset();
        make();
        m_keychain->entries = entries;
    }

    /// With other features.
    void restart(const Features &features)
    {
        m_features = features;
        restart();
    }

    /// As restart(), after a program that was ended by force: what a good end tidies away is still there.
    void restartAfterCrash()
    {
        QFile record(m_folder.filePath(QStringLiteral("run.jsonl")));
        const auto left = record.open(QIODevice::ReadOnly) ? record.readAll() : QByteArray();
        record.close();
        const auto entries = m_keychain->entries;
        m_desktop.reset();
        if (record.open(QIODevice::WriteOnly))
            record.write(left);
        record.close();
        make();
        m_keychain->entries = entries;
    }

    /// Starts and waits until the local registry answers; false after 20 s.
    bool start()
    {
        m_desktop->start(false, {});
        return QTest::qWaitFor([this] { return session().state() == Session::State::Online; }, 20000);
    }

    Desktop &desktop() { return *m_desktop; }
    MainWindow &window() { return m_desktop->window(); }
    BrowsePane &browser() { return m_desktop->window().browser(); }
    Session &session() { return m_desktop->window().localSession(); }
    LocalServer &server() { return m_desktop->server(); }
    MemoryKeychain &keychain() { return *m_keychain; }
    QString folder() const { return m_folder.path(); }
    QString dataFolder() const { return m_folder.filePath(QStringLiteral("registry")); }

    HttpReply send(const QByteArray &method, const QString &path, const QByteArray &body = {}, const QByteArray &type = {})
    {
        const auto &key = server().key();
        QList<std::pair<QByteArray, QByteArray>> headers{
            {"Authorization", basic(QByteArray::fromStdString(key.id), QByteArray::fromStdString(key.secret.reveal()))}};
        if (!type.isEmpty())
            headers.emplaceBack("Content-Type", type);
        return call({method, QUrl(QStringLiteral("http://") + server().address() + path), headers, body});
    }

    /// One of Berth's own calls, with a JSON body if there is one; `path` follows "/berth/v1/".
    HttpReply sendOwn(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        const auto &key = server().key();
        QList<std::pair<QByteArray, QByteArray>> headers{
            {"X-TC-AUTHENTICATION-ID", QByteArray::fromStdString(key.id)}, {"X-TC-AUTHENTICATION-SECRET", QByteArray::fromStdString(key.secret.reveal())}};
        if (!body.isEmpty())
            headers.emplaceBack("Content-Type", "application/json");
        return call({method, QUrl(QStringLiteral("http://") + server().address() + QStringLiteral("/berth/v1/") + path), headers, body});
    }

    /// Pushes blobs and manifest; the status of the last call.
    int push(const QString &repository, const QString &reference, const TestImage &image)
    {
        for (const auto &blob : image.layers + QList<QByteArray>{image.config}) {
            const auto reply = send(
                "POST", QStringLiteral("/v2/%1/blobs/uploads/?digest=%2").arg(repository, QString::fromUtf8(digestOf(blob))), blob, "application/octet-stream");
            if (reply.status != 201)
                return reply.status;
        }
        return send("PUT", QStringLiteral("/v2/%1/manifests/%2").arg(repository, reference), image.manifest, "application/vnd.oci.image.manifest.v1+json")
            .status;
    }

    static int freePort();

private:
    void make()
    {
        auto keychain = std::make_unique<MemoryKeychain>();
        m_keychain = keychain.get();
        m_desktop = std::make_unique<Desktop>(
            Desktop::Folders{dataFolder(), m_folder.path(), m_folder.filePath(QStringLiteral("berth.ini"))}, std::move(keychain), m_scheme, m_features);
    }

    QTemporaryDir m_folder;
    ColourScheme *m_scheme;
    Features m_features;
    MemoryKeychain *m_keychain = nullptr; ///< Owned by the desktop.
    std::unique_ptr<Desktop> m_desktop;
};

} // namespace berth::test
