// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QWidget>

#include "client/Upkeep.h"

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTabBar;
class QVBoxLayout;

namespace berth {

class Banner;
class LabelledField;
class TableView;

/// Below the trash: how the selected deletion comes back, and what is in it.
class TrashDetails : public QWidget {
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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addConflict(const TrashConflict &conflict);
    void addFact(const QString &name, const QString &value, bool isMono = false);

    QTabBar *m_tabs;
    QLabel *m_subject;
    QStackedWidget *m_pages;
    QLabel *m_hint;
    Banner *m_banner;
    QVBoxLayout *m_fields;
    QGridLayout *m_facts;
    QPushButton *m_restore;
    TableView *m_view;
    QStandardItemModel *m_artifacts;
    QPushButton *m_restoreSome;
    QMap<QString, QLineEdit *> m_names; ///< By old name.
    QStringList m_lost;                 ///< Tags whose artifact is not there.
};

} // namespace berth
