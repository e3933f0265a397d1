// SPDX-License-Identifier: Apache-2.0
#include "desktop/preferences/Pages.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QStandardItemModel>
#include <QTimer>
#include <QUrl>

#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/Buttons.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/settings/LoginStart.h"
#include "desktop/settings/Preferences.h"
#include "preferences/ui_GeneralPage.h"
#include "preferences/ui_KeyboardPage.h"
#include "preferences/ui_LocalRegistryPage.h"
#include "preferences/ui_LookPage.h"

namespace berth {

GeneralPage::GeneralPage(Preferences &preferences, std::function<QString()> diagnostics, QWidget *parent)
    : PreferencesPage("gear", tr("General"), parent)
    , m_preferences(preferences)
    , m_ui(std::make_unique<Ui::GeneralPage>())
{
    setForm(*m_ui);
    m_ui->atLogin->setChecked(preferences.startsAtLogin());
    m_ui->atLogin->setEnabled(LoginStart::isPossible());
    if (!LoginStart::isPossible())
        m_ui->atLoginRow->setHint(LoginStart::set(true));
    m_ui->startsRegistry->setChecked(preferences.startsRegistry());
    m_ui->keepsInTray->setChecked(preferences.keepsInTray());
    m_ui->notifies->setChecked(preferences.notifies());
    connect(m_ui->atLogin, &Switch::toggled, this, &GeneralPage::setStartsAtLogin);
    connect(m_ui->startsRegistry, &Switch::toggled, this, [&preferences](bool on) { preferences.setStartsRegistry(on); });
    connect(m_ui->keepsInTray, &Switch::toggled, this, [&preferences](bool on) { preferences.setKeepsInTray(on); });
    connect(m_ui->notifies, &Switch::toggled, this, [&preferences](bool on) { preferences.setNotifies(on); });
    connect(m_ui->copy, &QPushButton::clicked, this, [this, diagnostics = std::move(diagnostics)] {
        QGuiApplication::clipboard()->setText(diagnostics());
        m_ui->copyRow->setHint(tr("Copied."));
    });
}

GeneralPage::~GeneralPage() = default;

void GeneralPage::setStartsAtLogin(bool on)
{
    const QString failure = m_preferences.setStartsAtLogin(on);
    if (failure.isEmpty())
        return;
    const QSignalBlocker quiet(m_ui->atLogin);
    m_ui->atLogin->setChecked(!on);
    m_ui->atLoginRow->setHint(failure);
}

LocalRegistryPage::LocalRegistryPage(LocalServer &local, const QList<ToolFeature> &tools, const Session &session, QWidget *parent)
    : PreferencesPage("server", tr("Local registry"), parent)
    , m_local(local)
    , m_session(session)
    , m_ui(std::make_unique<Ui::LocalRegistryPage>())
{
    setForm(*m_ui);
    m_ui->port->setMinimumWidth(m_ui->port->fontMetrics().horizontalAdvance(QStringLiteral("65535")) + 56);
    m_ui->port->setValue(m_local.port());
    m_ui->openRow->setHint(QDir::toNativeSeparators(m_local.folder()));
    offer(tools);
    connect(m_ui->open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_local.folder())); });
    connect(m_ui->startStop, &QPushButton::clicked, this, [this] { m_local.isRunning() ? m_local.stop() : m_local.start(); });
    connect(m_ui->port, &QSpinBox::valueChanged, this, &LocalRegistryPage::showState);
    connect(m_ui->apply, &QPushButton::clicked, this, [this] { m_local.setPort(quint16(m_ui->port->value())); });
    connect(&m_local, &LocalServer::stateChanged, this, &LocalRegistryPage::showState);
    showState();
}

LocalRegistryPage::~LocalRegistryPage() = default;

void LocalRegistryPage::offer(const QList<ToolFeature> &tools)
{
    for (const auto &tool : tools) {
        if (!tool.hint || !tool.offered(m_session))
            continue;
        auto *button = makeButton(tool.text(), "secondary", tool.glyph, m_ui->inside);
        button->setProperty("mini", true);
        m_ui->inside->addRow(tool.text(), tool.hintText(), button);
        connect(button, &QPushButton::clicked, this, [this, id = tool.id] { Q_EMIT toolRequested(id); });
        m_tools.emplaceBack(tool, button);
    }
}

void LocalRegistryPage::showState()
{
    using State = LocalServer::State;
    const auto state = m_local.state();
    const bool isBusy = state == State::Starting || state == State::Stopping || state == State::AskingKeychain;
    m_ui->state->show(state == State::Running   ? Banner::Kind::Ok
            : isBusy || state == State::Stopped ? Banner::Kind::Info
                                                : Banner::Kind::Danger,
        m_local.stateText(), state == State::Running ? m_local.address() : m_local.failure());
    m_ui->startStop->setText(m_local.isRunning() ? tr("Stop") : tr("Start"));
    m_ui->startStop->setIcon(icon(m_local.isRunning() ? "stop" : "play"));
    m_ui->startStop->setEnabled(!isBusy);
    m_ui->port->setEnabled(!m_local.isForeign());
    m_ui->apply->setEnabled(!isBusy && !m_local.isForeign() && m_ui->port->value() != m_local.port());
    for (const auto &[tool, button] : std::as_const(m_tools)) {
        const QString whyNot = m_local.isRunning() ? tool.whyNot(m_session) : tr("The local registry is not running");
        button->setEnabled(whyNot.isEmpty());
        button->setToolTip(whyNot);
    }
    m_ui->apply->setToolTip(m_local.isForeign() ? tr("Another program serves this registry") : QString());
}

LookPage::LookPage(Preferences &preferences, const ListChoices &lists, QWidget *parent)
    : PreferencesPage("eye", tr("Look and language"), parent)
    , m_ui(std::make_unique<Ui::LookPage>())
{
    setForm(*m_ui);
    m_ui->theme->setCurrent(int(preferences.theme()));
    auto *language = m_ui->language;
    language->addItem(tr("As the system"), QString());
    language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language->addItem(QStringLiteral("한국어"), QStringLiteral("ko"));
    language->setCurrentIndex(qMax(0, language->findData(preferences.language())));
    m_ui->by->setCurrent(lists.byTag ? 1 : 0);
    m_ui->untagged->setChecked(lists.hidesUntagged);
    connect(m_ui->theme, &Segments::currentChanged, this, [&preferences](int index) { preferences.setTheme(Preferences::Theme(index)); });
    // The window with this very page is made anew in the other language.
    connect(language, &QComboBox::activated, this, [&preferences, language] {
        QTimer::singleShot(0, &preferences, [&preferences, code = language->currentData().toString()] { preferences.setLanguage(code); });
    });
    connect(m_ui->by, &Segments::currentChanged, this, [set = lists.setByTag](int index) { set(index == 1); });
    connect(m_ui->untagged, &Switch::toggled, this, lists.setHidesUntagged);
}

LookPage::~LookPage() = default;

KeyboardPage::KeyboardPage(const QList<QAction *> &actions, QWidget *parent)
    : PreferencesPage("terminal", tr("Keyboard"), parent)
{
    auto *model = new QStandardItemModel(0, 2, this);
    model->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    const auto add = [model](const QString &name, const QString &keys) {
        auto *second = new QStandardItem(keys);
        second->setData(true, MonoRole);
        model->appendRow({new QStandardItem(name), second});
    };
    const auto native = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    add(tr("Search or jump"), native(Qt::CTRL | Qt::Key_K));
    for (const auto *action : actions) {
        if (!action->shortcut().isEmpty())
            add(action->text().remove(QLatin1Char('&')), native(action->shortcut()));
    }
    add(tr("Back, forward"), native(Qt::ALT | Qt::Key_Left) + QStringLiteral(", ") + native(Qt::ALT | Qt::Key_Right));
    add(tr("Open the row, one level up"), native(Qt::Key_Return) + QStringLiteral(", ") + native(Qt::Key_Backspace));
    add(tr("Next, previous detail tab"), native(Qt::CTRL | Qt::Key_Tab) + QStringLiteral(", ") + native(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab));
    add(tr("Go to connection 1 to 9"), native(Qt::CTRL | Qt::Key_1) + QStringLiteral(" … ") + native(Qt::CTRL | Qt::Key_9));
    add(tr("Main menu"), native(Qt::Key_F10));
    Ui::KeyboardPage form;
    setForm(form);
    form.keys->setModel(model);
    form.keys->header()->setStretchLastSection(true);
    form.keys->setColumnWidth(0, 260);
}

} // namespace berth
