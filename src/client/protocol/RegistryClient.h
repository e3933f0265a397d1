// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QIODevice>

#include <QCoroTask>

#include "client/auth/Connection.h"
#include "client/auth/SignedHttp.h"
#include "core/Digest.h"

namespace berth {

/// A manifest as a registry served it.
struct FetchedManifest {
    QByteArray bytes;
    QString mediaType;
    QString digest;
};

/// One page of names: repositories or tags.
struct NamePage {
    QStringList names;
    bool hasMore = false;
};

/// The OCI distribution protocol against one server, with its token dance.
///
/// Belongs to one thread. Errors carry a sentence ready to show. Destroying it ends its calls with Cancelled.
class RegistryClient : public QObject {
    Q_OBJECT

public:
    /// Over a link that others use as well.
    RegistryClient(const Connection &connection, const std::shared_ptr<ServerLink> &link, QObject *parent = nullptr);
    /// Over a link of its own.
    explicit RegistryClient(const Connection &connection, QObject *parent = nullptr);

    /// True if the repository holds the blob.
    QCoro::Task<Result<bool>> hasBlob(QString repository, Digest digest);

    /// Uploads a blob in one piece. `content` is borrowed and read from its beginning.
    QCoro::Task<Result<void>> pushBlob(QString repository, Digest digest, QIODevice *content, std::function<void(qint64 sentBytes)> sent);

    /// `reference` is a tag or a digest.
    QCoro::Task<Result<void>> pushManifest(QString repository, QString reference, QByteArray bytes, QString mediaType);

    /// ManifestUnknown if there is none.
    QCoro::Task<Result<FetchedManifest>> fetchManifest(QString repository, QString reference);

    /// Digest that a tag names; empty if there is no such tag.
    QCoro::Task<Result<QString>> digestOfTag(QString repository, QString tag);

    /// A blob that fits in memory, such as an image's configuration; its bytes have that digest. TooLarge over 16 MiB.
    QCoro::Task<Result<QByteArray>> fetchBlob(QString repository, Digest digest);

    /// The bytes of a blob from `offset` on, piece by piece; false from `sink` ends it with Cancelled. The caller checks the digest. After
    /// Unreachable it may go on where it stopped.
    QCoro::Task<Result<void>> streamBlob(QString repository, Digest digest, qint64 offset, std::function<bool(const QByteArray &piece)> sink);

    /// Names of repositories after `last`, which may be empty. Unsupported where the server lists none.
    QCoro::Task<Result<NamePage>> listRepositories(QString last);

    /// Tags of a repository after `last`, which may be empty.
    QCoro::Task<Result<NamePage>> listTags(QString repository, QString last);

    /// `reference` is a tag, of which others of the same digest stay, or a digest with all its tags. Unsupported where the server does not
    /// do so.
    QCoro::Task<Result<void>> deleteManifest(QString repository, QString reference);

    /// Signs in at /v2/. Unauthorized if the credentials are wrong.
    QCoro::Task<Result<void>> signIn();

    void cancelAll() { m_http.cancelAll(); }

private:
    QCoro::Task<Result<HttpReply>> send(HttpRequest request, QString repository, QString actions);
    QCoro::Task<Result<NamePage>> list(QString path, QString last, QString scope, QByteArray member);

    QString m_address;
    SignedHttp m_http;
};

} // namespace berth
