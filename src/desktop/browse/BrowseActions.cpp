// SPDX-License-Identifier: Apache-2.0
// What can be done with the rows of a BrowsePane: create and delete.
#include "desktop/browse/ArtifactTreeModel.h"
#include "desktop/browse/BrowsePane.h"
#include "desktop/browse/DeleteDialog.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/browse/ListModels.h"
#include "desktop/browse/NameDialog.h"
#include "desktop/browse/TagsPage.h"
#include "desktop/connections/LocalServer.h"
#include "desktop/connections/Session.h"

namespace berth {

void BrowsePane::createRegistry()
{
    auto *current = session();
    if (!current || !current->management())
        return;
    auto *dialog = new NameDialog({tr("Create registry"), tr("A registry holds images; its name is the first part of theirs."), tr("Name"),
                                      tr("a–z, 0–9 and single . _ - between them. Images get the address %1/<name>/…").arg(current->connection().address()), tr("Create registry")},
        registryNameError, [management = current->management()](QString name) { return management->createRegistry(std::move(name)); }, this);
    connect(dialog, &NameDialog::done, this, [this, current](const QString &name) {
        current->refresh();
        goTo({m_place.connectionId, name, {}});
    });
    dialog->open();
}

void BrowsePane::createTag()
{
    const auto rows = selectedSourceRows();
    auto *current = session();
    if (rows.size() != 1 || m_place.level() != Place::Level::Artifacts || !current || !current->management())
        return;
    const auto artifact = m_artifacts->artifactAt(rows.first());
    auto *dialog = new NameDialog({tr("Create tag"), tr("A further name for the artifact %1. A tag that exists is never moved.").arg(artifact.shortDigest()), tr("Tag"),
                                      tr("Letters, digits and . _ - up to 128 characters"), tr("Create tag")},
        tagError,
        [management = current->management(), place = m_place, digest = artifact.digest](QString tag) { return management->createTag(place.registry, place.image, digest, std::move(tag)); }, this);
    connect(dialog, &NameDialog::done, this, &BrowsePane::refresh);
    dialog->open();
}

void BrowsePane::deleteSelection()
{
    if (selectedSourceRows().isEmpty() || !session() || !session()->management())
        return;
    switch (m_place.level()) {
    case Place::Level::Registries: deleteRegistries(); break;
    case Place::Level::Images: deleteImages(); break;
    case Place::Level::Artifacts: deleteArtifacts(); break;
    }
}

void BrowsePane::deleteRegistries()
{
    auto *management = session()->management();
    QList<DeleteDialog::Item> items;
    QStringList names;
    for (const auto &index : selectedSourceRows()) {
        const auto row = m_registries->rowAt(index.row());
        names << row.name;
        items << DeleteDialog::Item{QStringLiteral("registry"), row.name, false, {}, row.usedBytes, [management, name = row.name] { return management->deleteRegistry(name); }};
    }
    const int count = int(items.size());
    auto *dialog = new DeleteDialog({count == 1 ? tr("Delete the registry %1?").arg(names.first()) : tr("Delete %n registries?", nullptr, count), tr("Delete %n registries", nullptr, count),
                                        tr("Only empty registries can be deleted. Delete the images in them first.")},
        items, [management, names] { return management->forecastDeletion(names, {}, {}, {}); }, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &BrowsePane::refresh);
    dialog->open();
}

void BrowsePane::deleteImages()
{
    auto *management = session()->management();
    QList<DeleteDialog::Item> items;
    QStringList paths;
    for (const auto &index : selectedSourceRows()) {
        const auto row = m_images->rowAt(index.row());
        paths << row.path();
        items << DeleteDialog::Item{QStringLiteral("image"), row.path(), false, {}, row.usedBytes, [management, row] { return management->deleteImage(row.registry, row.name); }};
    }
    const int count = int(items.size());
    auto *dialog = new DeleteDialog({count == 1 ? tr("Delete the image %1?").arg(paths.first()) : tr("Delete %n images?", nullptr, count), tr("Delete %n images", nullptr, count),
                                        tr("All their artifacts and tags go. Pulling them fails from then on.")},
        items, [management, paths] { return management->forecastDeletion({}, paths, {}, {}); }, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &BrowsePane::refresh);
    dialog->open();
}

void BrowsePane::deleteArtifacts()
{
    auto *management = session()->management();
    QList<DeleteDialog::Item> items;
    QStringList references;
    for (const auto &index : selectedSourceRows()) {
        if (m_artifacts->isPlatform(index))
            continue;
        const auto row = m_artifacts->artifactAt(index);
        references << m_place.registry + QLatin1Char('/') + m_place.image + QLatin1Char('@') + row.digest;
        items << DeleteDialog::Item{row.isIndex() ? QStringLiteral("index") : QStringLiteral("artifact"), row.shortDigest(), true, row.tags, row.sizeBytes,
            [management, place = m_place, digest = row.digest] { return management->deleteArtifact(place.registry, place.image, digest); }};
    }
    const int count = int(items.size());
    auto *dialog = new DeleteDialog({tr("Delete %n artifacts from %1?", nullptr, count).arg(m_place.image), tr("Delete %n artifacts", nullptr, count), tr("Their tags go with them. Pulling them fails from then on.")},
        items, [management, references] { return management->forecastDeletion({}, {}, references, {}); }, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &BrowsePane::refresh);
    dialog->open();
}

void BrowsePane::deleteTags(const QStringList &tags)
{
    const auto rows = selectedSourceRows();
    if (rows.size() != 1 || tags.isEmpty() || !session()->management())
        return;
    auto *management = session()->management();
    const QString digest = m_artifacts->artifactAt(rows.first()).digest;
    QList<DeleteDialog::Item> items;
    QStringList references;
    for (const auto &tag : tags) {
        references << m_place.registry + QLatin1Char('/') + m_place.image + QLatin1Char(':') + tag;
        items << DeleteDialog::Item{QStringLiteral("tag"), tag, false, {}, -1, [management, place = m_place, digest, tag] { return management->deleteTag(place.registry, place.image, digest, tag); }};
    }
    const int count = int(tags.size());
    auto *dialog = new DeleteDialog({count == 1 ? tr("Delete the tag %1?").arg(tags.first()) : tr("Delete %n tags?", nullptr, count), tr("Delete %n tags", nullptr, count), tr("The artifact stays. Pulling it by these tags fails from then on.")},
        items, [management, references] { return management->forecastDeletion({}, {}, {}, references); }, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &BrowsePane::refresh);
    dialog->open();
}

} // namespace berth
