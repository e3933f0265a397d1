// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

#include "client/roles/Types.h"
#include "desktop/sessions/Place.h"

namespace berth {

class ConnectionList;
class Session;

/// What the text in the search field finds: places, images, tags, and what can be done. Sections stand in rows of their own.
class SearchModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IsCaptionRole = Qt::UserRole,
        GlyphNameRole,
        WhereRole, ///< Second text: the way to it.
        NoteRole,  ///< At the right: a count, a date, keys.
    };

    /// Borrowed; the actions are those of the main menu.
    SearchModel(ConnectionList &connections, QList<QAction *> actions, QObject *parent);

    /// Searches anew; answers of an earlier text are dropped.
    void setText(const QString &text);
    QString text() const { return m_text; }

    /// What could not be searched, in a sentence; empty if all was.
    QString missing() const;
    bool isBusy() const { return m_waiting > 0; }

    /// The place of a row; a connection id that is empty: none. `tag` gets the tag of a found one.
    Place placeAt(int row, QString *tag) const;
    /// The deed of a row, or null.
    QAction *actionAt(int row) const;
    /// The first row at or after `row` (step 1) or before it (-1) that can be chosen; -1 if none.
    int nextHit(int row, int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void searched();

private:
    struct Hit {
        bool isCaption = false;
        QString glyph, title, where, note;
        Place place;
        QString tag;
        QPointer<QAction> action;
    };
    struct Found {
        QString connectionId, connectionName;
        SearchResult result;
    };

    void ask(Session &session);
    void layOut();
    bool canChoose(int row) const;

    ConnectionList &m_connections;
    QList<QAction *> m_actions;
    QString m_text;
    QList<Hit> m_hits;
    QList<Found> m_found;
    QStringList m_failed;    ///< Names of connections that did not answer.
    QStringList m_away;      ///< Those that are not connected.
    QStringList m_tagless;   ///< Those whose tags were not searched.
    QStringList m_cut;       ///< Those whose time was over before all names were looked at, in a sentence each.
    quint64 m_generation = 0;
    int m_waiting = 0;
};

} // namespace berth
