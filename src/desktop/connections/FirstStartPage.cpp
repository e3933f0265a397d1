// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/FirstStartPage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include "desktop/parts/Parts.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

namespace {

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
    : QWidget(parent)
    , m_addressLabel(makeLabel({}, TextRole::Mono, Shade::Text, this))
    , m_program(new Segments({QStringLiteral("docker"), QStringLiteral("podman")}, tr("Program"), this))
    , m_login(new CodeLine(tr("sign-in command"), this))
    , m_tag(new CodeLine(tr("tag command"), this))
    , m_push(new CodeLine(tr("push command"), this))
{
    auto *mark = new StateMark(this);
    mark->setState(StateMark::State::On);
    auto *heading = makeLabel(tr("Your local registry is running"), TextRole::Page, Shade::Text, this);
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
    auto *kinds = makeLabel(tr("From docker save, podman save or skopeo: .tar, .tar.gz, .tar.zst, .tar.xz or an OCI folder"), TextRole::Body, Shade::Text2, zone);
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

    auto *card = new Sheet(Sheet::Kind::Card, this);
    auto *terminal = new QLabel(card);
    terminal->setPixmap(icon("terminal").pixmap(QSize(18, 18), devicePixelRatioF()));
    auto *cardTop = new QHBoxLayout;
    cardTop->addWidget(terminal);
    cardTop->addWidget(makeLabel(tr("Push from a terminal"), TextRole::Title, Shade::Text, card), 1);
    cardTop->addWidget(m_program);
    auto *replace = makeLabel(tr("Replace my-app with the name of an image that you have."), TextRole::Body, Shade::Text2, card);
    replace->setWordWrap(true);
    auto *secretRow = new QHBoxLayout;
    auto *keyGlyph = new QLabel(card);
    keyGlyph->setPixmap(icon("key").pixmap(QSize(16, 16), devicePixelRatioF()));
    auto *copySecret = makeButton(tr("Copy secret key"), "secondary", "copy", card);
    copySecret->setProperty("mini", true);
    secretRow->addWidget(keyGlyph);
    secretRow->addWidget(makeLabel(tr("Password: your secret key"), TextRole::Body, Shade::Text2, card), 1);
    secretRow->addWidget(copySecret);
    auto *cardColumn = new QVBoxLayout(card);
    cardColumn->setContentsMargins(18, 16, 18, 16);
    cardColumn->setSpacing(8);
    cardColumn->addLayout(cardTop);
    cardColumn->addWidget(replace);
    cardColumn->addSpacing(4);
    cardColumn->addWidget(m_login);
    cardColumn->addWidget(m_tag);
    cardColumn->addWidget(m_push);
    cardColumn->addLayout(secretRow);
    cardColumn->addStretch();

    auto *middle = new QHBoxLayout;
    middle->setSpacing(14);
    middle->addWidget(zone, 5);
    middle->addWidget(card, 7);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(40, 16, 40, 24);
    column->setSpacing(12);
    column->addLayout(top);
    column->addWidget(makeLabel(tr("It answers on this computer only. There are two ways to put the first image in."), TextRole::Body, Shade::Text2, content));
    column->addSpacing(4);
    column->addLayout(middle, 1);
    column->addWidget(makeLabel(tr("Closing this window leaves it running in the tray, where there is one."), TextRole::Caption, Shade::Text3, content));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(content);

    connect(copyAddress, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address); });
    connect(choose, &QPushButton::clicked, this, &FirstStartPage::chooseFileRequested);
    connect(copySecret, &QPushButton::clicked, this, &FirstStartPage::copySecretRequested);
    connect(m_program, &Segments::currentChanged, this, &FirstStartPage::writeLines);
}

void FirstStartPage::setServer(const QString &address, const QString &keyId)
{
    m_address = address;
    m_keyId = keyId;
    m_addressLabel->setText(address);
    writeLines();
}

void FirstStartPage::writeLines()
{
    const bool podman = m_program->current() == 1;
    const QString program = podman ? QStringLiteral("podman") : QStringLiteral("docker");
    // docker takes plain http on loopback by itself, podman wants to be told.
    const QString plain = podman ? QStringLiteral(" --tls-verify=false") : QString();
    m_login->setText(QStringLiteral("%1 login%2 %3 -u %4").arg(program, plain, m_address, m_keyId));
    m_tag->setText(QStringLiteral("%1 tag my-app %2/library/my-app:1.0").arg(program, m_address));
    m_push->setText(QStringLiteral("%1 push%2 %3/library/my-app:1.0").arg(program, plain, m_address));
}

} // namespace berth
