// SPDX-License-Identifier: Apache-2.0
#include "desktop/details/ContentPage.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "desktop/panes/ArtifactContent.h"
#include "desktop/parts/StatePage.h"
#include "desktop/sessions/SessionProblem.h"

namespace berth {

ContentPage::ContentPage(ArtifactContent &content, QWidget *body, QWidget *parent)
    : DetailPage(parent)
    , m_content(content)
    , m_pages(new QStackedWidget(this))
    , m_body(body)
    , m_state(new StatePage(this))
{
    m_pages->addWidget(m_body);
    m_pages->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connect(&m_content, &ArtifactContent::changed, this, &ContentPage::update);
    connect(m_state, &StatePage::primaryTriggered, this, [this] {
        m_state->setBusy(true);
        m_content.need();
    });
}

bool ContentPage::showsContent() const { return m_pages->currentWidget() == m_body; }

void ContentPage::showEvent(QShowEvent *event)
{
    DetailPage::showEvent(event);
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
        m_pages->setCurrentWidget(m_state);
    } else if (!m_content.details()) {
        m_state->show({"wait", Tint::Text3, tr("Loading…"), {}, {}, {}, {}});
        m_pages->setCurrentWidget(m_state);
    } else if (const QString reason = nothing(); !reason.isEmpty()) {
        m_state->show({"info", Tint::Text3, reason, {}, {}, {}, {}});
        m_pages->setCurrentWidget(m_state);
    } else {
        write();
        m_pages->setCurrentWidget(m_body);
    }
}

} // namespace berth
