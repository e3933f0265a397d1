// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/details/ContentPage.h"

class QStandardItemModel;

namespace berth {

class Segments;
class TableView;

/// How an image was built, step by step, the newest first.
class HistoryPage final : public ContentPage {
    Q_OBJECT

public:
    HistoryPage(ArtifactContent &content, QWidget *parent);

protected:
    void write() override;
    QString nothing() const override;

private:
    HistoryPage(ArtifactContent &content, QWidget *body, QWidget *parent);
    void list();
    void copy() const;

    Segments *m_which;
    QStandardItemModel *m_model;
    TableView *m_view;
};

} // namespace berth
