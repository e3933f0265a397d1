// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include <QHash>
#include <QIODevice>

#include <QCoroTask>

#include "client/Challenge.h"
#include "client/Connection.h"
#include "client/HttpClient.h"
#include "core/Digest.h"

namespace berth {

/// A manifest as a registry served it.
struct FetchedManifest {
    QByteArray bytes;
    QString mediaType;
    QString digest;
};

/// The OCI distribution protocol against one server, with its token dance.
///
/// Belongs to one thread. Errors carry a sentence ready to show. Destroying it ends its calls with Cancelled.
class RegistryClient : public QObject {
    Q_OBJECT

public:
    explicit RegistryClient(Connection connection, QObject *parent = nullptr);

    /// True if the repository holds the blob.
    QCoro::Task<Result<bool>> hasBlob(QString repository, Digest digest);

    /// Uploads a blob in one piece. `content` is borrowed and read from its beginning.
    QCoro::Task<Result<void>> pushBlob(
        QString repository, Digest digest, QIODevice *content, std::function<void(qint64 sentBytes)> sent);

    /// `reference` is a tag or a digest.
    QCoro::Task<Result<void>> pushManifest(QString repository, QString reference, QByteArray bytes, QString mediaType);

    /// ManifestUnknown if there is none.
    QCoro::Task<Result<FetchedManifest>> fetchManifest(QString repository, QString reference);

    /// Digest that a tag names; empty if there is no such tag.
    QCoro::Task<Result<QString>> digestOfTag(QString repository, QString tag);

    void cancelAll() { m_http.cancelAll(); }

private:
    /// Sends with what is known for that repository, and once more after a challenge.
    QCoro::Task<Result<HttpReply>> send(HttpRequest request, QString repository, QString actions);
    QCoro::Task<Result<QByteArray>> authorize(Challenge challenge, QString repository, QString actions);
    QUrl url(const QString &path) const;

    Connection m_connection;
    HttpClient m_http;
    QHash<QString, QByteArray> m_authorizations; ///< By "repository:actions".
};

} // namespace berth
