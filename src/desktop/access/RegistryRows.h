// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QStringList>
#include <QWidget>

#include "core/Rights.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace berth {

/// Picks registries by name, each with a role if asked for; those that do not exist yet can be named as well.
class RegistryRows : public QWidget {
    Q_OBJECT

public:
    explicit RegistryRows(QWidget *parent = nullptr);

    /// `known` are offered; `what` names the field. Before anything is put in.
    void offer(const QString &what, const QStringList &known, bool withRoles);
    void setRegistries(const QMap<QString, Role> &registries);
    QMap<QString, Role> registries() const;
    QStringList names() const { return m_roles.keys(); }
    /// Nothing in the list, and no name being typed.
    bool isEmpty() const;
    /// Adds the name that is still in the field; false if it is none, which is then said.
    bool takePending();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void addRow(const QString &name, Role role);
    void sayError(const QString &error);

    bool m_withRoles = false;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QLineEdit *m_name;
    QPushButton *m_add;
    QLabel *m_error;
    QMap<QString, QComboBox *> m_roles; ///< Null without roles.
};

/// Puts the roles into a combo, each with what it may do where there is room for that.
void addRoles(QComboBox &combo, bool withMeaning);

} // namespace berth
