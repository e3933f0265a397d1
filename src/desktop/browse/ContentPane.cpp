// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/ContentPane.h"

#include <QPushButton>

#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/DeleteDialog.h"
#include "desktop/parts/ActionBar.h"

namespace berth {

namespace {
// Of table and details, in shares of the height.
const QList<int> usualSizes{390, 260};
const QList<int> registrySizes{250, 400};
} // namespace

ContentPane::ContentPane(QList<DetailFeature> features, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_content(new ContentTable(this))
    , m_details(new DetailsPane(std::move(features), this))
    , m_open(m_content->bar().addAction({}, "artifact"))
    , m_registrySettings(m_content->bar().addAction(tr("Registry settings…"), "gear"))
    , m_tag(m_content->bar().addAction(tr("Create tag…"), "tag"))
    , m_move(m_content->bar().addAction(tr("Move tag…"), "edit"))
    , m_export(m_content->bar().addAction(tr("Export…"), "export"))
    , m_delete(m_content->bar().addAction({}, "trash"))
{
    addWidget(m_content);
    addWidget(m_details);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    setSizes(registrySizes);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    m_content->view().setDragText([this] { return selectedReferences(); });
    connectParts();
    updateActions();
}

ContentPane::~ContentPane() = default;

void ContentPane::connectParts()
{
    connect(m_content, &ContentTable::opened, this, &ContentPane::opened);
    connect(m_content, &ContentTable::loadFailed, this, &ContentPane::loadFailed);
    connect(m_content, &ContentTable::loaded, this, &ContentPane::loaded);
    connect(m_content, &ContentTable::selectionChanged, this, [this] {
        updateActions();
        updateDetails();
    });
    connect(m_open, &QPushButton::clicked, this, &ContentPane::openSelection);
    connect(m_registrySettings, &QPushButton::clicked, this, [this] {
        if (const auto registries = m_content->selectedRegistries(); showsRows() && registries.size() == 1)
            Q_EMIT settingsRequested(registries.first().name);
    });
    connect(m_tag, &QPushButton::clicked, this, &ContentPane::createTag);
    connect(m_move, &QPushButton::clicked, this, [this] {
        const auto tags = m_content->selectedTags();
        if (const auto artifacts = m_content->selectedArtifacts(); tags.size() == 1 && artifacts.size() == 1)
            moveTag(artifacts.first().digest, tags.first());
    });
    connect(m_export, &QPushButton::clicked, this, &ContentPane::exportSelection);
    connect(m_delete, &QPushButton::clicked, this, &ContentPane::deleteSelection);
    connect(m_details, &DetailsPane::createTagRequested, this, &ContentPane::createTag);
    connect(m_details, &DetailsPane::deleteTagsRequested, this, [this](const QStringList &tags) {
        if (const auto artifacts = m_content->selectedArtifacts(); artifacts.size() == 1)
            deleteTags(artifacts.first().digest, tags);
    });
    connect(m_details, &DetailsPane::moveTagRequested, this, [this](const QString &tag) {
        if (const auto artifacts = m_content->selectedArtifacts(); artifacts.size() == 1)
            moveTag(artifacts.first().digest, tag);
    });
}

void ContentPane::setPlace(Session *session, const Place &place)
{
    // Registries are few and their details are many; a border that was drawn by hand stays.
    if (!m_isMoved && place.level() != m_place.level())
        setSizes(place.level() == Place::Level::Registries ? registrySizes : usualSizes);
    if (m_session)
        disconnect(m_session, &Session::rightsChanged, this, nullptr);
    m_session = session;
    m_place = place;
    if (session)
        connect(session, &Session::rightsChanged, this, &ContentPane::updateActions);
    m_content->setPlace(session, place);
    updateActions();
    updateDetails();
}

void ContentPane::refresh()
{
    m_content->refresh();
    m_details->refresh();
}

bool ContentPane::showsRows() const { return !isHidden() && m_content->place() == m_place; }

bool ContentPane::isByTag() const { return m_place.level() == Place::Level::Artifacts && m_content->artifactView() == ContentTable::ArtifactView::ByTag; }

QString ContentPane::refused(Deed deed) const { return m_session ? m_session->refusal(deed, m_place.registry) : QString(); }

void ContentPane::updateActions()
{
    if (m_content->place() != m_place)
        return;
    auto &bar = m_content->bar();
    const auto level = m_place.level();
    bar.setShown(m_open, level != Place::Level::Artifacts);
    bar.setShown(m_registrySettings, m_session && m_session->connection().kind == ServerKind::Berth && level == Place::Level::Registries);
    bar.setShown(m_tag, level == Place::Level::Artifacts);
    bar.setShown(m_move, isByTag());
    bar.setShown(m_export, level != Place::Level::Registries);
    switch (level) {
    case Place::Level::Registries: setRegistryActions(); break;
    case Place::Level::Images: setImageActions(); break;
    case Place::Level::Artifacts: setArtifactActions(); break;
    }
}

void ContentPane::setRegistryActions()
{
    auto &bar = m_content->bar();
    const int count = m_content->selectedCount();
    const QString first = tr("Select a registry first");
    bar.setWords(m_open, tr("View images"), "image");
    bar.setReason(m_open, count == 1 ? QString() : first);
    bar.setReason(m_registrySettings, count == 1 ? refused(Deed::Administer) : count > 1 ? tr("Select one registry only") : first);
    bar.setWords(m_delete, tr("Delete registry…"));
    bar.setReason(m_delete, count == 0 ? first : refused(Deed::DeleteRegistry));
}

void ContentPane::setImageActions()
{
    auto &bar = m_content->bar();
    const int count = m_content->selectedCount();
    const QString first = tr("Select an image first");
    bar.setWords(m_open, tr("View artifacts"), "artifact");
    bar.setReason(m_open, count == 1 ? QString() : first);
    bar.setReason(m_export, count > 0 ? refused(Deed::Pull) : first);
    bar.setWords(m_delete, tr("Delete image…"));
    bar.setReason(m_delete, count == 0 ? first : refused(Deed::DeleteImage));
}

void ContentPane::setArtifactActions()
{
    auto &bar = m_content->bar();
    const int count = m_content->selectedCount();
    const bool byTag = isByTag();
    const bool platforms = m_content->onlyPlatformsSelected();
    const QString first = byTag ? tr("Select a tag first") : tr("Select an artifact first");
    bar.setReason(m_tag, count != 1 ? first : platforms ? tr("Tags name the whole artifact; select its row") : refused(Deed::CreateTag));
    bar.setReason(m_move, count != 1 ? first : refused(Deed::Push));
    bar.setReason(m_export, count > 0 ? refused(Deed::Pull) : first);
    bar.setWords(m_delete, byTag ? tr("Delete tag…") : tr("Delete artifact…"));
    bar.setReason(m_delete,
        count == 0      ? first
            : platforms ? tr("A platform is deleted with its artifact; select that row")
                        : refused(byTag ? Deed::DeleteTag : Deed::DeleteArtifact));
}

ImageSummary ContentPane::currentImage() const
{
    ImageSummary image;
    image.registry = m_place.registry;
    image.name = m_place.image;
    return image;
}

void ContentPane::updateDetails()
{
    if (m_content->place() != m_place)
        return;
    const int count = m_content->selectedCount();
    if (count != 1 || !m_session) {
        static constexpr Subject::Kind kinds[] = {Subject::Kind::Registry, Subject::Kind::Image, Subject::Kind::Artifact};
        m_details->clear(count == 0 ? tr("Select a row to see its details") : tr("%n rows selected", nullptr, count), kinds[int(m_place.level())]);
        return;
    }
    for (const auto &registry : m_content->selectedRegistries())
        m_details->showSubject({Subject::Kind::Registry, m_session, registry});
    for (const auto &image : m_content->selectedImages())
        m_details->showSubject({Subject::Kind::Image, m_session, {}, image});
    for (const auto &artifact : m_content->selectedArtifacts())
        m_details->showSubject(
            {Subject::Kind::Artifact, m_session, {}, currentImage(), artifact, m_content->selectedPlatform(), m_content->selectedTags().value(0)});
}

void ContentPane::openSelection()
{
    if (const auto registries = m_content->selectedRegistries(); !registries.isEmpty())
        Q_EMIT opened({m_place.connectionId, registries.first().name, {}});
    else if (const auto images = m_content->selectedImages(); !images.isEmpty())
        Q_EMIT opened({m_place.connectionId, m_place.registry, images.first().name});
}

QString ContentPane::selectedReference() const { return showsRows() && m_content->selectedCount() == 1 ? m_details->reference() : QString(); }

QString ContentPane::selectedReferences() const
{
    if (!showsRows() || m_content->selectedCount() <= 1)
        return selectedReference();
    QStringList lines;
    for (const auto &registry : m_content->selectedRegistries())
        lines << registry.address;
    const QString server = m_session ? m_session->connection().address() + QLatin1Char('/') : QString();
    for (const auto &image : m_content->selectedImages())
        lines << server + image.path();
    const QString image = server + repositoryPath(m_place.registry, m_place.image);
    const auto tags = m_content->selectedTags();
    for (const auto &tag : tags)
        lines << image + QLatin1Char(':') + tag;
    for (const auto &artifact : tags.isEmpty() ? m_content->selectedArtifacts() : QList<ArtifactSummary>())
        lines << image + (artifact.tags.isEmpty() ? QLatin1Char('@') + artifact.digest : QLatin1Char(':') + artifact.tags.first());
    return lines.join(QLatin1Char('\n'));
}

QString ContentPane::selectedDigest() const
{
    const auto artifacts = showsRows() && m_content->selectedCount() == 1 ? m_content->selectedArtifacts() : QList<ArtifactSummary>();
    if (artifacts.isEmpty())
        return {};
    const QString platform = m_content->selectedPlatform();
    return platform.isEmpty() ? artifacts.first().digest : platform;
}

} // namespace berth
