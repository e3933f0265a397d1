// SPDX-License-Identifier: Apache-2.0
// What can be done with the rows of a BrowsePane: create, move and delete.
#include "client/drivers/berth/Upkeep.h"
#include "core/ErrorText.h"
#include "desktop/browse/BrowsePane.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DeleteDialog.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/browse/MoveTagDialog.h"
#include "desktop/browse/NameDialog.h"
#include "desktop/browse/TagDialog.h"
#include "desktop/browse/TagsPage.h"
#include "desktop/connections/Session.h"
#include "desktop/parts/Banner.h"
#include "desktop/server/RegistrySettingsDialog.h"
#include "desktop/trash/UndoBanner.h"

namespace berth {

namespace {

template <class Value> using Call = std::function<QCoro::Task<Result<Value>>(Management &management)>;

/// Makes the call if the connection is still there; a refusal teaches the session what the role may not do.
template <class Value> QCoro::Task<Result<Value>> attempt(QPointer<Session> session, Deed deed, Call<Value> call)
{
    if (!session || !session->management())
        co_return fail(ErrorCode::Unreachable, BrowsePane::tr("The connection was closed meanwhile.").toStdString());
    const auto done = co_await call(*session->management());
    if (!done && session)
        session->learn(deed, done.error());
    co_return done;
}

QCoro::Task<Result<void>> closedMeanwhile() { co_return fail(ErrorCode::Unreachable, BrowsePane::tr("The connection was closed meanwhile.").toStdString()); }

using Forecast = std::function<QCoro::Task<Result<DeletionForecast>>()>;

/// What a deletion of these would free; null where the server does not tell.
Forecast forecastOf(Session &session, QStringList registries, QStringList images, QStringList artifacts, QStringList tags)
{
    if (!session.management()->can(Capability::ForecastDeletions))
        return {};
    return [management = QPointer<Management>(session.management()), registries, images, artifacts, tags] {
        return management->forecastDeletion(registries, images, artifacts, tags);
    };
}

/// Where the server has a trash, the deletion can skip it.
void offerForGood(DeleteDialog &dialog, Session &session)
{
    if (!session.management() || !session.management()->upkeep())
        return;
    dialog.offerForGood([current = QPointer<Session>(&session)](qint64 trashId) -> QCoro::Task<Result<void>> {
        if (!current || !current->management() || !current->management()->upkeep())
            return closedMeanwhile();
        return current->management()->upkeep()->endDeletion(trashId);
    });
}

} // namespace

void BrowsePane::createRegistry()
{
    auto *current = session();
    if (!current || !current->management() || !current->refusal(Deed::CreateRegistry).isEmpty())
        return;
    auto *dialog = new NameDialog(
        {tr("Create registry"), tr("A registry holds images; its name is the first part of theirs."), tr("Name"),
            tr("a–z, 0–9 and single . _ - between them. Images get the address %1/<name>/…").arg(current->connection().address()), tr("Create registry")},
        registryNameError,
        [current = QPointer<Session>(current)](
            QString name) { return attempt<void>(current, Deed::CreateRegistry, [name](Management &management) { return management.createRegistry(name); }); },
        this);
    connect(dialog, &NameDialog::done, this, [this, current = QPointer<Session>(current)](const QString &name) {
        if (!current)
            return;
        current->refresh();
        goTo({current->id(), name, {}});
    });
    dialog->open();
}

void BrowsePane::editRegistry()
{
    auto *current = session();
    const auto registries = m_content->selectedRegistries();
    if (!current || !showsRows() || registries.size() != 1)
        return;
    auto *dialog = new RegistrySettingsDialog(*current, registries.first().name, this);
    connect(dialog, &RegistrySettingsDialog::saved, this, &BrowsePane::refresh);
    dialog->open();
}

void BrowsePane::deleted(const DeletedItems &gone)
{
    refresh();
    if (auto *current = session())
        m_undo->offer(*current, gone);
}

void BrowsePane::createTag()
{
    if (!showsRows())
        return;
    const auto artifacts = m_content->selectedArtifacts();
    auto *current = session();
    if (artifacts.size() != 1 || !current || !current->management() || !current->refusal(Deed::CreateTag, m_place.registry).isEmpty())
        return;
    const auto known = [rows = m_content->loadedArtifacts()](const QString &digest) {
        for (const auto &row : rows) {
            if (row.digest == digest)
                return row;
        }
        ArtifactSummary bare;
        bare.digest = digest;
        return bare;
    };
    auto *dialog = new TagDialog(*current, m_place, artifacts.first(), known, this);
    connect(dialog, &TagDialog::done, this, &BrowsePane::refresh);
    dialog->open();
}

void BrowsePane::moveSelectedTag()
{
    if (!showsRows())
        return;
    auto &page = m_details->tags();
    const auto artifacts = m_content->selectedArtifacts();
    if (artifacts.size() != 1)
        return;
    const QStringList tags = page.isVisible() && page.isAncestorOf(window()->focusWidget()) ? page.selectedTags() : m_content->selectedTags();
    if (tags.size() == 1)
        moveTag(artifacts.first().digest, tags.first());
}

void BrowsePane::moveTag(const QString &digest, const QString &tag)
{
    auto *current = session();
    if (!current || !current->management() || !current->refusal(Deed::Push, m_place.registry).isEmpty())
        return;
    auto *dialog = new MoveTagDialog(*current, m_place, tag, digest, m_content->loadedArtifacts(), this);
    connect(dialog, &MoveTagDialog::done, this, &BrowsePane::refresh);
    dialog->open();
}

void BrowsePane::exportSelection()
{
    if (!showsRows())
        return;
    auto *current = session();
    if (!current || !current->management() || !current->refusal(Deed::Pull, m_place.registry).isEmpty())
        return;
    if (const auto images = m_content->selectedImages(); !images.isEmpty()) {
        gatherImages(images);
        return;
    }
    QList<ExportDialog::Choice> choices;
    const QString platform = m_content->selectedPlatform();
    for (const auto &artifact : m_content->selectedArtifacts())
        choices << ExportDialog::Choice{currentImage(), artifact, platform};
    if (!choices.isEmpty())
        Q_EMIT exportRequested(current->connection(), choices);
}

/// An image is exported with all its artifacts that have a tag.
QCoro::Task<> BrowsePane::gatherImages(QList<ImageSummary> images)
{
    const QPointer<BrowsePane> self(this);
    const QPointer<Session> current = session();
    QList<ExportDialog::Choice> choices;
    for (const auto &image : images) {
        QSet<QString> seen;
        for (int page = 1;; ++page) {
            if (!self || !current || !current->management())
                co_return;
            const auto artifacts = co_await current->management()->listArtifacts(image.registry, image.name, page);
            if (!self || (!artifacts && artifacts.error().code == ErrorCode::Cancelled))
                co_return;
            if (session() != current)
                co_return; // the person went elsewhere
            if (!artifacts) {
                m_banner->show(Banner::Kind::Danger, tr("%1 cannot be exported").arg(image.name), errorText(artifacts.error()));
                co_return;
            }
            const auto before = seen.size();
            for (const auto &artifact : *artifacts) {
                seen.insert(rowKey(artifact));
                if (!artifact.tags.isEmpty())
                    choices << ExportDialog::Choice{image, artifact, {}};
            }
            if (seen.size() == before || (artifacts->size() < Management::pageSize && !current->management()->endsWithEmptyPage()))
                break;
        }
    }
    if (choices.isEmpty())
        m_banner->show(
            Banner::Kind::Warn, {}, tr("No artifact of the selection has a tag, so there is nothing to export. Open the image and select artifacts."));
    else if (current)
        Q_EMIT exportRequested(current->connection(), choices);
}

void BrowsePane::deleteSelection()
{
    if (auto *pane = tool()) {
        pane->deleteSelection();
        return;
    }
    auto *current = session();
    if (!showsRows() || m_content->selectedCount() == 0 || m_content->onlyPlatformsSelected() || !current || !current->management())
        return;
    const bool byTag = m_content->artifactView() == ContentTable::ArtifactView::ByTag;
    switch (m_place.level()) {
    case Place::Level::Registries:
        if (current->refusal(Deed::DeleteRegistry).isEmpty())
            deleteRegistries();
        break;
    case Place::Level::Images:
        if (current->refusal(Deed::DeleteImage, m_place.registry).isEmpty())
            deleteImages();
        break;
    case Place::Level::Artifacts:
        if (byTag && current->refusal(Deed::DeleteTag, m_place.registry).isEmpty())
            deleteTags({}, m_content->selectedTags());
        else if (!byTag && current->refusal(Deed::DeleteArtifact, m_place.registry).isEmpty())
            deleteArtifacts();
        break;
    }
}

void BrowsePane::deleteRegistries()
{
    const QPointer<Session> current = session();
    QList<DeleteDialog::Item> items;
    QStringList names;
    for (const auto &row : m_content->selectedRegistries()) {
        names << row.name;
        items << DeleteDialog::Item{QStringLiteral("registry"), row.name, false, {}, row.usedBytes, [current, name = row.name] {
                                        return attempt<Deletion>(
                                            current, Deed::DeleteRegistry, [name](Management &management) { return management.deleteRegistry(name); });
                                    }};
    }
    const int count = int(items.size());
    auto *dialog =
        new DeleteDialog({count == 1 ? tr("Delete the registry %1?").arg(names.first()) : tr("Delete %n registries?", nullptr, count),
                             tr("Delete %n registries", nullptr, count), tr("Only empty registries can be deleted. Delete the images in them first.")},
            items, forecastOf(*current, names, {}, {}, {}), this);
    offerForGood(*dialog, *current);
    connect(dialog, &DeleteDialog::deletedSome, this, &BrowsePane::deleted);
    dialog->open();
}

void BrowsePane::deleteImages()
{
    const QPointer<Session> current = session();
    QList<DeleteDialog::Item> items;
    QStringList paths;
    for (const auto &row : m_content->selectedImages()) {
        paths << row.path();
        items << DeleteDialog::Item{
            QStringLiteral("image"), row.path(), false, {}, row.usedBytes, [current, row] {
                return attempt<Deletion>(current, Deed::DeleteImage, [row](Management &management) { return management.deleteImage(row.registry, row.name); });
            }};
    }
    const int count = int(items.size());
    auto *dialog = new DeleteDialog({count == 1 ? tr("Delete the image %1?").arg(paths.first()) : tr("Delete %n images?", nullptr, count),
                                        tr("Delete %n images", nullptr, count), tr("All their artifacts and tags go. Pulling them fails from then on.")},
        items, forecastOf(*current, {}, paths, {}, {}), this);
    offerForGood(*dialog, *current);
    connect(dialog, &DeleteDialog::deletedSome, this, &BrowsePane::deleted);
    dialog->open();
}

void BrowsePane::deleteArtifacts()
{
    const QPointer<Session> current = session();
    QList<DeleteDialog::Item> items;
    QStringList references;
    const QString path = repositoryPath(m_place.registry, m_place.image);
    for (const auto &row : m_content->selectedArtifacts()) {
        references << path + QLatin1Char('@') + row.digest;
        items << DeleteDialog::Item{row.isIndex() ? QStringLiteral("index") : QStringLiteral("artifact"), row.shortDigest(), true, row.tags, row.sizeBytes,
            [current, place = m_place, digest = row.digest] {
                return attempt<Deletion>(current, Deed::DeleteArtifact,
                    [place, digest](Management &management) { return management.deleteArtifact(place.registry, place.image, digest); });
            }};
    }
    const int count = int(items.size());
    auto *dialog = new DeleteDialog({tr("Delete %n artifacts from %1?", nullptr, count).arg(m_place.image), tr("Delete %n artifacts", nullptr, count),
                                        tr("Their tags go with them. Pulling them fails from then on.")},
        items, forecastOf(*current, {}, {}, references, {}), this);
    offerForGood(*dialog, *current);
    connect(dialog, &DeleteDialog::deletedSome, this, &BrowsePane::deleted);
    dialog->open();
}

void BrowsePane::deleteTags(const QString &digest, const QStringList &tags)
{
    const QPointer<Session> current = session();
    if (tags.isEmpty() || !current || !current->management())
        return;
    QList<DeleteDialog::Item> items;
    QStringList references;
    const QString path = repositoryPath(m_place.registry, m_place.image);
    QHash<QString, QString> digestOf; // rows by tag: each names its own artifact
    for (const auto &artifact : digest.isEmpty() ? m_content->selectedArtifacts() : QList<ArtifactSummary>()) {
        for (const auto &tag : artifact.tags)
            digestOf.insert(tag, artifact.digest);
    }
    for (const auto &tag : tags) {
        const QString of = digestOf.value(tag, digest);
        references << path + QLatin1Char(':') + tag;
        items << DeleteDialog::Item{QStringLiteral("tag"), tag, false, {}, -1, [current, place = m_place, of, tag] {
                                        return attempt<Deletion>(current, Deed::DeleteTag,
                                            [place, of, tag](Management &management) { return management.deleteTag(place.registry, place.image, of, tag); });
                                    }};
    }
    const int count = int(tags.size());
    auto *dialog = new DeleteDialog({count == 1 ? tr("Delete the tag %1?").arg(tags.first()) : tr("Delete %n tags?", nullptr, count),
                                        tr("Delete %n tags", nullptr, count), tr("The artifact stays. Pulling it by these tags fails from then on.")},
        items, forecastOf(*current, {}, {}, {}, references), this);
    offerForGood(*dialog, *current);
    connect(dialog, &DeleteDialog::deletedSome, this, &BrowsePane::deleted);
    dialog->open();
}

} // namespace berth
