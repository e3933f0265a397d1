// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/roles/AccessKeys.h"
#include "desktop/panes/ListTool.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;

namespace berth {

class Banner;
class FactGrid;
class KeyModel;
class ToolDetails;

/// The access keys of one user of a server: made, limited, renewed, switched off and deleted. An administrator sees those of every user.
class KeysPane final : public ListTool {
    Q_OBJECT

public:
    explicit KeysPane(QWidget *parent);

    void setSubject(const QString &user) override { m_owner = user; }
    void refresh() override;
    void deleteSelection() override;

protected:
    void sessionChanged(bool isOther) override;
    void rightsChanged() override;
    void selectionChanged() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QCoro::Task<> load();
    QCoro::Task<> loadOwners();
    QCoro::Task<> renew(AccessKey key);
    QCoro::Task<> setDisabled(QStringList ids, bool disabled);
    void forget();
    void layOutColumns();
    void connectParts();
    void layOutDetails();
    void create();
    void edit();
    void askToRenew(const AccessKey &key);
    void showSecret(const MadeAccessKey &made, const Connection &connection, bool isKept);
    void adviseChange();
    void showDetails(const AccessKey &key);
    void updateActions();
    QList<AccessKey> selected() const;
    bool isOwn(const AccessKey &key) const;

    QString m_owner; ///< Empty: the person's own.
    AccessKeyList m_list;
    quint64 m_keysAsked = 0;
    quint64 m_ownersAsked = 0;
    KeyModel *m_model;
    QComboBox *m_whose;
    QLabel *m_count;
    QPushButton *m_create;
    QPushButton *m_edit;
    QPushButton *m_renew;
    QPushButton *m_disable;
    QPushButton *m_delete;
    QPushButton *m_users;
    Banner *m_advice;
    ToolDetails *m_details;
    QBoxLayout *m_columns;
    FactGrid *m_left;
    FactGrid *m_right;
};

} // namespace berth
