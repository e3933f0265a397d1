// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/DetailsPane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "desktop/panes/ArtifactContent.h"
#include "desktop/parts/Parts.h"

namespace berth {

DetailsPane::DetailsPane(QList<DetailFeature> features, QWidget *parent)
    : QWidget(parent)
    , m_features(std::move(features))
    , m_content(new ArtifactContent(this))
    , m_tabs(new QTabBar(this))
    , m_platform(new QComboBox(this))
    , m_subject(makeLabel({}, TextRole::Mono, Shade::Text3, this))
    , m_toggle(makeIconButton("panel", tr("Close details"), this))
    , m_stack(new QStackedWidget(this))
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
    DetailContext context{*m_content};
    for (const auto &feature : m_features) {
        auto *page = feature.make(context, this);
        connect(page, &DetailPage::contentChanged, this, &DetailsPane::contentChanged);
        connect(page, &DetailPage::createTagRequested, this, &DetailsPane::createTagRequested);
        connect(page, &DetailPage::moveTagRequested, this, &DetailsPane::moveTagRequested);
        connect(page, &DetailPage::deleteTagsRequested, this, &DetailsPane::deleteTagsRequested);
        connect(page, &DetailPage::countChanged, this, [this, place = int(m_pages.size())](const QString &count) { setCount(place, count); });
        m_pages << page;
        m_stack->addWidget(page);
    }
    m_stack->addWidget(m_hint);
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
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_settingTabs || tab < 0)
            return;
        m_wanted = m_features.at(m_shown.at(tab)).id;
        showPage();
    });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab >= 0 && m_stack->isHidden())
            setOpen(true);
    });
    connect(m_platform, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            m_content->setPlatform(m_platform->itemData(index).toString());
    });
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!isOpen()); });
    clear({}, Subject::Kind::Registry);
}

void DetailsPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::current().line);
    if (!m_stack->isHidden())
        painter.fillRect(QRect(0, m_tabs->geometry().bottom() + 1, width(), 1), Theme::current().line);
}

void DetailsPane::setCount(int feature, const QString &count)
{
    m_counts.insert(feature, count);
    const int tab = int(m_shown.indexOf(feature));
    const QString title = m_features.at(feature).text();
    if (tab >= 0)
        m_tabs->setTabText(tab, count.isEmpty() ? title : title + QLatin1Char('\t') + count);
}

void DetailsPane::setTabs(const QList<int> &features, const Subject &subject)
{
    m_settingTabs = true;
    m_shown = features;
    while (m_tabs->count() > features.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    int wanted = 0;
    for (int tab = 0; tab < features.size(); ++tab) {
        const auto &feature = m_features.at(features.at(tab));
        const bool isAbout = subject.kind != Subject::Kind::None;
        const QString count = isAbout && feature.count ? feature.count(subject) : m_counts.value(features.at(tab));
        const QString text = count.isEmpty() ? feature.text() : feature.text() + QLatin1Char('\t') + count;
        if (tab < m_tabs->count())
            m_tabs->setTabText(tab, text);
        else
            m_tabs->addTab(text);
        const QString whyNot = isAbout ? feature.whyNot(subject) : QString();
        m_tabs->setTabEnabled(tab, whyNot.isEmpty());
        m_tabs->setTabToolTip(tab, whyNot);
        if (feature.id == m_wanted && whyNot.isEmpty())
            wanted = tab;
    }
    m_tabs->setCurrentIndex(wanted);
    m_settingTabs = false;
    showPage();
}

void DetailsPane::showPage()
{
    if (m_shown.isEmpty()) {
        m_stack->setCurrentWidget(m_hint);
        return;
    }
    const int feature = m_shown.at(qMax(0, m_tabs->currentIndex()));
    m_stack->setCurrentWidget(m_pages.at(feature));
    m_platform->setVisible(m_platform->count() > 1 && m_features.at(feature).isOfPlatform);
}

void DetailsPane::clear(const QString &hint, Subject::Kind tabs)
{
    const auto isOf = [&](int feature) { return m_features.at(feature).of.testFlag(tabs); };
    if (m_shown.isEmpty() || !std::all_of(m_shown.begin(), m_shown.end(), isOf) || tabs != Subject::Kind::Artifact) {
        QList<int> features;
        for (int i = 0; i < m_features.size(); ++i) {
            if (isOf(i) && !m_features.at(i).offered)
                features << i;
        }
        setTabs(features, {});
    } else {
        setTabs(QList<int>(m_shown), {}); // those of the artifact before
    }
    m_subject->clear();
    m_platform->hide();
    m_hint->setText(hint);
    m_content->setArtifact(nullptr, {}, {}, {});
    for (auto *page : std::as_const(m_pages))
        page->setSubject({});
    m_stack->setCurrentWidget(m_hint);
}

void DetailsPane::showSubject(const Subject &subject)
{
    const bool isArtifact = subject.kind == Subject::Kind::Artifact;
    const bool isSame = isArtifact && subject.digest() == m_content->digest();
    m_content->setArtifact(isArtifact ? subject.session.get() : nullptr, isArtifact ? subject.image.path() : QString(), subject.digest(), {});
    setPlatforms(subject, isSame);
    QList<int> features;
    for (int i = 0; i < m_features.size(); ++i) {
        if (m_features.at(i).isFor(subject))
            features << i;
    }
    setTabs(features, subject);
    switch (subject.kind) {
    case Subject::Kind::None: m_subject->clear(); break;
    case Subject::Kind::Registry: m_subject->setText(subject.registry.name == topLevel ? QString() : subject.registry.name); break;
    case Subject::Kind::Image: m_subject->setText(subject.image.name); break;
    case Subject::Kind::Artifact: m_subject->setText(subject.digest().section(QLatin1Char(':'), 1).left(12)); break;
    }
    for (int i = 0; i < m_features.size(); ++i)
        m_pages.at(i)->setSubject(m_features.at(i).isFor(subject) ? subject : Subject());
}

/// The platforms of an index, of which one is chosen for the pages that show one only.
void DetailsPane::setPlatforms(const Subject &subject, bool isSame)
{
    if (!isSame || m_platform->count() == 0) {
        const QSignalBlocker quiet(m_platform);
        m_platform->clear();
        for (const auto &reference : subject.platformDigest.isEmpty() ? subject.artifact.references : QList<ReferenceSummary>()) {
            if (!reference.platform.isEmpty() && !reference.platform.startsWith(QLatin1String("unknown")))
                m_platform->addItem(reference.platform, reference.digest);
        }
    }
    if (m_platform->count() > 0)
        m_content->setPlatform(m_platform->currentData().toString());
}

QString DetailsPane::subject() const { return m_subject->text(); }

void DetailsPane::refresh()
{
    for (auto *page : std::as_const(m_pages))
        page->refresh();
}

QString DetailsPane::reference() const
{
    for (const auto *page : m_pages) {
        if (const QString text = page->reference(); !text.isEmpty())
            return text;
    }
    return {};
}

DetailPage *DetailsPane::page() const { return qobject_cast<DetailPage *>(m_stack->currentWidget()); }

DetailPage *DetailsPane::page(const QString &id) const
{
    for (int i = 0; i < m_features.size(); ++i) {
        if (m_features.at(i).id == id)
            return m_pages.at(i);
    }
    return nullptr;
}

void DetailsPane::setWanted(const QString &id)
{
    m_wanted = id;
    for (int tab = 0; tab < m_shown.size(); ++tab) {
        if (m_features.at(m_shown.at(tab)).id == id)
            m_tabs->setCurrentIndex(tab);
    }
}

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
    m_stack->setVisible(open);
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
