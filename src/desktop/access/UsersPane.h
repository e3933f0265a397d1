// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/roles/Users.h"
#include "desktop/lists/PagedLoader.h"
#include "desktop/panes/ListTool.h"

class QLabel;
class QPushButton;

namespace berth {

class FactGrid;
class RoleTable;
class ToolDetails;
class UserModel;

inline QString rowKey(const User &row) { return row.name; }

/// The users of a server with their roles, and what comes without a key.
class UsersPane final : public ListTool {
    Q_OBJECT

public:
    explicit UsersPane(QWidget *parent);
    ~UsersPane() override;

    void refresh() override;
    void deleteSelection() override;

protected:
    void sessionChanged(bool isOther) override;
    void rightsChanged() override;
    void selectionChanged() override;
    void moreWanted() override { m_loader.more(); }
    void resizeEvent(QResizeEvent *event) override;

private:
    QCoro::Task<Result<RowPage<User>>> fetch(QString cursor);
    void layOutDetails();
    void edit();
    void openDialog(const User &user);
    void showDetails(const User *user);
    void updateActions();
    QList<User> selected() const;
    bool anonymousSelected() const;

    UserModel *m_model;
    QLabel *m_count;
    QPushButton *m_create;
    QPushButton *m_edit;
    QPushButton *m_keys;
    QPushButton *m_delete;
    ToolDetails *m_details;
    RoleTable *m_roles;
    QLabel *m_hint;
    FactGrid *m_registries;
    FactGrid *m_facts;
    int m_registriesTab = 0;
    qint64 m_total = 0;  ///< Of all pages.
    QString m_anonymous; ///< Of the server; empty: not known.
    QString m_wanted;    ///< To be selected once the rows are here.
    PagedLoader<User> m_loader;
};

} // namespace berth
