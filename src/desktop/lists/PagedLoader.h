// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QObject>

#include <QCoroTask>

#include "client/roles/RowPage.h"
#include "client/roles/Types.h"
#include "core/Result.h"

namespace berth {

/// What tells a row from the others of its list.
inline QString rowKey(const RegistrySummary &row) { return row.name; }
inline QString rowKey(const ImageSummary &row) { return row.name; }
inline QString rowKey(const ArtifactSummary &row) { return row.digest + row.tags.join(QLatin1Char(' ')); } // comes again with other tags
inline QString rowKey(const TagSummary &row) { return row.name; }

/// For a fetch whose server has gone meanwhile.
template <class Row> QCoro::Task<Result<RowPage<Row>>> cancelledPage() { co_return fail(ErrorCode::Cancelled, "Cancelled"); }

/// Fetches a list page by page for whoever shows it. A new start() or the end of `context` makes answers under way be ignored.
template <class Row> class PagedLoader {
public:
    using Fetch = std::function<QCoro::Task<Result<RowPage<Row>>>(QString cursor)>;

    struct Receiver {
        std::function<void(QList<Row>)> reset;          ///< The first rows, or all that were loaded before a refresh.
        std::function<void(const QList<Row> &)> append; ///< The next page.
        std::function<void(const Error &)> failed;
        std::function<void(bool hasMore)> settled;      ///< After each page.
    };

    PagedLoader(QObject *context, Receiver receiver)
        : m_context(context)
        , m_receiver(std::move(receiver))
    {
    }

    /// `atLeast` rows are fetched before reset(), so that a refresh keeps its place.
    void start(Fetch fetch, qsizetype atLeast = 0)
    {
        m_lastKeys.clear();
        ++m_generation;
        m_fetch = std::move(fetch);
        m_gathered.clear();
        m_cursor.clear();
        m_hasMore = true;
        m_isFirst = true;
        m_atLeast = atLeast;
        m_loading = false;
        more();
    }

    void stop()
    {
        ++m_generation;
        m_hasMore = false;
        m_loading = false;
    }

    /// Fetches the next page unless one is under way or all are here.
    void more()
    {
        if (m_loading || !m_hasMore)
            return;
        m_loading = true;
        const auto generation = m_generation;
        QCoro::connect(m_fetch(m_cursor), m_context, [this, generation](const Result<RowPage<Row>> &page) {
            if (generation == m_generation)
                take(page);
        });
    }

    bool hasMore() const { return m_hasMore; }
    bool isLoading() const { return m_loading; }
    /// False once the first rows are here: what fails then is the rest.
    bool isFirst() const { return m_isFirst; }

private:
    void take(const Result<RowPage<Row>> &page)
    {
        m_loading = false;
        if (!page) {
            m_hasMore = false;
            if (page.error().code == ErrorCode::Cancelled)
                return; // the driver is going away, perhaps this list as well
            m_receiver.failed(page.error());
            return;
        }
        QStringList keys;
        for (const auto &row : page->rows)
            keys << rowKey(row);
        // A page like the one before it ends the list, too: some servers repeat the last one for ever.
        const bool isRepeated = !keys.isEmpty() && keys == m_lastKeys;
        m_lastKeys = keys;
        m_cursor = page->next;
        m_hasMore = !page->next.isEmpty() && !isRepeated;
        if (!isRepeated)
            m_gathered += page->rows;
        if (m_hasMore && m_gathered.size() < (m_isFirst ? qMax<qsizetype>(1, m_atLeast) : 1)) {
            more();
            return;
        }
        if (std::exchange(m_isFirst, false))
            m_receiver.reset(std::exchange(m_gathered, {}));
        else if (!m_gathered.isEmpty())
            m_receiver.append(std::exchange(m_gathered, {}));
        m_receiver.settled(m_hasMore);
    }

    QObject *m_context;
    Receiver m_receiver;
    Fetch m_fetch;
    QList<Row> m_gathered;
    QStringList m_lastKeys; ///< Of the page before.
    quint64 m_generation = 0;
    qsizetype m_atLeast = 0;
    QString m_cursor; ///< Of the next page.
    bool m_hasMore = false;
    bool m_isFirst = true;
    bool m_loading = false;
};

} // namespace berth
