// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace berth {

/// How many rows a driver asks for at once.
inline constexpr int rowsPerPage = 100;

/// A part of a list.
template <class Row> struct RowPage {
    QList<Row> rows;
    QString next; ///< Where the rest begins, for the next call of the same list; opaque. Empty: this is the end.
};

/// For servers that number their pages from 1: the number is the cursor.
inline int pageNumber(const QString &cursor) { return cursor.isEmpty() ? 1 : qMax(1, cursor.toInt()); }

/// How such a list ends: with a page that is shorter than asked for, or, where the largest page is told nowhere, with an empty one only.
enum class ListEnd { ShortPage, EmptyPage };

template <class Row> RowPage<Row> numberedPage(QList<Row> rows, const QString &cursor, ListEnd end)
{
    const bool isLast = end == ListEnd::ShortPage ? rows.size() < rowsPerPage : rows.isEmpty();
    return {std::move(rows), isLast ? QString() : QString::number(pageNumber(cursor) + 1)};
}

} // namespace berth
