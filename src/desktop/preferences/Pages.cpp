// SPDX-License-Identifier: Apache-2.0
#include "desktop/preferences/Pages.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTimer>
#include <QUrl>

#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/Parts.h"
#include "desktop/parts/SettingCard.h"
#include "desktop/parts/Switch.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/settings/LoginStart.h"
#include "desktop/settings/Preferences.h"

namespace berth {

GeneralPage::GeneralPage(Preferences &preferences, std::function<QString()> diagnostics, QWidget *parent)
    : PreferencesPage("gear", tr("General"), parent)
{
    const auto toggle = [this](SettingCard *card, const QString &label, const QString &hint, bool on, auto set) {
        auto *control = new Switch(label, body());
        control->setChecked(on);
        auto *words = card->addRow(label, hint, control);
        connect(control, &Switch::toggled, this, [set, control, words](bool now) { set(now, control, words); });
        return control;
    };
    auto *start = addGroup(tr("Start"));
    auto *login =
        toggle(start, tr("Start Berth when I log in"), LoginStart::isPossible() ? tr("Starts in the tray, without the window.") : LoginStart::set(true),
            preferences.startsAtLogin(), [&preferences](bool on, Switch *control, QLabel *words) {
                const QString failure = preferences.setStartsAtLogin(on);
                if (failure.isEmpty())
                    return;
                const QSignalBlocker quiet(control);
                control->setChecked(!on);
                words->setText(failure);
            });
    login->setEnabled(LoginStart::isPossible());
    toggle(start, tr("Start the local registry with Berth"), {}, preferences.startsRegistry(),
        [&preferences](bool on, Switch *, QLabel *) { preferences.setStartsRegistry(on); });
    toggle(addGroup(tr("When the window closes")), tr("Keep running in the tray"), tr("Pulls and pushes go on. Quit is in the tray menu and in the main menu."),
        preferences.keepsInTray(), [&preferences](bool on, Switch *, QLabel *) { preferences.setKeepsInTray(on); });
    toggle(addGroup(tr("Notifications")), tr("When a transfer of more than 30 s ends"), {}, preferences.notifies(),
        [&preferences](bool on, Switch *, QLabel *) { preferences.setNotifies(on); });
    auto *copy = makeButton(tr("Copy"), "secondary", "copy", body());
    copy->setProperty("mini", true);
    auto *said = addGroup(tr("Help"))->addRow(tr("Copy diagnostics"), tr("Versions, connections without secrets, the last errors."), copy);
    connect(copy, &QPushButton::clicked, this, [diagnostics = std::move(diagnostics), said] {
        QGuiApplication::clipboard()->setText(diagnostics());
        said->setText(tr("Copied."));
    });
    addStretch();
}

LocalRegistryPage::LocalRegistryPage(LocalServer &local, const QList<ToolFeature> &tools, const Session &session, QWidget *parent)
    : PreferencesPage("server", tr("Local registry"), parent)
    , m_local(local)
    , m_state(new Banner(body()))
    , m_startStop(makeButton({}, "secondary", nullptr, body()))
    , m_session(session)
    , m_port(new QSpinBox(body()))
    , m_apply(makeButton(tr("Change port"), "secondary", nullptr, body()))
{
    addWidget(m_state);
    auto *address = addGroup(tr("Address"));
    address->addRow(tr("Registry"), {}, m_startStop);
    m_port->setRange(1024, 65535);
    m_port->setMinimumWidth(m_port->fontMetrics().horizontalAdvance(QStringLiteral("65535")) + 56);
    m_port->setValue(m_local.port());
    m_port->setAccessibleName(tr("Port"));
    m_apply->setProperty("mini", true);
    auto *control = new QWidget(body());
    auto *row = new QHBoxLayout(control);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_port);
    row->addWidget(m_apply);
    address->addRow(tr("Port"), tr("A change restarts the registry. Addresses of images change with it."), control);
    auto *inside = addGroup(tr("Who may do what, and room"));
    for (const auto &tool : tools) {
        if (!tool.hint || !tool.offered(session))
            continue;
        auto *button = makeButton(tool.text(), "secondary", tool.glyph, body());
        button->setProperty("mini", true);
        inside->addRow(tool.text(), tool.hintText(), button);
        connect(button, &QPushButton::clicked, this, [this, id = tool.id] { Q_EMIT toolRequested(id); });
        m_tools.emplaceBack(tool, button);
    }
    auto *open = makeButton(tr("Open"), "secondary", "open", body());
    open->setProperty("mini", true);
    addGroup(tr("Files"))->addRow(tr("Data folder"), QDir::toNativeSeparators(m_local.folder()), open);
    addStretch();
    connect(open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_local.folder())); });
    connect(m_startStop, &QPushButton::clicked, this, [this] { m_local.isRunning() ? m_local.stop() : m_local.start(); });
    connect(m_port, &QSpinBox::valueChanged, this, &LocalRegistryPage::showState);
    connect(m_apply, &QPushButton::clicked, this, [this] { m_local.setPort(quint16(m_port->value())); });
    connect(&m_local, &LocalServer::stateChanged, this, &LocalRegistryPage::showState);
    showState();
}

void LocalRegistryPage::showState()
{
    using State = LocalServer::State;
    const auto state = m_local.state();
    const bool isBusy = state == State::Starting || state == State::Stopping || state == State::AskingKeychain;
    m_state->show(state == State::Running       ? Banner::Kind::Ok
            : isBusy || state == State::Stopped ? Banner::Kind::Info
                                                : Banner::Kind::Danger,
        m_local.stateText(), state == State::Running ? m_local.address() : m_local.failure());
    m_startStop->setText(m_local.isRunning() ? tr("Stop") : tr("Start"));
    m_startStop->setIcon(icon(m_local.isRunning() ? "stop" : "play"));
    m_startStop->setEnabled(!isBusy);
    m_port->setEnabled(!m_local.isForeign());
    m_apply->setEnabled(!isBusy && !m_local.isForeign() && m_port->value() != m_local.port());
    for (const auto &[tool, button] : std::as_const(m_tools)) {
        const QString whyNot = m_local.isRunning() ? tool.whyNot(m_session) : tr("The local registry is not running");
        button->setEnabled(whyNot.isEmpty());
        button->setToolTip(whyNot);
    }
    m_apply->setToolTip(m_local.isForeign() ? tr("Another program serves this registry") : QString());
}

LookPage::LookPage(Preferences &preferences, const ListChoices &lists, QWidget *parent)
    : PreferencesPage("eye", tr("Look and language"), parent)
{
    auto *theme = new Segments({tr("As the system"), tr("Light"), tr("Dark")}, tr("Theme"), body());
    theme->setCurrent(int(preferences.theme()));
    addGroup(tr("Look"))->addRow(tr("Theme"), {}, theme);
    auto *language = new QComboBox(body());
    language->addItem(tr("As the system"), QString());
    language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language->addItem(QStringLiteral("한국어"), QStringLiteral("ko"));
    language->setCurrentIndex(qMax(0, language->findData(preferences.language())));
    addGroup(tr("Language"))->addRow(tr("Language"), tr("Changes at once, without a restart."), language);
    auto *group = addGroup(tr("Lists"));
    auto *by = new Segments({tr("By artifact"), tr("By tag")}, tr("Artifacts open"), body());
    by->setCurrent(lists.byTag ? 1 : 0);
    group->addRow(tr("Artifacts open"), {}, by);
    auto *untagged = new Switch(tr("Hide artifacts without a tag"), body());
    untagged->setChecked(lists.hidesUntagged);
    group->addRow(tr("Hide artifacts without a tag"), {}, untagged);
    addStretch();
    connect(theme, &Segments::currentChanged, this, [&preferences](int index) { preferences.setTheme(Preferences::Theme(index)); });
    // The window with this very page is made anew in the other language.
    connect(language, &QComboBox::activated, this, [&preferences, language] {
        QTimer::singleShot(0, &preferences, [&preferences, code = language->currentData().toString()] { preferences.setLanguage(code); });
    });
    connect(by, &Segments::currentChanged, this, [set = lists.setByTag](int index) { set(index == 1); });
    connect(untagged, &Switch::toggled, this, lists.setHidesUntagged);
}

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
    auto *view = new TableView(body());
    view->setModel(model);
    view->setSortingEnabled(false);
    view->setRootIsDecorated(false);
    view->setAccessibleName(tr("Keyboard"));
    view->header()->setStretchLastSection(true);
    view->setColumnWidth(0, 260);
    addWidget(view, 1);
}

} // namespace berth
