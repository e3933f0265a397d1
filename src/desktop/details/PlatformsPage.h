// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "client/roles/Types.h"

class QStandardItemModel;

namespace berth {

class CodeLine;
class TableView;

/// The platforms of an index, and the command that pulls the selected one.
class PlatformsPage final : public QWidget {
    Q_OBJECT

public:
    explicit PlatformsPage(QWidget *parent);

    /// `reference` names the index as docker writes it, "host/registry/image:tag".
    void setArtifact(const ArtifactSummary &artifact, const QString &reference);

private:
    QString m_reference;
    QStandardItemModel *m_model;
    TableView *m_view;
    CodeLine *m_command;
};

} // namespace berth
