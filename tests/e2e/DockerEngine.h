// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QFuture>
#include <QProcess>
#include <QTemporaryDir>

#include "e2e/Program.h"

namespace berth::test {

/// A docker engine of the test's own: no network, its own folders, its own logins. Needs root.
class DockerEngine {
public:
    DockerEngine() = default;
    ~DockerEngine();

    /// Starts and waits until the engine answers. Empty, or one sentence why not.
    QByteArray start();

    /// The docker client, against this engine.
    ProgramRun docker(const QStringList &arguments, std::chrono::seconds limit = std::chrono::seconds(60), const QByteArray &input = {});

    /// docker-compose, against this engine.
    ProgramRun compose(const QStringList &arguments, std::chrono::seconds limit = std::chrono::seconds(120));

    /// As docker(), in a thread of its own; the engine must outlive it.
    QFuture<ProgramRun> dockerBeside(const QStringList &arguments, std::chrono::seconds limit = std::chrono::seconds(60));

    ProgramRun login(const QString &host, const QByteArray &user, const QByteArray &secret);

    /// Builds an image under `name`: `layerCount` layers, each one file of random bytes, on top of `base`. False if docker failed
    /// (see lastRun()).
    bool buildImage(const QString &name, int layerCount, int layerMegabytes, const QString &base = QStringLiteral("scratch"));

    /// "sha256:…" of the image's config; empty if there is no such image here.
    QByteArray imageId(const QString &name);

    /// Removes all images and their layers, so that a pull brings every byte again.
    bool removeAllImages();

    /// Forgets all logins.
    void forgetLogins();

    const ProgramRun &lastRun() const { return m_lastRun; }

private:
    QString below(const QString &name) const { return m_folder.filePath(name); }
    QByteArray readLog() const;

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QProcessEnvironment m_environment;
    ProgramRun m_lastRun;
};

} // namespace berth::test
