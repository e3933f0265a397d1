// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/DetailsPane.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "desktop/browse/InformationPage.h"
#include "desktop/browse/TagsPage.h"
#include "desktop/connections/Session.h"
#include "desktop/parts/Parts.h"

namespace berth {

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_subject(makeLabel({}, TextRole::Mono, Shade::Text3, this))
    , m_toggle(makeIconButton("panel", tr("Close details"), this))
    , m_pages(new QStackedWidget(this))
    , m_information(new InformationPage(this))
    , m_tags(new TagsPage(this))
    , m_hint(makeLabel({}, TextRole::Body, Shade::Text3, this))
{
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_pages->addWidget(m_information);
    m_pages->addWidget(m_tags);
    m_pages->addWidget(m_hint);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->setContentsMargins(6, 0, 14, 0);
    bar->addWidget(m_tabs);
    bar->addStretch();
    bar->addWidget(m_subject);
    bar->addWidget(m_toggle);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 4);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_pages->currentWidget() != m_hint)
            m_pages->setCurrentIndex(qMax(0, tab));
    });
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    setTabs(false, 0);
}

void DetailsPane::setTabs(bool withTags, qint64 tagCount)
{
    if (m_tabs->count() == 0)
        m_tabs->addTab(tr("Information"));
    const QString tagsTitle = tr("Tags") + (tagCount >= 0 ? QStringLiteral("\t%1").arg(tagCount) : QString());
    if (withTags && m_tabs->count() == 1)
        m_tabs->addTab(tagsTitle);
    else if (withTags)
        m_tabs->setTabText(1, tagsTitle);
    else if (m_tabs->count() == 2)
        m_tabs->removeTab(1);
    m_pages->setCurrentIndex(qMax(0, m_tabs->currentIndex()));
}

void DetailsPane::clear(const QString &hint)
{
    m_subject->clear();
    m_hint->setText(hint);
    m_tags->setArtifact(nullptr, {}, {}, {});
    m_information->clear();
    m_pages->setCurrentWidget(m_hint);
}

void DetailsPane::showRegistry(const RegistrySummary &registry)
{
    setTabs(false, 0);
    m_subject->setText(registry.name);
    m_information->showRegistry(registry);
}

void DetailsPane::showImage(const ImageSummary &image, const QString &address)
{
    setTabs(false, 0);
    m_subject->setText(image.name);
    m_information->showImage(image, address);
}

void DetailsPane::showArtifact(Session *session, const ImageSummary &image, const ArtifactSummary &artifact, const QString &platformDigest)
{
    setTabs(true, artifact.tagCount);
    m_subject->setText((platformDigest.isEmpty() ? artifact.digest : platformDigest).section(QLatin1Char(':'), 1).left(12));
    m_information->showArtifact(artifact, session->connection().address() + QLatin1Char('/') + image.path(), platformDigest);
    m_tags->setArtifact(session, image.registry, image.name, artifact.digest);
}

void DetailsPane::setOpen(bool open)
{
    m_open = open;
    m_pages->setVisible(open);
    m_toggle->setToolTip(open ? tr("Close details") : tr("Open details"));
    m_toggle->setAccessibleName(m_toggle->toolTip());
    m_toggle->setIcon(icon(open ? "panel" : "chevron-up"));
    Q_EMIT openChanged(open);
}

void DetailsPane::nextTab(int step)
{
    if (m_tabs->count() > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
}

} // namespace berth
