// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/ContentTable.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "client/roles/Artifacts.h"
#include "client/roles/Images.h"
#include "desktop/browse/ArtifactTreeModel.h"
#include "desktop/browse/ListModels.h"
#include "desktop/browse/TagRowModel.h"
#include "desktop/lists/RowFilter.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/ActionBar.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/Session.h"

namespace berth {

ContentTable::ContentTable(QWidget *parent)
    : QWidget(parent)
    , m_bar(new ActionBar(this))
    , m_by(new Segments({tr("By artifact"), tr("By tag")}, tr("What a row stands for"), this))
    , m_filter(new QLineEdit(this))
    , m_untagged(new QCheckBox(tr("Untagged"), this))
    , m_count(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_pages(new QStackedWidget(this))
    , m_view(new TableView(this))
    , m_empty(new StatePage(this, StatePage::Kind::Empty))
    , m_registries(new RegistryTableModel(this))
    , m_images(new ImageTableModel(this))
    , m_artifacts(new ArtifactTreeModel(this))
    , m_tags(new TagRowModel(this))
    , m_rows(new RowFilter(this))
    , m_imageLoader(this,
          {[this](QList<ImageSummary> rows) {
               m_selection.remember();
               m_images->reset(std::move(rows));
               rowsReset();
           },
              [this](const QList<ImageSummary> &rows) { m_images->append(rows); }, [this](const Error &error) { failed(error); },
              [this](bool more) { settled(more); }})
    , m_artifactLoader(this,
          {[this](QList<ArtifactSummary> rows) {
               m_selection.remember();
               m_tags->reset(rows);
               m_artifacts->reset(std::move(rows));
               rowsReset();
           },
              [this](const QList<ArtifactSummary> &rows) {
                  m_tags->append(rows);
                  m_artifacts->append(rows);
              },
              [this](const Error &error) { failed(error); }, [this](bool more) { settled(more); }})
    , m_columns(*m_view, *m_rows)
    , m_selection(*m_view)
{
    layOut();
    connectParts();
    bind({}, Former::Drop);
}

void ContentTable::layOut()
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter this list"));
    m_filter->setProperty("quiet", true);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon("filter", Tint::Text3), QLineEdit::LeadingPosition)->setText(tr("Filter"));
    m_filter->setMaximumWidth(180);
    m_filter->setMinimumWidth(90);
    m_untagged->setChecked(true);
    m_untagged->setToolTip(tr("Also show artifacts that no tag names"));
    m_bar->row().setContentsMargins(16, 4, 12, 6);
    m_bar->addLeft(m_by);
    m_bar->addLeft(m_filter);
    m_bar->addLeft(m_untagged);
    m_bar->addCount(m_count);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_view->setModel(m_rows);
    // Sorting goes through sortBy(), which may have to fetch the rest first.
    m_view->setSortingEnabled(false);
    m_view->header()->setSectionsClickable(true);
    m_view->header()->setSortIndicatorShown(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
}

void ContentTable::connectParts()
{
    connect(m_by, &Segments::currentChanged, this, [this] {
        if (m_place.level() != Place::Level::Artifacts)
            return; // counts for the next image
        m_selection.remember();
        bind(m_place, Former::Keep);
        restoreSelection();
        updateCount();
        Q_EMIT selectionChanged();
    });
    connect(m_untagged, &QCheckBox::toggled, this, [this](bool shown) {
        m_rows->setHidesUntagged(!shown);
        updateCount();
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_rows->setFilterFixedString(text);
        if (!text.isEmpty())
            more();
        updateCount();
    });
    connect(m_view, &QAbstractItemView::doubleClicked, this, &ContentTable::openRow);
    connect(m_view, &QAbstractItemView::activated, this, &ContentTable::openRow);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ContentTable::selectionChanged);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const auto *scroll = m_view->verticalScrollBar();
        if (value > scroll->maximum() - scroll->pageStep())
            more();
    });
    connect(m_view->header(), &QHeaderView::sectionClicked, this, [this](int section) {
        const auto &[sorted, order] = m_columns.sorting(m_kind);
        sortBy(section, section == sorted && order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_empty, &StatePage::primaryTriggered, m_filter, &QLineEdit::clear);
}

ContentTable::~ContentTable()
{
    m_imageLoader.stop();
    m_artifactLoader.stop();
}

ContentTable::Rows ContentTable::kindOf(const Place &place) const
{
    switch (place.level()) {
    case Place::Level::Registries: return Rows::Registries;
    case Place::Level::Images: return Rows::Images;
    case Place::Level::Artifacts: break;
    }
    return artifactView() == ArtifactView::ByTag ? Rows::Tags : Rows::Artifacts;
}

ContentTable::ArtifactView ContentTable::artifactView() const { return m_by->current() == 1 ? ArtifactView::ByTag : ArtifactView::ByArtifact; }
void ContentTable::setArtifactView(ArtifactView view) { m_by->setCurrent(view == ArtifactView::ByTag ? 1 : 0); }
bool ContentTable::hidesUntagged() const { return !m_untagged->isChecked(); }
void ContentTable::setHidesUntagged(bool hides) { m_untagged->setChecked(!hides); }

void ContentTable::setPlace(Session *session, const Place &place)
{
    if (place == m_place) { // another driver of the same connection: what was selected is looked for again
        m_selection.remember();
    } else {
        m_selection.forget();
    }
    m_session = session;
    bind(place, Former::Drop);
    load(0);
    Q_EMIT selectionChanged();
}

void ContentTable::bind(const Place &place, Former rows)
{
    if (m_rows->sourceModel())
        m_columns.leave(m_kind);
    m_rows->setSourceModel(nullptr); // with it go selection, current index and expanded rows
    if (rows == Former::Drop) {
        m_registries->reset({});
        m_images->reset({});
        m_artifacts->reset({});
        m_tags->reset({});
    }
    if (place != m_place) {
        const QSignalBlocker quiet(m_filter);
        m_filter->clear();
        m_rows->setFilterFixedString({});
    }
    m_place = place;
    m_kind = kindOf(place);
    m_rows->setHidesUntagged(m_kind == Rows::Artifacts && hidesUntagged());
    m_rows->setIsTree(m_kind == Rows::Artifacts);
    QAbstractItemModel *models[] = {m_registries, m_images, m_artifacts, m_tags};
    m_rows->setSourceModel(models[int(m_kind)]);
    m_view->setAccessibleName(contentName(m_kind));
    m_view->setRootIsDecorated(m_kind == Rows::Artifacts);
    m_view->setIndentation(22);
    m_by->setVisible(m_kind >= Rows::Artifacts);
    m_untagged->setVisible(m_kind == Rows::Artifacts);
    m_columns.enter(m_kind);
    m_columns.fit(width());
}

void ContentTable::sortBy(int column, Qt::SortOrder order)
{
    m_columns.setSorting(m_kind, {column, order});
    m_sortWaits = m_hasMore;
    if (m_sortWaits) // what the server cannot sort is sorted once all of it is here
        more();
    else
        m_rows->sort(column, order);
    updateCount();
}

QByteArray ContentTable::layoutState() const { return m_columns.state(m_kind); }

void ContentTable::restoreLayout(const QByteArray &state)
{
    if (!m_columns.restore(state))
        return;
    m_columns.enter(m_kind);
    m_columns.fit(width());
}

void ContentTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_filter->setMaximumWidth(width() < 760 ? 120 : 180);
    m_columns.fit(width());
}

void ContentTable::load(qsizetype atLeast)
{
    m_imageLoader.stop();
    m_artifactLoader.stop();
    m_hasMore = false;
    m_loading = false;
    if (m_session && m_session->isConnected() && m_place.level() != Place::Level::Registries) {
        const QPointer<Session> session = m_session;
        m_loading = true;
        if (m_place.level() == Place::Level::Images) {
            m_imageLoader.start(
                [session, place = m_place](const QString &cursor) {
                    auto *images = session ? session->as<Images>() : nullptr;
                    return images ? images->listImages(place.registry, cursor) : cancelledPage<ImageSummary>();
                },
                atLeast);
        } else {
            m_artifactLoader.start(
                [session, place = m_place](const QString &cursor) {
                    auto *artifacts = session ? session->as<Artifacts>() : nullptr;
                    return artifacts ? artifacts->listArtifacts(place.registry, place.image, cursor) : cancelledPage<ArtifactSummary>();
                },
                atLeast);
        }
    }
    m_view->setLoading(m_loading);
    updateCount();
}

void ContentTable::refresh() { load(m_place.level() == Place::Level::Images ? m_images->rowCount() : m_artifacts->rowCount()); }

void ContentTable::more()
{
    if (m_place.level() == Place::Level::Images)
        m_imageLoader.more();
    else if (m_place.level() == Place::Level::Artifacts)
        m_artifactLoader.more();
}

void ContentTable::showRegistries(const QList<RegistrySummary> &rows, bool loading)
{
    m_selection.remember();
    m_registries->reset(rows);
    m_loading = loading;
    m_view->setLoading(loading);
    restoreSelection();
    updateCount();
    Q_EMIT selectionChanged();
}

void ContentTable::rowsReset()
{
    m_loading = false;
    m_view->setLoading(false);
    restoreSelection();
    updateCount();
    Q_EMIT selectionChanged();
    // Who stands at the end of the list already cannot scroll there to ask for the rest.
    QTimer::singleShot(0, this, [this] {
        const auto *scroll = m_view->verticalScrollBar();
        if (scroll->value() > 0 && scroll->value() >= scroll->maximum())
            more();
    });
}

void ContentTable::settled(bool hasMore)
{
    m_loading = false;
    m_hasMore = hasMore;
    m_view->setLoading(false);
    // A filter or a sort that the server cannot do looks at everything, so the rest is fetched.
    const bool sorts = m_columns.isSorted(m_kind);
    // A short page is most likely the last: where only an empty one says so, it is asked for at once.
    const bool nearEnd = (m_place.level() == Place::Level::Images ? m_images->rowCount() : m_artifacts->rowCount()) % rowsPerPage != 0;
    if (hasMore && (sorts || nearEnd || !m_filter->text().isEmpty())) {
        m_sortWaits = sorts;
        more();
    } else if (!hasMore && m_sortWaits) {
        m_sortWaits = false;
        m_rows->sort(m_columns.sorting(m_kind).column, m_columns.sorting(m_kind).order);
    }
    if (hasMore)
        QTimer::singleShot(0, this, [this] { // whoever went to the end meanwhile waits there
            const auto *scroll = m_view->verticalScrollBar();
            if (scroll->maximum() > 0 && scroll->value() > scroll->maximum() - scroll->pageStep())
                more();
        });
    updateCount();
    Q_EMIT loaded();
}

void ContentTable::failed(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_loading = false;
    m_sortWaits = false;
    m_view->setLoading(false);
    updateCount();
    Q_EMIT loadFailed(error, m_place.level() == Place::Level::Images ? !m_imageLoader.isFirst() : !m_artifactLoader.isFirst());
}

bool ContentTable::isEmpty() const { return m_rows->sourceModel()->rowCount() == 0; }

void ContentTable::restoreSelection()
{
    // The details of an artifact have something to say at once.
    m_selection.restore(m_place.level() == Place::Level::Artifacts ? m_rows->index(0, 0) : QModelIndex());
}

void ContentTable::updateCount()
{
    const ContentCount count{m_kind, m_rows->sourceModel()->rowCount(), m_rows->rowCount(), m_hasMore, m_sortWaits, m_filter->text()};
    m_bar->setCount(m_loading && count.loaded == 0 ? tr("Loading…") : count.text());
    const bool nothing = count.shown == 0 && !m_loading && !(count.isFiltered() && m_hasMore);
    if (nothing)
        m_empty->show(count.nothing());
    m_pages->setCurrentWidget(nothing ? static_cast<QWidget *>(m_empty) : m_view);
}

void ContentTable::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ContentTable::filterFor(const QString &text) { m_filter->setText(text); }

QModelIndexList ContentTable::selectedRows() const
{
    QModelIndexList rows;
    for (const auto &index : m_view->selectionModel()->selectedRows())
        rows << m_rows->mapToSource(index);
    return rows;
}

int ContentTable::selectedCount() const { return int(m_view->selectionModel()->selectedRows().size()); }

QList<RegistrySummary> ContentTable::selectedRegistries() const
{
    QList<RegistrySummary> rows;
    if (m_kind == Rows::Registries) {
        for (const auto &index : selectedRows())
            rows << m_registries->rowAt(index.row());
    }
    return rows;
}

QList<ImageSummary> ContentTable::selectedImages() const
{
    QList<ImageSummary> rows;
    if (m_kind == Rows::Images) {
        for (const auto &index : selectedRows())
            rows << m_images->rowAt(index.row());
    }
    return rows;
}

QList<ArtifactSummary> ContentTable::selectedArtifacts() const
{
    QList<ArtifactSummary> rows;
    QSet<QString> seen;
    for (const auto &index : m_kind == Rows::Tags || m_kind == Rows::Artifacts ? selectedRows() : QModelIndexList()) {
        const auto &artifact = m_kind == Rows::Tags ? m_tags->artifactAt(index.row()) : m_artifacts->artifactAt(index);
        if (!seen.contains(artifact.digest))
            rows << artifact;
        seen.insert(artifact.digest);
    }
    return rows;
}

const QList<ArtifactSummary> &ContentTable::loadedArtifacts() const { return m_artifacts->rows(); }

QStringList ContentTable::selectedTags() const
{
    QStringList tags;
    if (m_kind == Rows::Tags) {
        for (const auto &index : selectedRows())
            tags << m_tags->tagAt(index.row());
    }
    return tags;
}

QString ContentTable::selectedPlatform() const
{
    const auto rows = selectedRows();
    return rows.size() == 1 && m_kind == Rows::Artifacts && m_artifacts->isPlatform(rows.first()) ? m_artifacts->digestAt(rows.first()) : QString();
}

bool ContentTable::onlyPlatformsSelected() const
{
    const auto rows = selectedRows();
    return m_kind == Rows::Artifacts && !rows.isEmpty()
        && std::all_of(rows.begin(), rows.end(), [this](const QModelIndex &index) { return m_artifacts->isPlatform(index); });
}

void ContentTable::openRow(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const int row = m_rows->mapToSource(index).row();
    if (m_kind == Rows::Registries)
        Q_EMIT opened({m_place.connectionId, m_registries->rowAt(row).name, {}});
    else if (m_kind == Rows::Images)
        Q_EMIT opened({m_place.connectionId, m_place.registry, m_images->rowAt(row).name});
    else if (m_kind == Rows::Artifacts && !index.parent().isValid())
        m_view->setExpanded(index.siblingAtColumn(0), !m_view->isExpanded(index.siblingAtColumn(0)));
}

} // namespace berth
