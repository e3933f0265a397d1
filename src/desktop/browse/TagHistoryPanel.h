// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

#include "client/roles/TagHistory.h"
#include "desktop/lists/PagedLoader.h"

class QLabel;

namespace berth {

class RichList;
class Session;

inline QString rowKey(const TagHistoryEntry &change) { return change.at.toString(Qt::ISODateWithMs) + change.digest; }

/// Who moved one tag from what to what, newest first.
class TagHistoryPanel : public QWidget {
    Q_OBJECT

public:
    explicit TagHistoryPanel(QWidget *parent);
    ~TagHistoryPanel() override;

    /// `session` is borrowed and may go; an empty tag shows that one is to be selected.
    void setTag(Session *session, const QString &registry, const QString &image, const QString &tag);
    void refresh();

private:
    void add(const QList<TagHistoryEntry> &changes, bool isFirst);

    QPointer<Session> m_session;
    QString m_registry, m_image, m_tag;
    QLabel *m_title;
    QLabel *m_note;
    RichList *m_list;
    PagedLoader<TagHistoryEntry> m_loader;
    QList<TagHistoryEntry> m_changes;
};

} // namespace berth
