// SPDX-License-Identifier: Apache-2.0
// Makes the pictures of the README and of every state, from the real window over a real registry.
//   berth_screenshots FOLDER [--dark] [--language ko] [--policies]
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTranslator>

#include "Shots.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/connections/ConnectDialog.h"
#include "desktop/lists/TableView.h"
#include "desktop/search/SearchBox.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/Theme.h"

using namespace berth;
using namespace berth::test;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setStyle(new BerthStyle);
    QApplication::setQuitOnLastWindowClosed(false);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("FOLDER"), {});
    parser.addOption({QStringLiteral("dark"), {}});
    parser.addOption({QStringLiteral("policies"), {}}); // only these
    parser.addOption({QStringLiteral("language"), {}, QStringLiteral("code")});
    parser.process(app);
    Shots shots;
    shots.folder = parser.positionalArguments().value(0);
    QDir().mkpath(shots.folder);
    const QString language = parser.value(QStringLiteral("language"));
    QTranslator texts;
    // The English pictures use a region whose dates begin with the year.
    QLocale::setDefault(language.isEmpty() ? QLocale(QLocale::English, QLocale::Canada) : QLocale(language));
    if (texts.load(QLocale(language.isEmpty() ? QStringLiteral("en") : language), QStringLiteral("berth"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QApplication::installTranslator(&texts);
    shots.isEnglish = language.isEmpty();
    const QString scale = qEnvironmentVariable("QT_SCALE_FACTOR");
    shots.suffix = (language.isEmpty() ? QString() : QLatin1Char('-') + language)
        + (parser.isSet(QStringLiteral("dark")) ? QStringLiteral("-dark") : QStringLiteral("-light"))
        + (scale.isEmpty() ? QString() : QLatin1Char('@') + scale + QLatin1Char('x'));
    QApplication::setPalette((parser.isSet(QStringLiteral("dark")) ? Theme::dark() : Theme::light()).palette());

    if (parser.isSet(QStringLiteral("policies"))) {
        DesktopFixture berth;
        berth.window().resize(1280, 800);
        if (!berth.start())
            qFatal("the registry did not start: %s", qPrintable(berth.server().failure()));
        fillWithImages(berth);
        berth.session().refresh();
        takePolicies(shots, berth);
        return 0;
    }
    takeControls(shots);
    DesktopFixture berth;
    berth.keychain().mood = KeychainState::NoService;
    auto &window = berth.window();
    window.resize(1280, 800);
    berth.desktop().start(false, {});
    settle(500);
    shots.take(window, QStringLiteral("24-no-keyring"));
    berth.keychain().mood = KeychainState::Locked;
    berth.server().start();
    settle(300);
    shots.take(window, QStringLiteral("24-locked"));
    berth.keychain().mood = KeychainState::Ok;
    berth.server().start();
    if (!QTest::qWaitFor([&] { return berth.session().state() == Session::State::Online; }, 20000))
        qFatal("the registry did not start: %s", qPrintable(berth.server().failure()));
    shots.take(window, QStringLiteral("02-first-start"));
    window.resize(900, 600);
    shots.take(window, QStringLiteral("02-first-start-small"));
    window.resize(1280, 800);

    fillWithImages(berth);
    berth.session().refresh();
    settle(600);
    shots.take(window, QStringLiteral("01-registries"));
    berth.browser().goTo({QStringLiteral("local"), QStringLiteral("team-platform"), {}});
    settle(600);
    shots.take(window, QStringLiteral("11-images"));
    berth.browser().goTo({QStringLiteral("local"), QStringLiteral("library"), QStringLiteral("ubuntu")});
    settle(600);
    berth.browser().table().setExpanded(berth.browser().table().model()->index(0, 0), true);
    shots.take(window, QStringLiteral("01-artifacts"));
    berth.browser().details().nextTab(1);
    shots.take(window, QStringLiteral("01-tags"));
    berth.browser().table().setCurrentIndex(berth.browser().table().model()->index(1, 0));
    settle();
    for (const char *tab : {"layers", "configuration", "history", "platforms", "manifest"}) {
        berth.browser().details().nextTab(1);
        shots.take(window, QStringLiteral("14-") + QLatin1String(tab));
    }
    berth.browser().details().selectTab(0);
    berth.browser().content().setArtifactView(ContentTable::ArtifactView::ByTag);
    shots.take(window, QStringLiteral("01-by-tag"));
    berth.browser().content().setArtifactView(ContentTable::ArtifactView::ByArtifact);
    settle();

    takeDialogs(shots, berth);
    takeConnectDialogs(shots, berth);

    Connection wrong = berth.server().connection();
    wrong.id = QStringLiteral("wrong");
    wrong.name = QStringLiteral("Team registry");
    wrong.secret = Secret("wrong");
    berth.desktop().connections().save(wrong);
    settle(300);
    const auto test = [](QDialog &open) {
        static_cast<ConnectDialog &>(open).test();
        settle(1500);
    };
    shots.dialog(
        QStringLiteral("08-connect-failed"), [&] { window.editConnection(wrong.id); }, test);
    berth.browser().goTo({wrong.id, {}, {}});
    shots.take(window, QStringLiteral("07-not-signed-in"));
    Connection right = berth.server().connection();
    right.id = wrong.id;
    right.name = wrong.name;
    berth.desktop().connections().save(right);
    settle(600);
    shots.dialog(
        QStringLiteral("08-connect-passed"), [&] { window.editConnection(right.id); }, test);
    Connection gone;
    gone.id = QStringLiteral("gone");
    gone.name = QStringLiteral("Old Harbor");
    gone.kind = ServerKind::Registry;
    gone.url = QUrl(QStringLiteral("http://127.0.0.1:1"));
    berth.desktop().connections().save(gone);
    settle(300);
    berth.browser().goTo({gone.id, {}, {}});
    shots.take(window, QStringLiteral("07-unreachable"));
    berth.browser().goTo({QStringLiteral("local"), QStringLiteral("library"), QStringLiteral("ubuntu")});
    settle(400);

    takeImports(shots, berth);
    berth.browser().content().filterFor(QStringLiteral("24.10"));
    shots.take(window, QStringLiteral("24-nothing-matches"));
    berth.browser().content().filterFor({});
    window.search().begin();
    window.search().setText(QStringLiteral("ga"));
    settle(900);
    shots.take(window, QStringLiteral("26-search"));
    window.search().clear();
    for (int page = 0; page < 6; ++page)
        shots.dialog(QStringLiteral("22-preferences-%1").arg(page + 1), [&] { window.showPreferences(page); });
    window.resize(900, 600);
    shots.take(window, QStringLiteral("13-small"));
    window.resize(1280, 800);
    takeTrashAndStorage(shots, berth);
    takeAccess(shots, berth);
    takePolicies(shots, berth);
    takeMenus(shots, berth);
    takeDrop(shots, berth);
    takeTransfers(shots, berth);
    takeLoading(shots, berth);
    takeUnfinishedRun(shots, berth);
    takeNoRights(shots, berth);
    takeLockedKey(shots, berth);
    goTo(berth, {QStringLiteral("local"), {}, {}});
    berth.server().stop();
    settle(1500);
    shots.take(window, QStringLiteral("24-stopped"));
    takeLostKey(shots, berth);
    takeLongTexts(shots);
    return 0;
}
