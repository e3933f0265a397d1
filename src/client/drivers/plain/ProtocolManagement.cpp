// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/plain/ProtocolManagement.h"

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

ProtocolManagement::ProtocolManagement(const Connection &connection, std::shared_ptr<ServerLink> link, QObject *parent)
    : Management(parent)
    , m_address(connection.address())
    , m_client(connection, std::move(link))
{
}

QCoro::Task<Result<void>> ProtocolManagement::readCatalog()
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

QCoro::Task<Result<QList<RegistrySummary>>> ProtocolManagement::listRegistries(int page)
{
    if (page > 1)
        co_return QList<RegistrySummary>();
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
    co_return rows;
}

QCoro::Task<Result<void>> ProtocolManagement::createRegistry(QString)
{
    co_return fail(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "On this kind of server a registry comes into being with its first image."));
}

QCoro::Task<Result<Deletion>> ProtocolManagement::deleteRegistry(QString)
{
    co_return fail(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "On this kind of server a registry goes with its last image."));
}

QCoro::Task<Result<QList<ImageSummary>>> ProtocolManagement::listImages(QString registry, int page)
{
    if (page == 1) {
        const auto read = co_await readCatalog();
        if (!read)
            co_return tl::unexpected(read.error());
    }
    QList<ImageSummary> rows;
    const QString prefix = registry == topLevel ? QString() : registry + QLatin1Char('/');
    int skip = (page - 1) * pageSize;
    for (const auto &name : std::as_const(m_catalog)) {
        if (registry == topLevel ? name.contains(QLatin1Char('/')) : !name.startsWith(prefix))
            continue;
        if (skip-- > 0)
            continue;
        ImageSummary row;
        row.registry = registry;
        row.name = name.mid(prefix.size());
        rows << row;
        if (rows.size() == pageSize)
            break;
    }
    co_return rows;
}

QCoro::Task<Result<QStringList>> ProtocolManagement::readTags(QString repository)
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

const QStringList *ProtocolManagement::knownTags(const QString &repository, const QString &digest) const
{
    if (!m_listing || m_listing->repository != repository)
        return nullptr;
    const auto known = m_listing->tagsByDigest.constFind(digest);
    return known == m_listing->tagsByDigest.cend() ? nullptr : &*known;
}

QCoro::Task<Result<QList<ArtifactSummary>>> ProtocolManagement::listArtifacts(QString registry, QString image, int page)
{
    const QString repository = repositoryPath(registry, image);
    if (page == 1 || !m_listing || m_listing->repository != repository) {
        const auto read = co_await readTags(repository);
        if (!read)
            co_return tl::unexpected(read.error());
        m_listing = std::make_shared<Listing>(Listing{repository, *read, {}, {}});
    }
    const auto listing = m_listing;
    const QStringList tags = listing->tags.mid((page - 1) * pageSize, pageSize);
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
    co_return rows;
}

QCoro::Task<Result<Deletion>> ProtocolManagement::deleteArtifact(QString registry, QString image, QString digest)
{
    const auto done = co_await m_client.deleteManifest(repositoryPath(registry, image), digest);
    if (!done && done.error().code == ErrorCode::Unsupported)
        co_return fail(
            ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "This server does not delete artifacts. Deleting must be switched on in its settings."));
    co_return done.map([] { return Deletion{}; });
}

QCoro::Task<Result<Deletion>> ProtocolManagement::deleteImage(QString registry, QString image)
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

QCoro::Task<Result<QList<TagSummary>>> ProtocolManagement::listTags(QString registry, QString image, QString digest, int page)
{
    const QString repository = repositoryPath(registry, image);
    if (!knownTags(repository, digest)) {
        const auto artifacts = co_await listArtifacts(registry, image, 1);
        if (!artifacts)
            co_return tl::unexpected(artifacts.error());
    }
    const auto *known = knownTags(repository, digest);
    QList<TagSummary> rows;
    for (const auto &tag : (known ? *known : QStringList()).mid((page - 1) * pageSize, pageSize))
        rows << TagSummary{tag, {}, {}};
    co_return rows;
}

QCoro::Task<Result<void>> ProtocolManagement::createTag(QString registry, QString image, QString digest, QString tag)
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

QCoro::Task<Result<Deletion>> ProtocolManagement::deleteTag(QString registry, QString image, QString digest, QString tag)
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

QCoro::Task<Result<SearchResult>> ProtocolManagement::search(QString text)
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

QCoro::Task<Result<DeletionForecast>> ProtocolManagement::forecastDeletion(QStringList, QStringList, QStringList, QStringList)
{
    co_return fail(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "This kind of server does not tell."));
}

QCoro::Task<Result<StorageUse>> ProtocolManagement::storageUse()
{
    co_return fail(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "This kind of server does not tell."));
}

} // namespace berth
