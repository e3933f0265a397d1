// SPDX-License-Identifier: Apache-2.0
#include "desktop/storage/ImageUseCard.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "core/SizeText.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"

namespace berth {

ImageUseCard::ImageUseCard(QWidget *parent)
    : QWidget(parent)
    , m_name(makeLabel({}, TextRole::Heading, Shade::Text, this))
    , m_registry(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_facts(new QGridLayout)
    , m_share(new StackBar(8, tr("Only here and shared"), this))
    , m_forecast(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_open(makeButton(tr("View artifacts"), "secondary", "artifact", this))
{
    // Wide enough for its longest line, a name with a date.
    setFixedWidth(qMax(qMax(230, fontMetrics().averageCharWidth() * 34), fontMetrics().horizontalAdvance(tr("Oldest push")) + dateWidth(fontMetrics()) + 24));
    m_facts->setVerticalSpacing(8);
    m_facts->setColumnStretch(0, 1);
    for (QLabel *label : {m_name, m_registry, m_forecast})
        label->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_name);
    column->addWidget(m_registry);
    column->addLayout(m_facts);
    column->addWidget(m_share);
    column->addWidget(m_forecast);
    column->addWidget(m_open);
    column->addStretch();
    connect(m_open, &QPushButton::clicked, this, &ImageUseCard::opened);
}

void ImageUseCard::setImageShown(bool is)
{
    for (QWidget *widget :
        {static_cast<QWidget *>(m_registry), static_cast<QWidget *>(m_share), static_cast<QWidget *>(m_forecast), static_cast<QWidget *>(m_open)})
        widget->setVisible(is);
}

void ImageUseCard::clearFacts()
{
    while (auto *item = m_facts->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

void ImageUseCard::showNone(const QString &hint)
{
    setImageShown(false);
    clearFacts();
    m_name->setText(hint);
}

void ImageUseCard::show(const PlaceUse &image)
{
    setImageShown(true);
    clearFacts();
    m_name->setText(image.image);
    m_registry->setText(image.registry);
    int line = 0;
    const auto fact = [&](const QString &name, const QString &value, TextRole role = TextRole::Body) {
        m_facts->addWidget(makeLabel(name, TextRole::Body, Shade::Text3, this), line, 0);
        m_facts->addWidget(makeLabel(value, role, Shade::Text, this), line++, 1, Qt::AlignRight);
    };
    fact(tr("Unique"), sizeText(image.uniqueBytes));
    fact(tr("Shared"), sizeText(image.sharedBytes));
    fact(tr("Total"), sizeText(image.totalBytes()), TextRole::BodyStrong);
    fact(tr("Artifacts"), QLocale().toString(image.artifactCount));
    fact(tr("Tags"), QLocale().toString(image.tagCount));
    fact(tr("Never pulled"), QLocale().toString(image.neverPulled));
    fact(tr("Oldest push"), dateText(image.oldestPush));
    const double all = double(image.totalBytes());
    m_share->setParts(
        {{all > 0 ? double(image.uniqueBytes) / all : 0, StackBar::Fill::Accent}, {all > 0 ? double(image.sharedBytes) / all : 0, StackBar::Fill::Hatched}});
    m_forecast->setText(image.sharedBytes > 0
            ? tr("Deleting the image returns %1. The %2 stay: other images use them.").arg(sizeText(image.uniqueBytes), sizeText(image.sharedBytes))
            : tr("Deleting the image returns %1.").arg(sizeText(image.uniqueBytes)));
}

} // namespace berth
