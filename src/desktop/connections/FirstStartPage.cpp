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
    auto *mark = new StateMark(this);
    mark->setState(StateMark::State::On);
    auto *heading = makeLabel(tr("Your local registry is running"), TextRole::Page, Shade::Text, content);
    heading->setWordWrap(true);
    auto *addressField = new AddressField(this);
    QFont big = fontFor(TextRole::Mono);
    big.setPointSizeF(big.pointSizeF() * 1.25);
    m_addressLabel->setFont(big);
    auto *copyAddress = makeButton(tr("Copy address"), "tonal", "copy", addressField);
    auto *addressRow = new QHBoxLayout(addressField);
    addressRow->setContentsMargins(16, 6, 8, 6);
    addressRow->setSpacing(16);
    addressRow->addWidget(m_addressLabel);
    addressRow->addWidget(copyAddress);

    auto *top = new QHBoxLayout;
    top->addWidget(mark);
    top->addSpacing(4);
    top->addWidget(heading, 1);
    top->addWidget(addressField);

    auto *zone = new DropZone(this);
    auto *glyph = new QLabel(zone);
    glyph->setPixmap(icon("drop", Tint::Accent).pixmap(QSize(40, 40), devicePixelRatioF()));
    auto *choose = makeButton(tr("Choose file…"), "secondary", "folder", zone);
    auto *drop = makeLabel(tr("Drop an image archive here"), TextRole::Title, Shade::Text, zone);
    auto *kinds =
        makeLabel(tr("From docker save, podman save or skopeo: .tar, .tar.gz, .tar.zst, .tar.xz or an OCI folder"), TextRole::Body, Shade::Text2, zone);
    kinds->setWordWrap(true);
    kinds->setAlignment(Qt::AlignHCenter);
    drop->setWordWrap(true);
    drop->setAlignment(Qt::AlignHCenter);
    auto *promise = makeLabel(tr("You see what it holds before anything is stored."), TextRole::Caption, Shade::Text3, zone);
    promise->setWordWrap(true);
    promise->setAlignment(Qt::AlignHCenter);
    auto *zoneColumn = new QVBoxLayout(zone);
    zoneColumn->setContentsMargins(32, 24, 32, 20);
    zoneColumn->addStretch(2);
    zoneColumn->addWidget(glyph, 0, Qt::AlignHCenter);
    zoneColumn->addSpacing(12);
    zoneColumn->addWidget(drop);
    zoneColumn->addWidget(kinds);
    zoneColumn->addSpacing(8);
    zoneColumn->addWidget(choose, 0, Qt::AlignHCenter);
    zoneColumn->addStretch(2);
    zoneColumn->addWidget(promise);

    m_middle->setSpacing(14);
    m_middle->addWidget(zone, 5);
    m_middle->addWidget(m_card, 7);

    auto *sentence = makeLabel(tr("It answers on this computer only. There are two ways to put the first image in."), TextRole::Body, Shade::Text2, content);
    sentence->setWordWrap(true);
    auto *note = makeLabel(tr("Closing this window leaves it running in the tray, where there is one. Stop it, or change its port, in the preferences."),
        TextRole::Caption, Shade::Text3, content);
    note->setWordWrap(true);
    auto *preferences = makeButton(tr("Preferences…"), "flat", "gear", content);
    auto *foot = new QHBoxLayout;
    foot->addWidget(note, 1);
    foot->addWidget(preferences);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(40, 16, 40, 24);
    column->setSpacing(12);
    column->addLayout(top);
    column->addWidget(sentence);
    column->addSpacing(4);
    column->addLayout(m_middle, 1);
    column->addLayout(foot);
    setWidget(content);
    content->setAutoFillBackground(false);

    connect(copyAddress, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address); });
    connect(choose, &QPushButton::clicked, this, &FirstStartPage::chooseFileRequested);
    connect(m_card, &TerminalCard::copySecretRequested, this, &FirstStartPage::copySecretRequested);
    connect(preferences, &QPushButton::clicked, this, &FirstStartPage::preferencesRequested);
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
