// SPDX-License-Identifier: Apache-2.0
#include "desktop/details/ContentPage.h"

#include "desktop/connections/SessionProblem.h"
#include "desktop/details/ArtifactContent.h"
#include "desktop/parts/StatePage.h"

namespace berth {

ContentPage::ContentPage(ArtifactContent &content, QWidget *body, QWidget *parent)
    : QStackedWidget(parent)
    , m_content(content)
    , m_body(body)
    , m_state(new StatePage(this))
{
    addWidget(m_body);
    addWidget(m_state);
    connect(&m_content, &ArtifactContent::changed, this, &ContentPage::update);
    connect(m_state, &StatePage::primaryTriggered, this, [this] {
        m_state->setBusy(true);
        m_content.need();
    });
}

void ContentPage::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    update();
}

void ContentPage::update()
{
    if (!isVisible())
        return;
    if (!m_content.error())
        m_content.need();
    if (m_content.error()) {
        auto problem = problemOf(tr("The content could not be read"), *m_content.error());
        problem.secondary.clear();
        m_state->show(problem);
        setCurrentWidget(m_state);
    } else if (!m_content.details()) {
        m_state->show({"wait", Tint::Text3, tr("Loading…"), {}, {}, {}, {}});
        setCurrentWidget(m_state);
    } else if (const QString reason = nothing(); !reason.isEmpty()) {
        m_state->show({"info", Tint::Text3, reason, {}, {}, {}, {}});
        setCurrentWidget(m_state);
    } else {
        write();
        setCurrentWidget(m_body);
    }
}

} // namespace berth
