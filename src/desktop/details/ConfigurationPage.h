// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/details/ContentPage.h"

class QFormLayout;
class QScrollArea;
class QStandardItemModel;

namespace berth {

class TableView;

/// What an image does when it runs, its environment and its labels. Values that look like secrets are hidden until asked for.
class ConfigurationPage final : public ContentPage {
    Q_OBJECT

public:
    ConfigurationPage(ArtifactContent &content, QWidget *parent);

protected:
    void write() override;
    QString nothing() const override;

private:
    ConfigurationPage(ArtifactContent &content, QWidget *body, QWidget *parent);
    void copyValue();

    QFormLayout *m_facts;
    QWidget *m_factsBox;
    QStandardItemModel *m_model;
    TableView *m_view;
};

} // namespace berth
