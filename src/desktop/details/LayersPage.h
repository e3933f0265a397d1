// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/details/ContentPage.h"

class QLabel;
class QStandardItemModel;

namespace berth {

class CodeLine;
class StackBar;
class TableView;

/// The layers of an image: how large each is, beside the command that made it.
class LayersPage final : public ContentPage {
    Q_OBJECT

public:
    LayersPage(ArtifactContent &content, QWidget *parent);

protected:
    void write() override;
    QString nothing() const override;

private:
    LayersPage(ArtifactContent &content, QWidget *body, QWidget *parent);

    StackBar *m_strip;
    QLabel *m_sum;
    QStandardItemModel *m_model;
    TableView *m_view;
    CodeLine *m_command;
};

} // namespace berth
