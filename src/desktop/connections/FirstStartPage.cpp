// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/FirstStartPage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QVBoxLayout>

#include "desktop/connections/TerminalCard.h"
#include "desktop/parts/Parts.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

namespace {

constexpr int narrow = 820; ///< Below this width the card stands under the field.

/// The dashed field; the window itself takes the drop, so that the whole window is one target.
class DropZone final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(Theme::current().border, 1.5);
        pen.setDashPattern({6, 4});
        painter.setPen(pen);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 12, 12);
    }
};

class AddressField final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintRounded(&painter, rect(), 8, Theme::current().accentSoft);
    }
};

} // namespace

FirstStartPage::FirstStartPage(QWidget *parent)
    : QScrollArea(parent)
    , m_addressLabel(makeLabel({}, TextRole::Mono, Shade::Text, this))
    , m_card(new TerminalCard(this))
    , m_middle(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setAccessibleName(tr("Your local registry is running"));
    viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(this);
    auto *sentence = makeLabel(tr("It answers on this computer only. There are two ways to put the first image in."), TextRole::Body, Shade::Text2, content);
    sentence->setWordWrap(true);
    m_middle->setSpacing(14);
    m_middle->addWidget(makeDropZone(), 5);
    m_middle->addWidget(m_card, 7);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(40, 16, 40, 24);
    column->setSpacing(12);
    column->addLayout(makeTop());
    column->addWidget(sentence);
    column->addSpacing(4);
    column->addLayout(m_middle, 1);
    column->addLayout(makeFoot());
    setWidget(content);
    content->setAutoFillBackground(false);
    connect(m_card, &TerminalCard::copySecretRequested, this, &FirstStartPage::copySecretRequested);
}

/// That it runs, and its address.
QLayout *FirstStartPage::makeTop()
{
    auto *mark = new StateMark(this);
    mark->setState(StateMark::State::On);
    auto *heading = makeLabel(tr("Your local registry is running"), TextRole::Page, Shade::Text, this);
    heading->setWordWrap(true);
    auto *addressField = new AddressField(this);
    QFont big = fontFor(TextRole::Mono);
    big.setPointSizeF(big.pointSizeF() * 1.25);
    m_addressLabel->setFont(big);
    auto *copy = makeButton(tr("Copy address"), "tonal", "copy", addressField);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address); });
    auto *addressRow = new QHBoxLayout(addressField);
    addressRow->setContentsMargins(16, 6, 8, 6);
    addressRow->setSpacing(16);
    addressRow->addWidget(m_addressLabel);
    addressRow->addWidget(copy);
    auto *top = new QHBoxLayout;
    top->addWidget(mark);
    top->addSpacing(4);
    top->addWidget(heading, 1);
    top->addWidget(addressField);
    return top;
}

QWidget *FirstStartPage::makeDropZone()
{
    auto *zone = new DropZone(this);
    auto *glyph = new QLabel(zone);
    glyph->setPixmap(icon("drop", Tint::Accent).pixmap(QSize(40, 40), devicePixelRatioF()));
    auto *choose = makeButton(tr("Choose file…"), "secondary", "folder", zone);
    connect(choose, &QPushButton::clicked, this, &FirstStartPage::chooseFileRequested);
    const auto line = [zone](const QString &text, TextRole role, Shade shade) {
        auto *label = makeLabel(text, role, shade, zone);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        return label;
    };
    auto *column = new QVBoxLayout(zone);
    column->setContentsMargins(32, 24, 32, 20);
    column->addStretch(2);
    column->addWidget(glyph, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addWidget(line(tr("Drop an image archive here"), TextRole::Title, Shade::Text));
    column->addWidget(line(tr("From docker save, podman save or skopeo: .tar, .tar.gz, .tar.zst, .tar.xz or an OCI folder"), TextRole::Body, Shade::Text2));
    column->addSpacing(8);
    column->addWidget(choose, 0, Qt::AlignHCenter);
    column->addStretch(2);
    column->addWidget(line(tr("You see what it holds before anything is stored."), TextRole::Caption, Shade::Text3));
    return zone;
}

QLayout *FirstStartPage::makeFoot()
{
    auto *note = makeLabel(tr("Closing this window leaves it running in the tray, where there is one. Stop it, or change its port, in the preferences."),
        TextRole::Caption, Shade::Text3, this);
    note->setWordWrap(true);
    auto *preferences = makeButton(tr("Preferences…"), "flat", "gear", this);
    connect(preferences, &QPushButton::clicked, this, &FirstStartPage::preferencesRequested);
    auto *foot = new QHBoxLayout;
    foot->addWidget(note, 1);
    foot->addWidget(preferences);
    return foot;
}

void FirstStartPage::setServer(const QString &address, const QString &keyId)
{
    m_address = address;
    m_addressLabel->setText(address);
    m_card->setServer(address, keyId);
}

void FirstStartPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_middle->setDirection(event->size().width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace berth
