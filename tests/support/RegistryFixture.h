// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTest>

#include "support/RawConnection.h"
#include "support/RegistryProcess.h"
#include "support/TestImage.h"

namespace berth::test {

/// One server for all tests of a class; each test takes a repository of its own.
class RegistryFixture : public QObject {
    Q_OBJECT

protected:
    RegistryProcess registry;

    /// Options beside the folder and the port.
    virtual QStringList arguments() const { return {}; }

    /// What its environment has beside the usual, as NAME=value.
    virtual QStringList environment() const { return {}; }

    /// "team/t1", "team/t2", …
    QByteArray newRepository() { return "team/t" + QByteArray::number(++m_count); }

    HttpReply send(
        const QByteArray &method, const QByteArray &path, const QByteArray &body = {}, const QList<std::pair<QByteArray, QByteArray>> &headers = {}) const;
    HttpReply get(const QByteArray &path) const { return send("GET", path); }
    /// A request whose target goes out exactly as written.
    HttpReply sendRaw(const QByteArray &method, const QByteArray &target, const QList<QByteArray> &lines = {}, const QByteArray &body = {}) const;

    /// Opens an upload session; its location, empty if that failed.
    QByteArray openUpload(const QByteArray &repository) const;
    /// Uploads a blob in one PUT; the status.
    int upload(const QByteArray &repository, const QByteArray &blob) const;
    int push(const QByteArray &repository, const QByteArray &tag, const TestImage &image) const;
    HttpReply putManifest(const QByteArray &repository, const QByteArray &reference, const QByteArray &manifest,
        const QByteArray &type = "application/vnd.oci.image.manifest.v1+json") const;

    /// The code of a protocol error; says what is wrong if the body has not the shape of one.
    static QByteArray errorCode(const HttpReply &reply);

private Q_SLOTS:
    void initTestCase() { QVERIFY2(registry.start(arguments(), environment()), qPrintable(registry.errorOutput())); }
    void cleanupTestCase() { QCOMPARE(registry.stop(), 0); }

private:
    int m_count = 0;
};

/// An image index over manifests.
QByteArray makeIndex(const QList<QByteArray> &manifests);

} // namespace berth::test
