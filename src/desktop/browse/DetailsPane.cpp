// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/DetailsPane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "desktop/browse/InformationPage.h"
#include "desktop/browse/TagsPage.h"
#include "desktop/connections/Session.h"
#include "desktop/details/ArtifactContent.h"
#include "desktop/details/ConfigurationPage.h"
#include "desktop/details/HistoryPage.h"
#include "desktop/details/LayersPage.h"
#include "desktop/details/ManifestPage.h"
#include "desktop/details/PlatformsPage.h"
#include "desktop/parts/Parts.h"

namespace berth {

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_content(new ArtifactContent(this))
    , m_tabs(new QTabBar(this))
    , m_platform(new QComboBox(this))
    , m_subject(makeLabel({}, TextRole::Mono, Shade::Text3, this))
    , m_toggle(makeIconButton("panel", tr("Close details"), this))
    , m_pages(new QStackedWidget(this))
    , m_information(new InformationPage(this))
    , m_tags(new TagsPage(this))
    , m_platforms(new PlatformsPage(this))
    , m_hint(makeLabel({}, TextRole::Body, Shade::Text3, this))
{
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_platform->setAccessibleName(tr("Platform"));
    m_platform->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_platform->hide();
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    // In the order of Page.
    for (QWidget *page : {static_cast<QWidget *>(m_information), static_cast<QWidget *>(m_tags), static_cast<QWidget *>(new LayersPage(*m_content, this)),
             static_cast<QWidget *>(new ConfigurationPage(*m_content, this)), static_cast<QWidget *>(new HistoryPage(*m_content, this)),
             static_cast<QWidget *>(m_platforms), static_cast<QWidget *>(new ManifestPage(*m_content, this)), static_cast<QWidget *>(m_hint)})
        m_pages->addWidget(page);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->setContentsMargins(6, 0, 14, 0);
    bar->addWidget(m_tabs, 1);
    bar->addWidget(m_platform);
    bar->addWidget(m_subject);
    bar->addWidget(m_toggle);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 4);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addSpacing(1); // the lower hairline
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_settingPages || tab < 0)
            return;
        m_wanted = m_shown.at(tab);
        showPage();
    });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab >= 0 && m_pages->isHidden())
            setOpen(true);
    });
    connect(m_platform, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            m_content->setPlatform(m_platform->itemData(index).toString());
    });
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!isOpen()); });
    setPages({Information}, {QString()});
}

void DetailsPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::current().line);
    if (!m_pages->isHidden())
        painter.fillRect(QRect(0, m_tabs->geometry().bottom() + 1, width(), 1), Theme::current().line);
}

void DetailsPane::setPages(const QList<Page> &pages, const QStringList &counts)
{
    const QString names[PageCount] = {tr("Information"), tr("Tags"), tr("Layers"), tr("Configuration"), tr("History"), tr("Platforms"), tr("Manifest")};
    m_settingPages = true;
    m_shown = pages;
    while (m_tabs->count() > pages.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    for (int i = 0; i < pages.size(); ++i) {
        const QString text = counts.value(i).isEmpty() ? names[pages.at(i)] : names[pages.at(i)] + QLatin1Char('\t') + counts.at(i);
        if (i < m_tabs->count())
            m_tabs->setTabText(i, text);
        else
            m_tabs->addTab(text);
    }
    m_tabs->setCurrentIndex(qMax(0, int(pages.indexOf(m_wanted))));
    m_settingPages = false;
    showPage();
}

void DetailsPane::showPage()
{
    const Page page = m_shown.at(qMax(0, m_tabs->currentIndex()));
    m_pages->setCurrentIndex(page);
    m_platform->setVisible(m_platform->count() > 1 && (page == Layers || page == Configuration || page == History));
}

void DetailsPane::clear(const QString &hint, bool isArtifact)
{
    setPages(isArtifact ? QList<Page>(m_shown) : QList<Page>{Information}, {});
    m_subject->clear();
    m_platform->hide();
    m_hint->setText(hint);
    m_tags->setArtifact(nullptr, {}, {}, {});
    m_content->setArtifact(nullptr, {}, {}, {});
    m_information->clear();
    m_pages->setCurrentWidget(m_hint);
}

void DetailsPane::showRegistry(const RegistrySummary &registry)
{
    m_platform->clear();
    setPages({Information}, {QString()});
    m_subject->setText(registry.name == topLevel ? QString() : registry.name);
    m_information->showRegistry(registry);
}

void DetailsPane::showImage(const ImageSummary &image, const QString &address)
{
    m_platform->clear();
    setPages({Information}, {QString()});
    m_subject->setText(image.name);
    m_information->showImage(image, address);
}

void DetailsPane::showArtifact(Session *session, const ImageSummary &image, const ArtifactSummary &artifact, const QString &platformDigest, const QString &tag)
{
    QList<Page> pages{Information, Tags, Layers, Configuration, History};
    QStringList counts{QString(), artifact.tagCount >= 0 ? QString::number(artifact.tagCount) : QString(), QString(), QString(), QString()};
    if (artifact.isIndex() && platformDigest.isEmpty()) {
        pages << Platforms;
        counts << QString::number(artifact.references.size());
    }
    pages << Manifest;
    counts << QString();
    const QString digest = platformDigest.isEmpty() ? artifact.digest : platformDigest;
    const bool isSame = digest == m_content->digest();
    m_content->setArtifact(session, image.path(), digest, {});
    if (!isSame || m_platform->count() == 0) {
        const QSignalBlocker quiet(m_platform);
        m_platform->clear();
        for (const auto &reference : platformDigest.isEmpty() ? artifact.references : QList<ReferenceSummary>()) {
            if (!reference.platform.isEmpty() && !reference.platform.startsWith(QLatin1String("unknown")))
                m_platform->addItem(reference.platform, reference.digest);
        }
    }
    if (m_platform->count() > 0)
        m_content->setPlatform(m_platform->currentData().toString());
    setPages(pages, counts);
    m_subject->setText(digest.section(QLatin1Char(':'), 1).left(12));
    m_information->showArtifact(artifact, session->connection(), image, platformDigest, tag);
    m_platforms->setArtifact(artifact, m_information->pullReference());
    m_tags->setArtifact(session, image.registry, image.name, artifact.digest);
}

QString DetailsPane::subject() const { return m_subject->text(); }

void DetailsPane::refresh() { m_tags->refresh(); }

void DetailsPane::setOpen(bool open)
{
    (m_low ? m_openWhileLow : m_open) = open;
    applyOpen();
}

void DetailsPane::setLow(bool low)
{
    if (low == m_low)
        return;
    m_low = low;
    m_openWhileLow = false;
    applyOpen();
}

void DetailsPane::applyOpen()
{
    const bool open = m_low ? m_openWhileLow : m_open;
    m_pages->setVisible(open);
    m_subject->setVisible(open);
    setMaximumHeight(open ? QWIDGETSIZE_MAX : qMax(m_tabs->sizeHint().height(), m_toggle->sizeHint().height()) + 6);
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

QStringList DetailsPane::tabNames() const
{
    QStringList names;
    for (int i = 0; i < m_tabs->count(); ++i)
        names << m_tabs->tabText(i).section(QLatin1Char('\t'), 0, 0);
    return names;
}

void DetailsPane::selectTab(int index) { m_tabs->setCurrentIndex(index); }

} // namespace berth
