// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/ContentColumns.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>

#include "desktop/browse/ArtifactTreeModel.h"
#include "desktop/browse/ListModels.h"
#include "desktop/browse/TagRowModel.h"
#include "desktop/lists/RowFilter.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/DateText.h"
#include "desktop/style/Theme.h"

namespace berth {

namespace {

/// The order in which servers give their rows, so that nothing moves while they come.
constexpr std::array serversOrder{
    ContentColumns::Sorting{RegistryTableModel::NameColumn, Qt::AscendingOrder},
    ContentColumns::Sorting{ImageTableModel::NameColumn, Qt::AscendingOrder},
    ContentColumns::Sorting{ArtifactTreeModel::PushedColumn, Qt::DescendingOrder},
    ContentColumns::Sorting{TagRowModel::PushedColumn, Qt::DescendingOrder},
};

/// From the longest value that a column usually has.
QList<int> usualWidths(ContentRows kind, const QFontMetrics &metrics)
{
    const int mono = QFontMetrics(fontFor(TextRole::Mono)).horizontalAdvance(QStringLiteral("7a398144c5a2"));
    const int date = dateWidth(metrics) + 20;
    const int number = metrics.horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24;
    const int platform = metrics.horizontalAdvance(QStringLiteral("linux/ppc64le")) + 24;
    switch (kind) {
    case ContentRows::Registries: return {200, mono * 5 / 2 + 24, number, number, date};
    case ContentRows::Images: return {200, number, number, number, number, date};
    case ContentRows::Artifacts: return {mono + 84, 200, platform, number, date, date};
    case ContentRows::Tags: break;
    }
    return {200, mono + 24, platform, number, date, date};
}

} // namespace

ContentColumns::ContentColumns(TableView &view, RowFilter &rows)
    : m_view(view)
    , m_rows(rows)
    , m_sorting(serversOrder)
{
}

void ContentColumns::leave(ContentRows kind) { m_headers.at(std::size_t(kind)) = m_view.header()->saveState(); }

void ContentColumns::enter(ContentRows kind)
{
    m_kind = kind;
    auto *header = m_view.header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    const QFontMetrics metrics(m_view.font());
    const auto widths = usualWidths(kind, metrics);
    for (int section = 0; section < widths.size(); ++section) {
        const int title = metrics.horizontalAdvance(m_rows.headerData(section, Qt::Horizontal).toString()) + 26;
        m_view.setColumnWidth(section, qMax(widths.at(section), title));
    }
    if (const auto &left = m_headers.at(std::size_t(kind)); !left.isEmpty())
        header->restoreState(left);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(kind == ContentRows::Artifacts ? 1 : 0, QHeaderView::Stretch);
    const auto &[column, order] = sorting(kind);
    header->setSortIndicator(column, order);
    m_rows.sort(column, order);
}

void ContentColumns::fit(int width)
{
    if (m_kind != ContentRows::Artifacts && m_kind != ContentRows::Tags)
        return;
    const int sorted = sorting(m_kind).column;
    const auto hide = [&](int column, int room) { m_view.setColumnHidden(column, width < room && column != sorted); };
    hide(ArtifactTreeModel::PulledColumn, 820); // the same columns by tag
    hide(ArtifactTreeModel::PlatformColumn, 640);
    hide(ArtifactTreeModel::SizeColumn, 560);
}

void ContentColumns::setSorting(ContentRows kind, const Sorting &sorting)
{
    m_sorting.at(std::size_t(kind)) = sorting;
    m_view.header()->setSortIndicator(sorting.column, sorting.order);
}

bool ContentColumns::isSorted(ContentRows kind) const
{
    const auto &servers = serversOrder.at(std::size_t(kind));
    return sorting(kind).column != servers.column || sorting(kind).order != servers.order;
}

QByteArray ContentColumns::state(ContentRows now) const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    auto headers = m_headers;
    headers.at(std::size_t(now)) = m_view.header()->saveState();
    out << qint32(1) << qint32(contentRowKinds);
    for (std::size_t i = 0; i < headers.size(); ++i)
        out << headers[i] << qint32(m_sorting[i].column) << qint32(m_sorting[i].order);
    return state;
}

bool ContentColumns::restore(const QByteArray &state)
{
    QDataStream in(state);
    qint32 version = 0, count = 0;
    in >> version >> count;
    if (version != 1 || count != contentRowKinds)
        return false;
    for (std::size_t i = 0; i < m_headers.size(); ++i) {
        QByteArray header;
        qint32 column = 0, order = 0;
        in >> header >> column >> order;
        if (in.status() != QDataStream::Ok || column < 0 || column > 5)
            return false;
        m_headers[i] = header;
        m_sorting[i] = {column, order == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder};
    }
    return true;
}

} // namespace berth
