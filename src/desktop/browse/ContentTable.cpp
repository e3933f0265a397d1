// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/ContentTable.h"

#include <QCheckBox>
#include <QDataStream>
#include <QIODevice>
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
#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/RowFilter.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/ActionBar.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/Session.h"

namespace berth {

namespace {

constexpr int kindCount = 4;
using Rows = ContentTable::Rows;

/// The order in which servers give their rows, so that nothing moves while they come.
constexpr std::array serversOrder{
    ContentTable::Sorting{RegistryTableModel::NameColumn, Qt::AscendingOrder},
    ContentTable::Sorting{ImageTableModel::NameColumn, Qt::AscendingOrder},
    ContentTable::Sorting{ArtifactTreeModel::PushedColumn, Qt::DescendingOrder},
    ContentTable::Sorting{TagRowModel::PushedColumn, Qt::DescendingOrder},
};

} // namespace

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
               rememberSelection();
               m_images->reset(std::move(rows));
               rowsReset();
           },
              [this](const QList<ImageSummary> &rows) { m_images->append(rows); }, [this](const Error &error) { failed(error); },
              [this](bool more) { settled(more); }})
    , m_artifactLoader(this,
          {[this](QList<ArtifactSummary> rows) {
               rememberSelection();
               m_tags->reset(rows);
               m_artifacts->reset(std::move(rows));
               rowsReset();
           },
              [this](const QList<ArtifactSummary> &rows) {
                  m_tags->append(rows);
                  m_artifacts->append(rows);
              },
              [this](const Error &error) { failed(error); }, [this](bool more) { settled(more); }})
    , m_sorting(serversOrder.begin(), serversOrder.end())
    , m_headers(kindCount)
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
        rememberSelection();
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
        const auto &[sorted, order] = m_sorting.at(int(m_kind));
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
        rememberSelection();
    } else {
        m_selectedKeys.clear();
        m_scroll = 0;
    }
    m_session = session;
    bind(place, Former::Drop);
    load(0);
    Q_EMIT selectionChanged();
}

void ContentTable::bind(const Place &place, Former rows)
{
    if (m_rows->sourceModel())
        m_headers[int(m_kind)] = m_view->header()->saveState();
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
    const QString names[] = {tr("Registries"), tr("Images"), tr("Artifacts"), tr("Tags")};
    m_view->setAccessibleName(names[int(m_kind)]);
    m_view->setRootIsDecorated(m_kind == Rows::Artifacts);
    m_view->setIndentation(22);
    m_by->setVisible(m_kind >= Rows::Artifacts);
    m_untagged->setVisible(m_kind == Rows::Artifacts);
    layOutColumns();
}

void ContentTable::layOutColumns()
{
    auto *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    // Widths come from the longest value that a column usually has.
    const QFontMetrics metrics(m_view->font());
    const int mono = QFontMetrics(fontFor(TextRole::Mono)).horizontalAdvance(QStringLiteral("7a398144c5a2"));
    const int date = dateWidth(metrics) + 20;
    const int number = metrics.horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24;
    const int platform = metrics.horizontalAdvance(QStringLiteral("linux/ppc64le")) + 24;
    const QList<int> allWidths[] = {{200, mono * 5 / 2 + 24, number, number, date}, {200, number, number, number, number, date},
        {mono + 84, 200, platform, number, date, date}, {200, mono + 24, platform, number, date, date}};
    const auto &widths = allWidths[int(m_kind)];
    for (int section = 0; section < widths.size(); ++section) {
        const int title = metrics.horizontalAdvance(m_rows->headerData(section, Qt::Horizontal).toString()) + 26;
        m_view->setColumnWidth(section, qMax(widths.at(section), title));
    }
    if (!m_headers.at(int(m_kind)).isEmpty())
        header->restoreState(m_headers.at(int(m_kind)));
    header->setSectionsMovable(false);
    header->setSectionResizeMode(m_kind == Rows::Artifacts ? 1 : 0, QHeaderView::Stretch);
    const auto &[column, order] = m_sorting.at(int(m_kind));
    header->setSortIndicator(column, order);
    m_rows->sort(column, order);
    fitColumns();
}

void ContentTable::sortBy(int column, Qt::SortOrder order)
{
    m_sorting[int(m_kind)] = {column, order};
    m_view->header()->setSortIndicator(column, order);
    m_sortWaits = m_hasMore;
    if (m_sortWaits) // what the server cannot sort is sorted once all of it is here
        more();
    else
        m_rows->sort(column, order);
    updateCount();
}

QByteArray ContentTable::layoutState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    auto headers = m_headers;
    headers[int(m_kind)] = m_view->header()->saveState();
    out << qint32(1) << qint32(kindCount);
    for (int i = 0; i < kindCount; ++i)
        out << headers.at(i) << qint32(m_sorting.at(i).column) << qint32(m_sorting.at(i).order);
    return state;
}

void ContentTable::restoreLayout(const QByteArray &state)
{
    QDataStream in(state);
    qint32 version = 0, count = 0;
    in >> version >> count;
    if (version != 1 || count != kindCount)
        return;
    for (int i = 0; i < kindCount; ++i) {
        QByteArray header;
        qint32 column = 0, order = 0;
        in >> header >> column >> order;
        if (in.status() != QDataStream::Ok || column < 0 || column > 5)
            return;
        m_headers[i] = header;
        m_sorting[i] = {column, order == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder};
    }
    layOutColumns();
}

/// In a narrow window columns go in the order Pulled, Platforms, Size; name, tags and the sorted column stay.
void ContentTable::fitColumns()
{
    if (m_kind != Rows::Artifacts && m_kind != Rows::Tags)
        return;
    const int sorted = m_sorting.at(int(m_kind)).column;
    const auto hide = [&](int column, int room) { m_view->setColumnHidden(column, width() < room && column != sorted); };
    hide(ArtifactTreeModel::PulledColumn, 820); // the same columns by tag
    hide(ArtifactTreeModel::PlatformColumn, 640);
    hide(ArtifactTreeModel::SizeColumn, 560);
}

void ContentTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_filter->setMaximumWidth(width() < 760 ? 120 : 180);
    fitColumns();
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
    rememberSelection();
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
    const auto &[column, order] = m_sorting.at(int(m_kind));
    const auto &servers = serversOrder.at(std::size_t(m_kind));
    const bool sorts = column != servers.column || order != servers.order;
    // A short page is most likely the last: where only an empty one says so, it is asked for at once.
    const bool nearEnd = (m_place.level() == Place::Level::Images ? m_images->rowCount() : m_artifacts->rowCount()) % rowsPerPage != 0;
    if (hasMore && (sorts || nearEnd || !m_filter->text().isEmpty())) {
        m_sortWaits = sorts;
        more();
    } else if (!hasMore && m_sortWaits) {
        m_sortWaits = false;
        m_rows->sort(column, order);
    }
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

void ContentTable::rememberSelection()
{
    if (!m_view->selectionModel()->hasSelection() && isEmpty())
        return;
    m_selectedKeys.clear();
    for (const auto &index : m_view->selectionModel()->selectedRows())
        m_selectedKeys << index.data(KeyRole).toString();
    m_scroll = m_view->verticalScrollBar()->value();
}

void ContentTable::restoreSelection()
{
    // Neighbours make one range: a selection of thousands of ranges costs their square.
    QItemSelection selection;
    QModelIndex first;
    QModelIndex begin, end;
    const QSet<QString> wanted(m_selectedKeys.begin(), m_selectedKeys.end());
    const int lastColumn = m_rows->columnCount() - 1;
    const auto close = [&] {
        if (begin.isValid())
            selection.select(begin, end.siblingAtColumn(lastColumn));
        begin = {};
    };
    for (int row = 0; !wanted.isEmpty() && row < m_rows->rowCount(); ++row) {
        const QModelIndex index = m_rows->index(row, 0);
        if (!wanted.contains(index.data(KeyRole).toString())) {
            close();
            continue;
        }
        if (!first.isValid())
            first = index;
        if (!begin.isValid())
            begin = index;
        end = index;
    }
    close();
    if (first.isValid()) {
        m_view->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    } else if (m_rows->rowCount() > 0 && m_place.level() == Place::Level::Artifacts) {
        m_view->setCurrentIndex(m_rows->index(0, 0)); // the details have something to say at once
    }
    m_view->verticalScrollBar()->setValue(m_scroll);
}

void ContentTable::updateCount()
{
    const int shown = m_rows->rowCount();
    const int rows = m_rows->sourceModel()->rowCount();
    const bool filtered = !m_filter->text().isEmpty();
    QString text;
    switch (m_kind) {
    case Rows::Registries: text = tr("%n registries", nullptr, rows); break;
    case Rows::Images: text = tr("%n images", nullptr, rows); break;
    case Rows::Artifacts: text = tr("%n artifacts", nullptr, rows); break;
    case Rows::Tags: text = tr("%n tags", nullptr, rows);
    }
    if (m_hasMore)
        text = m_sortWaits ? tr("sorting, %n loaded", nullptr, rows) : filtered ? tr("searching, %n loaded", nullptr, rows) : tr("%n loaded", nullptr, rows);
    else if (filtered)
        text = tr("%1 of %2").arg(shown).arg(text);
    m_bar->setCount(m_loading && rows == 0 ? tr("Loading…") : text);
    const bool nothing = shown == 0 && !m_loading && !(filtered && m_hasMore);
    if (nothing && filtered) {
        QString looked;
        switch (m_kind) {
        case Rows::Registries: looked = tr("Looked at the names of all %n registries.", nullptr, rows); break;
        case Rows::Images: looked = tr("Looked at the names of all %n images.", nullptr, rows); break;
        case Rows::Artifacts: looked = tr("Looked at the digests, tags and platforms of all %n artifacts.", nullptr, rows); break;
        case Rows::Tags: looked = tr("Looked at the names and digests of all %n tags.", nullptr, rows);
        }
        m_empty->show({"filter", Tint::Text3, tr("Nothing matches “%1”").arg(m_filter->text()), looked, {}, tr("Clear filter"), {}});
    } else if (nothing && rows > 0) {
        m_empty->show({"artifact", Tint::Text3, tr("No artifact has a tag"), tr("%n artifacts without a tag are hidden.", nullptr, rows), {}, {}, {}});
    } else if (nothing) {
        m_empty->show({"image", Tint::Text3,
            m_kind == Rows::Images     ? tr("No images yet")
                : m_kind == Rows::Tags ? tr("No tags yet")
                                       : tr("Nothing here yet"),
            tr("Drop an image archive on this window, or push one from a terminal."), {}, {}, {}});
    }
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
