// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/plain/PlainServer.h"

#include <map>

#include "core/Manifest.h"
#include "core/MediaTypes.h"
#include "core/SizeSum.h"

namespace berth {

namespace {

/// How many manifests are asked for at once.
constexpr int requestsAtOnce = 6;

constexpr int searchHits = 20;

ArtifactSummary summaryOf(const FetchedManifest &fetched)
{
    ArtifactSummary row;
    row.digest = fetched.digest;
    row.mediaType = fetched.mediaType;
    row.kind = QStringLiteral("IMAGE");
    const auto manifest = Manifest::parse({fetched.bytes.constData(), std::size_t(fetched.bytes.size())}, fetched.mediaType.toStdString());
    if (!manifest)
        return row; // what this program cannot read is listed all the same
    if (manifest->isIndex()) {
        row.sizeBytes = -1;
        for (const auto &child : manifest->manifests)
            row.references << ReferenceSummary{QString::fromStdString(child.digest.toString()), QString::fromStdString(child.platform.toString()), -1, {}};
        return row;
    }
    row.sizeBytes = sizeSum(fetched.bytes.size(), manifest->config ? manifest->config->sizeBytes : 0);
    for (const auto &layer : manifest->layers)
        row.sizeBytes = sizeSum(row.sizeBytes, layer.sizeBytes); // a size may lie
    const std::string type = manifest->referrerType();
    if (type != media::ociConfig && type != media::dockerConfig)
        row.kind = type.find("helm") != std::string::npos ? QStringLiteral("CHART") : QStringLiteral("ARTIFACT");
    return row;
}

} // namespace

PlainServer::PlainServer(const Connection &connection, const std::shared_ptr<ServerLink> &link, QObject *parent)
    : RemoteServer(parent)
    , m_address(connection.address())
    , m_client(connection, link)
{
}

QCoro::Task<Result<void>> PlainServer::readCatalog()
{
    QStringList names;
    QString last;
    while (true) {
        const auto page = co_await m_client.listRepositories(last);
        if (!page)
            co_return tl::unexpected(page.error());
        names += page->names;
        if (!page->hasMore)
            break;
        last = page->names.last();
    }
    m_catalog = names;
    co_return Result<void>();
}

QCoro::Task<Result<RowPage<RegistrySummary>>> PlainServer::listRegistries(QString)
{
    const auto read = co_await readCatalog();
    if (!read)
        co_return tl::unexpected(read.error());
    std::map<QString, qint64> counts;
    for (const auto &name : std::as_const(m_catalog))
        ++counts[name.contains(QLatin1Char('/')) ? name.section(QLatin1Char('/'), 0, 0) : topLevel];
    QList<RegistrySummary> rows;
    for (const auto &[name, count] : counts) {
        RegistrySummary row;
        row.name = name;
        row.address = name == topLevel ? m_address : m_address + QLatin1Char('/') + name;
        row.imageCount = count;
        rows << row;
    }
    co_return RowPage<RegistrySummary>{rows, {}};
}

QCoro::Task<Result<RowPage<ImageSummary>>> PlainServer::listImages(QString registry, QString cursor)
{
    if (cursor.isEmpty()) {
        const auto read = co_await readCatalog();
        if (!read)
            co_return tl::unexpected(read.error());
    }
    QList<ImageSummary> rows;
    const QString prefix = registry == topLevel ? QString() : registry + QLatin1Char('/');
    int skip = (pageNumber(cursor) - 1) * rowsPerPage;
    for (const auto &name : std::as_const(m_catalog)) {
        if (registry == topLevel ? name.contains(QLatin1Char('/')) : !name.startsWith(prefix))
            continue;
        if (skip-- > 0)
            continue;
        ImageSummary row;
        row.registry = registry;
        row.name = name.mid(prefix.size());
        rows << row;
        if (rows.size() == rowsPerPage)
            break;
    }
    co_return numberedPage(rows, cursor, ListEnd::ShortPage);
}

QCoro::Task<Result<QStringList>> PlainServer::readTags(QString repository)
{
    QStringList tags;
    QString last;
    while (true) {
        const auto page = co_await m_client.listTags(repository, last);
        if (!page)
            co_return tl::unexpected(page.error());
        tags += page->names;
        if (!page->hasMore)
            break;
        last = page->names.last();
    }
    co_return tags;
}

const QStringList *PlainServer::knownTags(const QString &repository, const QString &digest) const
{
    if (!m_listing || m_listing->repository != repository)
        return nullptr;
    const auto known = m_listing->tagsByDigest.constFind(digest);
    return known == m_listing->tagsByDigest.cend() ? nullptr : &*known;
}

QCoro::Task<Result<RowPage<ArtifactSummary>>> PlainServer::listArtifacts(QString registry, QString image, QString cursor)
{
    const QString repository = repositoryPath(registry, image);
    if (cursor.isEmpty() || !m_listing || m_listing->repository != repository) {
        const auto read = co_await readTags(repository);
        if (!read)
            co_return tl::unexpected(read.error());
        m_listing = std::make_shared<Listing>(Listing{repository, *read, {}, {}});
    }
    const auto listing = m_listing;
    const QStringList tags = listing->tags.mid((pageNumber(cursor) - 1) * rowsPerPage, rowsPerPage);
    QList<ArtifactSummary> rows;
    QHash<QString, qsizetype> rowOf;
    for (qsizetype first = 0; first < tags.size(); first += requestsAtOnce) {
        std::vector<QCoro::Task<Result<FetchedManifest>>> asked;
        for (const auto &tag : tags.mid(first, requestsAtOnce))
            asked.push_back(m_client.fetchManifest(repository, tag));
        for (std::size_t i = 0; i < asked.size(); ++i) {
            const auto fetched = co_await asked[i];
            if (!fetched && (fetched.error().code == ErrorCode::ManifestUnknown || fetched.error().code == ErrorCode::NotFound))
                continue; // deleted meanwhile
            if (!fetched)
                co_return tl::unexpected(fetched.error());
            const QString tag = tags.at(first + qsizetype(i));
            if (!rowOf.contains(fetched->digest)) {
                rowOf.insert(fetched->digest, rows.size());
                rows << summaryOf(*fetched);
            }
            rows[rowOf.value(fetched->digest)].tags << tag;
            if (!listing->placed.contains(tag)) // a page may be asked for again
                listing->tagsByDigest[fetched->digest] << tag;
            listing->placed.insert(tag);
        }
    }
    for (auto &row : rows)
        row.tagCount = row.tags.size();
    const bool isLast = pageNumber(cursor) * rowsPerPage >= listing->tags.size(); // a page has as many tags, and fewer artifacts
    co_return RowPage<ArtifactSummary>{rows, isLast ? QString() : QString::number(pageNumber(cursor) + 1)};
}

QCoro::Task<Result<Deletion>> PlainServer::deleteArtifact(QString registry, QString image, QString digest)
{
    const auto done = co_await m_client.deleteManifest(repositoryPath(registry, image), digest);
    if (!done && done.error().code == ErrorCode::Unsupported)
        co_return fail(
            ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "This server does not delete artifacts. Deleting must be switched on in its settings."));
    co_return done.map([] { return Deletion{}; });
}

QCoro::Task<Result<Deletion>> PlainServer::deleteImage(QString registry, QString image)
{
    const QString repository = repositoryPath(registry, image);
    const auto read = co_await readTags(repository);
    if (!read)
        co_return tl::unexpected(read.error());
    for (const auto &tag : *read) {
        const auto digest = co_await m_client.digestOfTag(repository, tag);
        if (!digest)
            co_return tl::unexpected(digest.error());
        if (digest->isEmpty())
            continue; // went with another tag of the same artifact
        const auto done = co_await deleteArtifact(registry, image, *digest);
        if (!done && done.error().code != ErrorCode::NotFound && done.error().code != ErrorCode::ManifestUnknown)
            co_return done;
    }
    co_return Deletion{};
}

QCoro::Task<Result<RowPage<TagSummary>>> PlainServer::listTags(QString registry, QString image, QString digest, QString cursor)
{
    const QString repository = repositoryPath(registry, image);
    if (!knownTags(repository, digest)) {
        const auto artifacts = co_await listArtifacts(registry, image, {});
        if (!artifacts)
            co_return tl::unexpected(artifacts.error());
    }
    const auto *known = knownTags(repository, digest);
    QList<TagSummary> rows;
    for (const auto &tag : (known ? *known : QStringList()).mid((pageNumber(cursor) - 1) * rowsPerPage, rowsPerPage))
        rows << TagSummary{tag, {}, {}};
    co_return numberedPage(rows, cursor, ListEnd::ShortPage);
}

QCoro::Task<Result<void>> PlainServer::createTag(QString registry, QString image, QString digest, QString tag)
{
    const QString repository = repositoryPath(registry, image);
    const auto there = co_await m_client.digestOfTag(repository, tag);
    if (!there)
        co_return tl::unexpected(there.error());
    if (!there->isEmpty())
        co_return fail(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "The tag %1 exists already. Creating a tag never moves one."), {tag.toStdString()});
    const auto manifest = co_await m_client.fetchManifest(repository, digest);
    if (!manifest)
        co_return tl::unexpected(manifest.error());
    co_return co_await m_client.pushManifest(repository, tag, manifest->bytes, manifest->mediaType);
}

QCoro::Task<Result<Deletion>> PlainServer::deleteTag(QString registry, QString image, QString digest, QString tag)
{
    const auto done = co_await m_client.deleteManifest(repositoryPath(registry, image), tag);
    if (done || done.error().code != ErrorCode::Unsupported)
        co_return done.map([] { return Deletion{}; });
    const auto *siblings = knownTags(repositoryPath(registry, image), digest);
    co_return fail(ErrorCode::Unsupported,
        siblings && siblings->size() > 1
            ? QT_TRANSLATE_NOOP("Error", "This server cannot delete a tag by itself. Deleting the artifact takes all its tags along.")
            : QT_TRANSLATE_NOOP("Error", "This server cannot delete a tag by itself. Delete its artifact instead."));
}

QCoro::Task<Result<SearchResult>> PlainServer::search(QString text)
{
    if (m_catalog.isEmpty()) {
        const auto read = co_await readCatalog();
        if (!read)
            co_return tl::unexpected(read.error());
    }
    SearchResult result;
    result.tagsSearched = false;
    for (const auto &name : std::as_const(m_catalog)) {
        if (!name.contains(text, Qt::CaseInsensitive))
            continue;
        ImageSummary row;
        row.registry = name.contains(QLatin1Char('/')) ? name.section(QLatin1Char('/'), 0, 0) : topLevel;
        row.name = name.contains(QLatin1Char('/')) ? name.section(QLatin1Char('/'), 1) : name;
        result.images << row;
        if (result.images.size() == searchHits)
            break;
    }
    co_return result;
}

} // namespace berth
