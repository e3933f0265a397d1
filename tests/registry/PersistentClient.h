// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "support/RawConnection.h"
#include "support/RegistryProcess.h"
#include "support/TestImage.h"

namespace berth::test {

/// A client that keeps its connection, for thousands of requests. One for each thread.
class PersistentClient {
public:
    explicit PersistentClient(const QString &host)
        : m_host(host)
        , m_connection(std::make_unique<RawConnection>(host))
    {
    }

    HttpReply send(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}, const QByteArray &type = "application/octet-stream")
    {
        QList<QByteArray> lines{"Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret),
            QByteArray("X-TC-AUTHENTICATION-ID: ") + RegistryProcess::keyId, QByteArray("X-TC-AUTHENTICATION-SECRET: ") + RegistryProcess::secret};
        if (!body.isEmpty())
            lines << "Content-Type: " + type;
        if (!body.isEmpty() || method == "POST" || method == "PUT")
            lines << "Content-Length: " + QByteArray::number(body.size());
        m_connection->send(head(method, path, m_host.toUtf8(), lines) + body);
        auto reply = m_connection->receive(method == "HEAD");
        if (reply.status == 0 || reply.headers.value("connection").toLower() == "close")
            m_connection = std::make_unique<RawConnection>(m_host);
        return reply;
    }

    /// Uploads the blob; the status.
    int upload(const QByteArray &repository, const QByteArray &blob)
    {
        return send("POST", "/v2/" + repository + "/blobs/uploads/?digest=" + digestOf(blob), blob).status;
    }
    HttpReply putManifest(const QByteArray &repository, const QByteArray &reference, const QByteArray &manifest)
    {
        return send("PUT", "/v2/" + repository + "/manifests/" + reference, manifest, "application/vnd.oci.image.manifest.v1+json");
    }
    QByteArray get(const QByteArray &path)
    {
        const auto reply = send("GET", path);
        return reply.status == 200 ? reply.body : QByteArray("(status " + QByteArray::number(reply.status) + ")");
    }

private:
    QString m_host;
    std::unique_ptr<RawConnection> m_connection;
};

} // namespace berth::test
