// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "core/Rights.h"

class QGridLayout;
class QLabel;

namespace berth {

/// The four roles and what each may do; one of them marked.
class RoleTable : public QWidget {
    Q_OBJECT

public:
    explicit RoleTable(QWidget *parent);
    void setMarked(std::optional<Role> role);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QGridLayout *m_grid;
    QList<QLabel *> m_names; ///< In the order of the rows.
    int m_marked = -1;
};

} // namespace berth
