// SPDX-License-Identifier: Apache-2.0
#include "desktop/server/ServerSettingsPane.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/roles/ServerConfiguration.h"
#include "core/ErrorText.h"
#include "desktop/parts/Parts.h"
#include "desktop/parts/SettingCard.h"
#include "desktop/parts/Switch.h"
#include "desktop/sessions/Session.h"
#include "desktop/sessions/SessionProblem.h"

namespace berth {

namespace {
constexpr qint64 bytesPerMb = 1'000'000;
constexpr int mostMb = 1'125'899'906; ///< What a server takes.
constexpr int widestColumn = 760; ///< A switch stays near its words.
}// namespace

ServerSettingsPane::ServerSettingsPane(QWidget *parent)
    : ToolPane(parent)
    , m_pages(new QStackedWidget(this))
    , m_content(new QWidget(this))
    , m_column(new QVBoxLayout)
    , m_state(new StatePage(this))
    , m_banner(new Banner(m_content))
    , m_anonymous(new QComboBox(m_content))
    , m_creates(new Switch(tr("Create an unknown registry when an administrator pushes into it"), m_content))
    , m_publicUrl(new QLineEdit(m_content))
    , m_tokens(makeNumber(30, 720, tr("A sign-in lasts")))
    , m_floor(makeNumber(0, mostMb, tr("Keep this much disk free")))
    , m_trash(makeNumber(0, 3650, tr("Empty the trash after")))
    , m_collects(new Switch(tr("Free unused space by itself"), m_content))
    , m_scrub(makeNumber(0, 3650, tr("Verify all data every")))
{
    auto *column = new QWidget(m_content);
    column->setMaximumWidth(widestColumn);
    column->setLayout(m_column);
    m_column->setContentsMargins(18, 4, 18, 18);
    m_column->setSpacing(8);
    m_column->addWidget(m_banner);
    addAccess();
    addRoom();
    auto *foot =
        makeLabel(tr("Changes apply at once. Size and rules of a single registry are in its own settings."), TextRole::Caption, Shade::Text3, m_content);
    foot->setWordWrap(true);
    m_column->addWidget(foot);
    m_column->addStretch(1);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(column, 4);
    row->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Server settings"));
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
    m_pages->addWidget(m_state);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);

    connect(m_state, &StatePage::primaryTriggered, this, &ServerSettingsPane::refresh);
    connect(m_banner, &Banner::actionTriggered, this, &ServerSettingsPane::refresh);
    connect(m_anonymous, &QComboBox::activated, this, [this] { save(); });
    connect(m_publicUrl, &QLineEdit::editingFinished, this, [this] { save(); });
    for (auto *one : {m_creates, m_collects})
        connect(one, &Switch::toggled, this, [this] { save(); });
    for (QWidget *control : {static_cast<QWidget *>(m_anonymous), static_cast<QWidget *>(m_tokens), static_cast<QWidget *>(m_floor),
             static_cast<QWidget *>(m_trash), static_cast<QWidget *>(m_scrub)}) {
        control->setFocusPolicy(Qt::StrongFocus);
        control->installEventFilter(this);
    }
    for (auto *number : {m_tokens, m_floor, m_trash, m_scrub})
        connect(number, &QSpinBox::valueChanged, this, [this] { save(); });
}

SettingCard *ServerSettingsPane::addGroup(const QString &title)
{
    m_column->addSpacing(6);
    m_column->addWidget(makeLabel(title, TextRole::BodyStrong, Shade::Text, m_content));
    auto *card = new SettingCard(m_content);
    m_column->addWidget(card);
    return card;
}

QSpinBox *ServerSettingsPane::makeNumber(int least, int most, const QString &name)
{
    auto *number = new QSpinBox(m_content);
    number->setRange(least, most);
    number->setGroupSeparatorShown(true);
    number->setKeyboardTracking(false); // what is half typed is not sent
    number->setAccessibleName(name);
    number->setMinimumWidth(number->fontMetrics().horizontalAdvance(QStringLiteral("1,000,000 MB")) + 56);
    return number;
}

void ServerSettingsPane::addAccess()
{
    m_anonymous->addItem(tr("Nothing"), QStringLiteral("off"));
    m_anonymous->addItem(tr("Pull"), QStringLiteral("pull"));
    m_anonymous->addItem(tr("Pull and push"), QStringLiteral("push"));
    m_tokens->setSuffix(tr(" min", "minutes, behind a number"));
    auto *card = addGroup(tr("Who may do what"));
    card->addRow(tr("Without an access key"), tr("Whoever reaches the address may do this, in all registries."), m_anonymous);
    card->addRow(tr("Create an unknown registry when an administrator pushes into it"), {}, m_creates);
    m_publicUrl->setPlaceholderText(QStringLiteral("https://registry.example"));
    m_publicUrl->setMinimumWidth(m_publicUrl->fontMetrics().averageCharWidth() * 32);
    card->addRow(tr("Public address"), tr("What clients are told where a proxy stands before this server, as for HTTPS. Empty: the address that they used."),
        m_publicUrl);
    card->addRow(tr("A sign-in lasts"), tr("Clients sign in again by themselves. A key that is deleted ends at once, whatever stands here."), m_tokens);
}

void ServerSettingsPane::addRoom()
{
    m_floor->setSuffix(QStringLiteral("\u00a0MB"));
    m_floor->setSingleStep(100);
    const QString days = tr(" days", "behind a number");
    m_trash->setSuffix(days);
    m_trash->setSpecialValueText(tr("Keep nothing"));
    m_scrub->setSuffix(days);
    m_scrub->setSpecialValueText(tr("Only when asked"));
    auto *card = addGroup(tr("Room"));
    card->addRow(tr("Keep this much disk free"), tr("Below it pushes get a clear answer, pulls go on."), m_floor);
    card->addRow(tr("Empty the trash after"),
        tr("Until then a deletion can be undone, and its bytes stay on the disk. A shorter time ends older ones for good."), m_trash);
    card->addRow(tr("Free unused space by itself"), tr("What no image names any more goes, a while after the last one let go of it."), m_collects);
    card->addRow(
        tr("Verify all data every"), tr("Each byte is read at a quiet pace. What is bad is set aside, and the images that it hurts are named."), m_scrub);
}

void ServerSettingsPane::sessionChanged(bool)
{
    m_content->setEnabled(false); // until its own values are here
    m_saving = false;
}

void ServerSettingsPane::refresh()
{
    m_banner->hide();
    m_pages->setCurrentIndex(0);
    load();
}

void ServerSettingsPane::show(const ServerSettings &settings)
{
    m_stored = settings;
    const QSignalBlocker quiet[] = {QSignalBlocker(m_creates), QSignalBlocker(m_collects), QSignalBlocker(m_tokens), QSignalBlocker(m_floor),
        QSignalBlocker(m_trash), QSignalBlocker(m_scrub)};
    m_anonymous->setCurrentIndex(qMax(0, m_anonymous->findData(settings.anonymous)));
    m_creates->setChecked(settings.createsRegistries);
    m_publicUrl->setText(settings.publicUrl);
    m_tokens->setValue(int(settings.tokenMinutes));
    m_floor->setValue(int(settings.freeFloorBytes / bytesPerMb));
    m_shownFloor = m_floor->value();
    m_trash->setValue(int(settings.trashDays));
    m_collects->setChecked(settings.collectsByItself);
    m_scrub->setValue(int(settings.scrubDays));
    m_content->setEnabled(true);
    for (auto *one : {m_creates, m_collects})
        one->update();
}

ServerSettings ServerSettingsPane::wished() const
{
    // What is shown in whole megabytes stays as it is unless it was changed.
    const bool floorChanged = m_floor->value() != m_shownFloor;
    return {m_trash->value(), floorChanged ? m_floor->value() * bytesPerMb : m_stored.freeFloorBytes, m_tokens->value(), m_scrub->value(),
        m_creates->isChecked(), m_collects->isChecked(), m_anonymous->currentData().toString(), m_publicUrl->text().trimmed()};
}

QCoro::Task<> ServerSettingsPane::load()
{
    auto settingsTask = answer<ServerConfiguration>(question(m_asked), [](ServerConfiguration &server) { return server.settings(); });
    const auto settings = co_await settingsTask;
    if (!settings || m_saving)
        co_return;
    if (*settings) {
        show(**settings);
        co_return;
    }
    auto content = problemOf(tr("The settings of this server could not be read"), settings->error());
    content.secondary.clear();
    m_state->show(content);
    m_pages->setCurrentWidget(m_state);
}

QCoro::Task<> ServerSettingsPane::save()
{
    if (m_saving)
        co_return; // what is changed meanwhile goes with the next round
    const auto place = visit();
    m_saving = true;
    m_banner->hide();
    while (!place.isOver() && wished() != m_stored) {
        const ServerSettings before = m_stored;
        const ServerSettings wish = wished();
        auto storedTask =
            ask<ServerConfiguration>(place.session(), [before, wish](ServerConfiguration &server) { return server.changeSettings(before, wish); });
        const auto stored = co_await storedTask;
        if (place.isOver())
            co_return; // it is about another server, or a new look at this one
        if (stored) {
            m_stored = *stored;
            if (wished() == wish) // nothing was changed meanwhile: what holds is shown
                show(*stored);
            continue;
        }
        show(m_stored);
        if (stored.error().code != ErrorCode::Cancelled)
            m_banner->show(Banner::Kind::Danger, tr("The change was not taken"), errorText(stored.error()));
    }
    m_saving = false;
}

bool ServerSettingsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
        return ToolPane::eventFilter(watched, event);
    event->ignore(); // whoever scrolls past a setting does not change it
    return true;
}

} // namespace berth
