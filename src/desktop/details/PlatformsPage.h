// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/panes/DetailPage.h"

class QStandardItemModel;

namespace berth {

class CodeLine;
class TableView;

/// The platforms of an index, and the command that pulls the selected one.
class PlatformsPage final : public DetailPage {
    Q_OBJECT

public:
    explicit PlatformsPage(QWidget *parent);

    void setSubject(const Subject &subject) override;

private:
    QString m_reference;
    QStandardItemModel *m_model;
    TableView *m_view;
    CodeLine *m_command;
};

} // namespace berth
