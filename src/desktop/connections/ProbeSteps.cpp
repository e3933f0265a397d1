// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/ProbeSteps.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/ErrorText.h"
#include "desktop/parts/Parts.h"

namespace berth {

QString probeStepName(ProbeStep::Kind kind)
{
    switch (kind) {
    case ProbeStep::Kind::Name: return ProbeSteps::tr("Name");
    case ProbeStep::Kind::Tcp: return ProbeSteps::tr("Connection");
    case ProbeStep::Kind::Tls: return ProbeSteps::tr("Certificate");
    case ProbeStep::Kind::Registry: return ProbeSteps::tr("Registry protocol");
    case ProbeStep::Kind::SignIn: return ProbeSteps::tr("Sign-in");
    case ProbeStep::Kind::Api: return ProbeSteps::tr("Content");
    }
    return {};
}

ProbeSteps::ProbeSteps(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
}

void ProbeSteps::show(const QList<ProbeStep> &steps)
{
    while (auto *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &step : steps) {
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto *glyph = new QLabel(line);
        const bool failed = step.state == ProbeStep::State::Failed;
        const bool passed = step.state == ProbeStep::State::Passed || step.state == ProbeStep::State::NotNeeded;
        glyph->setPixmap(icon(failed ? "error"
                : passed             ? "ok"
                                     : "wait",
            failed       ? Tint::Danger
                : passed ? Tint::Ok
                         : Tint::Text3)
                             .pixmap(QSize(16, 16), devicePixelRatioF()));
        auto *name = makeLabel(probeStepName(step.kind), failed ? TextRole::BodyStrong : TextRole::Body, failed ? Shade::Danger : Shade::Text, line);
        name->setMinimumWidth(fontMetrics().horizontalAdvance(probeStepName(ProbeStep::Kind::Registry)) + 12);
        auto *finding = makeLabel(step.state == ProbeStep::State::NotReached ? tr("not reached") : errorText(step.finding), TextRole::Body,
            failed ? Shade::Text : Shade::Text3, line);
        finding->setWordWrap(true);
        row->addWidget(glyph, 0, Qt::AlignTop);
        row->addWidget(name, 0, Qt::AlignTop);
        row->addWidget(finding, 1);
        if (passed && step.tookMs > 0)
            row->addWidget(makeLabel(tr("%1 ms").arg(step.tookMs), TextRole::Caption, Shade::Text3, line), 0, Qt::AlignTop);
        line->setAccessibleName(QStringLiteral("%1: %2").arg(probeStepName(step.kind), finding->text()));
        m_column->addWidget(line);
    }
}

} // namespace berth
