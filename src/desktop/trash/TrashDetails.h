// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>

#include "client/roles/Trash.h"
#include "desktop/panes/ToolDetails.h"

class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QVBoxLayout;

namespace berth {

class Banner;
class FactGrid;
class LabelledField;
class TableView;

/// Below the trash: how the selected deletion comes back, and what is in it.
class TrashDetails : public ToolDetails {
    Q_OBJECT

public:
    explicit TrashDetails(QWidget *parent);

    /// Nothing is selected: says what to do.
    void clear(const QString &hint);
    void showContents(const TrashContents &contents);

    /// New names for the tags whose names are taken, as they stand in the fields.
    QMap<QString, QString> tagNames() const;

    /// Why it cannot be restored as it stands here; empty if it can.
    QString reasonAgainst() const;

Q_SIGNALS:
    /// Empty: everything.
    void restoreRequested(const QStringList &artifacts);
    void changed();

private:
    QWidget *makeRestorePage();
    QWidget *makeContentsPage();
    void addConflict(const RestoreConflict &conflict);

    TableView *m_view;
    QStandardItemModel *m_artifacts;
    Banner *m_banner;
    QVBoxLayout *m_fields;
    FactGrid *m_facts;
    QPushButton *m_restore;
    QPushButton *m_restoreSome;
    int m_contentsTab = 0;
    QMap<QString, QLineEdit *> m_names; ///< By old name.
    QStringList m_lost;                 ///< Tags whose artifact is not there.
};

} // namespace berth
