// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QObject>

#include <QCoroTask>

#include "client/roles/Management.h"
#include "core/Result.h"

namespace berth {

/// What tells a row from the others of its list.
inline QString rowKey(const RegistrySummary &row) { return row.name; }
inline QString rowKey(const ImageSummary &row) { return row.name; }
inline QString rowKey(const ArtifactSummary &row) { return row.digest + row.tags.join(QLatin1Char(' ')); } // comes again with other tags
inline QString rowKey(const TagSummary &row) { return row.name; }

/// For a fetch whose server has gone meanwhile.
template <class Row> QCoro::Task<Result<QList<Row>>> cancelledPage() { co_return fail(ErrorCode::Cancelled, "Cancelled"); }

/// Fetches a list page by page for whoever shows it. A new start() or the end of `context` makes answers under way be ignored.
template <class Row> class PagedLoader {
public:
    using Fetch = std::function<QCoro::Task<Result<QList<Row>>>(int page)>;

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

    enum class End { ShortPage, EmptyPage };

    /// `atLeast` rows are fetched before reset(), so that a refresh keeps its place. `end` says what the last page looks like.
    void start(Fetch fetch, qsizetype atLeast = 0, End end = End::ShortPage)
    {
        m_end = end;
        m_lastKeys.clear();
        ++m_generation;
        m_fetch = std::move(fetch);
        m_gathered.clear();
        m_page = 0;
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
        QCoro::connect(m_fetch(++m_page), m_context, [this, generation](const Result<QList<Row>> &page) {
            if (generation == m_generation)
                take(page);
        });
    }

    bool hasMore() const { return m_hasMore; }
    bool isLoading() const { return m_loading; }
    /// False once the first rows are here: what fails then is the rest.
    bool isFirst() const { return m_isFirst; }

private:
    void take(const Result<QList<Row>> &page)
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
        for (const auto &row : *page)
            keys << rowKey(row);
        // A page like the one before it ends the list, too: some servers repeat the last one for ever.
        const bool isNew = !keys.isEmpty() && keys != m_lastKeys;
        m_lastKeys = keys;
        m_hasMore = isNew && (m_end == End::EmptyPage || page->size() >= Management::pageSize);
        if (!isNew && !m_isFirst) {
            m_receiver.settled(false);
            return;
        }
        if (m_isFirst) {
            if (isNew)
                m_gathered += *page;
            if (m_hasMore && m_gathered.size() < m_atLeast) {
                more();
                return;
            }
            m_isFirst = false;
            m_receiver.reset(std::exchange(m_gathered, {}));
        } else {
            m_receiver.append(*page);
        }
        m_receiver.settled(m_hasMore);
    }

    QObject *m_context;
    Receiver m_receiver;
    Fetch m_fetch;
    QList<Row> m_gathered;
    QStringList m_lastKeys; ///< Of the page before.
    End m_end = End::ShortPage;
    quint64 m_generation = 0;
    qsizetype m_atLeast = 0;
    int m_page = 0;
    bool m_hasMore = false;
    bool m_isFirst = true;
    bool m_loading = false;
};

} // namespace berth
