// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

#include "client/roles/Types.h"
#include "desktop/browse/PagedLoader.h"

class QLineEdit;
class QPushButton;

namespace berth {

class Banner;
class Session;
class TableView;
class TagTableModel;

/// The tags of the selected artifact: list, create, move, delete.
class TagsPage : public QWidget {
    Q_OBJECT

public:
    explicit TagsPage(QWidget *parent);
    ~TagsPage() override;

    /// `session` is borrowed; null clears the page.
    void setArtifact(Session *session, const QString &registry, const QString &image, const QString &digest);
    void refresh();
    QStringList selectedTags() const;

Q_SIGNALS:
    void createRequested();
    void moveRequested(const QString &tag);
    void deleteRequested(const QStringList &tags);

private:
    void updateActions();

    QPointer<Session> m_session;
    QString m_registry, m_image, m_digest;
    TagTableModel *m_model;
    TableView *m_view;
    QLineEdit *m_filter;
    QPushButton *m_create;
    QPushButton *m_move;
    QPushButton *m_delete;
    Banner *m_banner;
    std::unique_ptr<PagedLoader<TagSummary>> m_loader;
};

} // namespace berth
