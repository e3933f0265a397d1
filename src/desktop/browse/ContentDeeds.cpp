// SPDX-License-Identifier: Apache-2.0
// What can be done with the rows of a ContentPane: tags that are made and moved, exports, deletions.
#include "client/roles/Artifacts.h"
#include "client/roles/DeletionForecasts.h"
#include "client/roles/Images.h"
#include "client/roles/RegistryLifecycle.h"
#include "client/roles/Tags.h"
#include "client/roles/Trash.h"
#include "core/ErrorText.h"
#include "desktop/browse/ContentPane.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/browse/MoveTagDialog.h"
#include "desktop/browse/TagDialog.h"
#include "desktop/panes/DeleteDialog.h"
#include "desktop/sessions/Ask.h"

namespace berth {

namespace {

using Forecast = std::function<QCoro::Task<Result<DeletionForecast>>()>;

/// What a deletion of these would free; null where the server does not tell.
Forecast forecastOf(Session &session, QStringList registries, QStringList images, QStringList artifacts, QStringList tags)
{
    if (!session.as<DeletionForecasts>())
        return {};
    return [current = QPointer<Session>(&session), registries, images, artifacts, tags] {
        return ask<DeletionForecasts>(current, [=](DeletionForecasts &forecasts) { return forecasts.forecastDeletion(registries, images, artifacts, tags); });
    };
}

/// Where the server has a trash, the deletion can skip it.
void offerForGood(DeleteDialog &dialog, Session &session)
{
    if (!session.as<Trash>())
        return;
    dialog.offerForGood([current = QPointer<Session>(&session)](
                            qint64 trashId) { return ask<Trash>(current, [trashId](Trash &trash) { return trash.endDeletion(trashId); }); });
}

} // namespace

void ContentPane::createTag()
{
    if (!showsRows())
        return;
    const auto artifacts = m_content->selectedArtifacts();
    auto *current = m_session.get();
    if (artifacts.size() != 1 || !current || !current->isConnected() || !current->refusal(Deed::CreateTag, m_place.registry).isEmpty())
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
    connect(dialog, &TagDialog::done, this, &ContentPane::changed);
    dialog->open();
}

void ContentPane::moveSelectedTag()
{
    if (!showsRows())
        return;
    const auto *page = m_details->page();
    const auto artifacts = m_content->selectedArtifacts();
    if (artifacts.size() != 1)
        return;
    const QStringList tags = page && page->isVisible() && page->isAncestorOf(window()->focusWidget()) ? page->selectedTags() : m_content->selectedTags();
    if (tags.size() == 1)
        moveTag(artifacts.first().digest, tags.first());
}

void ContentPane::moveTag(const QString &digest, const QString &tag)
{
    auto *current = m_session.get();
    if (!current || !current->isConnected() || !current->refusal(Deed::Push, m_place.registry).isEmpty())
        return;
    auto *dialog = new MoveTagDialog(*current, m_place, tag, digest, m_content->loadedArtifacts(), this);
    connect(dialog, &MoveTagDialog::done, this, &ContentPane::changed);
    dialog->open();
}

void ContentPane::exportSelection()
{
    if (!showsRows())
        return;
    auto *current = m_session.get();
    if (!current || !current->isConnected() || !current->refusal(Deed::Pull, m_place.registry).isEmpty())
        return;
    if (const auto images = m_content->selectedImages(); !images.isEmpty()) {
        gatherImages(images);
        return;
    }
    QList<ExportChoice> choices;
    const QString platform = m_content->selectedPlatform();
    for (const auto &artifact : m_content->selectedArtifacts())
        choices << ExportChoice{currentImage(), artifact, platform};
    if (!choices.isEmpty())
        Q_EMIT exportRequested(current->connection(), choices);
}

/// An image is exported with all its artifacts that have a tag.
QCoro::Task<> ContentPane::gatherImages(QList<ImageSummary> images)
{
    const QPointer<ContentPane> self(this);
    const QPointer<Session> current = m_session;
    QList<ExportChoice> choices;
    for (const auto &image : images) {
        QSet<QString> seen;
        for (QString cursor;;) {
            auto artifactsTask = ask<Artifacts>(current, [image, cursor](Artifacts &list) { return list.listArtifacts(image.registry, image.name, cursor); });
            const auto artifacts = co_await artifactsTask;
            if (!self || !current || (!artifacts && artifacts.error().code == ErrorCode::Cancelled))
                co_return;
            if (m_session != current)
                co_return; // the person went elsewhere
            if (!artifacts) {
                Q_EMIT said(Banner::Kind::Danger, tr("%1 cannot be exported").arg(image.name), errorText(artifacts.error()));
                co_return;
            }
            const auto before = seen.size();
            for (const auto &artifact : artifacts->rows) {
                seen.insert(rowKey(artifact));
                if (!artifact.tags.isEmpty())
                    choices << ExportChoice{image, artifact, {}};
            }
            cursor = artifacts->next;
            if (cursor.isEmpty() || seen.size() == before) // the end, or a server that repeats itself
                break;
        }
    }
    if (choices.isEmpty())
        Q_EMIT said(Banner::Kind::Warn, {}, tr("No artifact of the selection has a tag, so there is nothing to export. Open the image and select artifacts."));
    else if (current)
        Q_EMIT exportRequested(current->connection(), choices);
}

void ContentPane::deleteSelection()
{
    auto *current = m_session.get();
    if (!showsRows() || m_content->selectedCount() == 0 || m_content->onlyPlatformsSelected() || !current || !current->isConnected())
        return;
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
        if (isByTag() && current->refusal(Deed::DeleteTag, m_place.registry).isEmpty())
            deleteTags({}, m_content->selectedTags());
        else if (!isByTag() && current->refusal(Deed::DeleteArtifact, m_place.registry).isEmpty())
            deleteArtifacts();
        break;
    }
}

void ContentPane::deleteRegistries()
{
    const QPointer<Session> current = m_session;
    QList<DeleteDialog::Item> items;
    QStringList names;
    for (const auto &row : m_content->selectedRegistries()) {
        names << row.name;
        items << DeleteDialog::Item{QStringLiteral("registry"), row.name, false, {}, row.usedBytes, [current, name = row.name] {
                                        return attempt<RegistryLifecycle>(
                                            current, Deed::DeleteRegistry, [name](RegistryLifecycle &server) { return server.deleteRegistry(name); });
                                    }};
    }
    const int count = int(items.size());
    auto *dialog =
        new DeleteDialog({count == 1 ? tr("Delete the registry %1?").arg(names.first()) : tr("Delete %n registries?", nullptr, count),
                             tr("Delete %n registries", nullptr, count), tr("Only empty registries can be deleted. Delete the images in them first.")},
            items, forecastOf(*current, names, {}, {}, {}), this);
    offerForGood(*dialog, *current);
    connect(dialog, &DeleteDialog::deletedSome, this, &ContentPane::deleted);
    dialog->open();
}

void ContentPane::deleteImages()
{
    const QPointer<Session> current = m_session;
    QList<DeleteDialog::Item> items;
    QStringList paths;
    for (const auto &row : m_content->selectedImages()) {
        paths << row.path();
        items << DeleteDialog::Item{QStringLiteral("image"), row.path(), false, {}, row.usedBytes, [current, row] {
                                        return attempt<Images>(
                                            current, Deed::DeleteImage, [row](Images &server) { return server.deleteImage(row.registry, row.name); });
                                    }};
    }
    const int count = int(items.size());
    auto *dialog = new DeleteDialog({count == 1 ? tr("Delete the image %1?").arg(paths.first()) : tr("Delete %n images?", nullptr, count),
                                        tr("Delete %n images", nullptr, count), tr("All their artifacts and tags go. Pulling them fails from then on.")},
        items, forecastOf(*current, {}, paths, {}, {}), this);
    offerForGood(*dialog, *current);
    connect(dialog, &DeleteDialog::deletedSome, this, &ContentPane::deleted);
    dialog->open();
}

void ContentPane::deleteArtifacts()
{
    const QPointer<Session> current = m_session;
    QList<DeleteDialog::Item> items;
    QStringList references;
    const QString path = repositoryPath(m_place.registry, m_place.image);
    for (const auto &row : m_content->selectedArtifacts()) {
        references << path + QLatin1Char('@') + row.digest;
        items << DeleteDialog::Item{row.isIndex() ? QStringLiteral("index") : QStringLiteral("artifact"), row.shortDigest(), true, row.tags, row.sizeBytes,
            [current, place = m_place, digest = row.digest] {
                return attempt<Artifacts>(
                    current, Deed::DeleteArtifact, [place, digest](Artifacts &server) { return server.deleteArtifact(place.registry, place.image, digest); });
            }};
    }
    const int count = int(items.size());
    auto *dialog = new DeleteDialog({tr("Delete %n artifacts from %1?", nullptr, count).arg(m_place.image), tr("Delete %n artifacts", nullptr, count),
                                        tr("Their tags go with them. Pulling them fails from then on.")},
        items, forecastOf(*current, {}, {}, references, {}), this);
    offerForGood(*dialog, *current);
    connect(dialog, &DeleteDialog::deletedSome, this, &ContentPane::deleted);
    dialog->open();
}

void ContentPane::deleteTags(const QString &digest, const QStringList &tags)
{
    const QPointer<Session> current = m_session;
    if (tags.isEmpty() || !current || !current->isConnected())
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
                                        return attempt<Tags>(current, Deed::DeleteTag,
                                            [place, of, tag](Tags &server) { return server.deleteTag(place.registry, place.image, of, tag); });
                                    }};
    }
    const int count = int(tags.size());
    auto *dialog = new DeleteDialog({count == 1 ? tr("Delete the tag %1?").arg(tags.first()) : tr("Delete %n tags?", nullptr, count),
                                        tr("Delete %n tags", nullptr, count), tr("The artifact stays. Pulling it by these tags fails from then on.")},
        items, forecastOf(*current, {}, {}, {}, references), this);
    offerForGood(*dialog, *current);
    connect(dialog, &DeleteDialog::deletedSome, this, &ContentPane::deleted);
    dialog->open();
}

} // namespace berth
