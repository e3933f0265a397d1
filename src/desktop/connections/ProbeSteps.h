// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "client/probe/ConnectionProbe.h"

class QLabel;
class QVBoxLayout;

namespace berth {

/// What a test of a connection has found so far: a line a step, the failing one with its remedy.
class ProbeSteps : public QWidget {
    Q_OBJECT

public:
    explicit ProbeSteps(QWidget *parent = nullptr);
    void show(const QList<ProbeStep> &steps);

private:
    QVBoxLayout *m_column;
};

/// The step as a person calls it.
QString probeStepName(ProbeStep::Kind kind);

} // namespace berth
