// SPDX-License-Identifier: Apache-2.0
// Makes the pictures of the README and of every state, from the real window over a real registry.
//   berth_screenshots FOLDER [--dark] [--language ko]
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QTranslator>
#include <QTreeView>

#include "DesktopFixture.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/browse/TableView.h"
#include "desktop/connections/ConnectDialog.h"
#include "desktop/connections/ConnectionList.h"
#include "desktop/search/SearchBox.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/Icons.h"
#include "desktop/style/Theme.h"
#include "desktop/transfers/TransfersPanel.h"
#include "desktop/tray/Tray.h"
#include "core/Hasher.h"
#include "transfer/TransferQueue.h"

#include <QMenu>

using namespace berth;
using namespace berth::test;

namespace {

QString folder;
QString suffix;

void settle(int milliseconds = 250) { QTest::qWait(milliseconds); }

void take(QWidget &widget, const QString &name)
{
    settle();
    const QString file = QStringLiteral("%1/%2%3.png").arg(folder, name, suffix);
    if (!widget.grab().save(file))
        qFatal("%s could not be written", qPrintable(file));
}

QByteArray indexOf(const QList<std::pair<QByteArray, TestImage>> &images)
{
    QByteArray list;
    for (const auto &[architecture, image] : images)
        list += (list.isEmpty() ? "" : ",") + QByteArray(R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")") + image.digest()
            + R"(","size":)" + QByteArray::number(image.manifest.size()) + R"(,"platform":{"os":"linux","architecture":")" + architecture + R"("}})";
    return R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)" + list + "]}";
}

void fill(DesktopFixture &berth)
{
    int seed = 10;
    for (const char *tag : {"20.04", "22.04", "24.04"}) {
        QList<std::pair<QByteArray, TestImage>> platforms;
        for (const char *architecture : {"amd64", "arm64", "ppc64le", "s390x"}) {
            platforms.emplaceBack(architecture, makeImage(++seed, 3, 900'000, architecture));
            berth.push(QStringLiteral("library/ubuntu"), QString::fromUtf8(platforms.last().second.digest()), platforms.last().second);
        }
        berth.send("PUT", QStringLiteral("/v2/library/ubuntu/manifests/%1").arg(QLatin1String(tag)), indexOf(platforms), "application/vnd.oci.image.index.v1+json");
    }
    berth.send("PUT", QStringLiteral("/v2/library/ubuntu/manifests/noble"), berth.send("GET", QStringLiteral("/v2/library/ubuntu/manifests/24.04")).body, "application/vnd.oci.image.index.v1+json");
    berth.send("PUT", QStringLiteral("/v2/library/ubuntu/manifests/latest"), berth.send("GET", QStringLiteral("/v2/library/ubuntu/manifests/24.04")).body, "application/vnd.oci.image.index.v1+json");
    berth.push(QStringLiteral("library/ubuntu"), QStringLiteral("18.04"), makeImage(++seed, 4, 600'000));
    for (const char *name : {"api/gateway", "api/auth", "api/search", "web/admin", "jobs/mailer"}) {
        for (const char *tag : {"v1.8.0", "v2.13.2", "latest"}) {
            ++seed;
            berth.push(QStringLiteral("team-platform/") + QLatin1String(name), QLatin1String(tag), makeImage(seed, 3, 300'000 + seed * 9000));
        }
    }
    berth.push(QStringLiteral("web-shop/checkout"), QStringLiteral("2.8.1"), makeImage(++seed));
}

QString dockerArchive(const QString &name, const QByteArray &repoTag, int seed)
{
    // A layer is any tar; an image of one is enough to show the dialog.
    const auto pad = [](QByteArray bytes) { return bytes + QByteArray((512 - bytes.size() % 512) % 512, '\0'); };
    const auto entry = [&](const QByteArray &path, const QByteArray &content) {
        QByteArray header(512, '\0');
        header.replace(0, path.size(), path);
        header.replace(100, 7, "0000644");
        header.replace(108, 7, "0000000");
        header.replace(116, 7, "0000000");
        header.replace(124, 11, QByteArray::number(content.size(), 8).rightJustified(11, '0'));
        header.replace(136, 11, "00000000000");
        header.replace(148, 8, "        ");
        header[156] = '0';
        header.replace(257, 8, QByteArray("ustar\00000", 8));
        unsigned sum = 0;
        for (const char c : header)
            sum += static_cast<unsigned char>(c);
        header.replace(148, 7, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray(1, '\0'));
        return header + pad(content);
    };
    QByteArray layers, diffs, paths, body;
    for (int i = 0; i < 4; ++i) {
        QByteArray content(400'000 * (i + 1), char(seed + i));
        const QByteArray tar = entry("file" + QByteArray::number(i), content) + QByteArray(1024, '\0');
        const QByteArray hex = digestOf(tar).mid(7);
        body += entry(hex.left(20) + "/layer.tar", tar);
        paths += (i ? ",\"" : "\"") + hex.left(20) + "/layer.tar\"";
        diffs += (i ? ",\"sha256:" : "\"sha256:") + hex + "\"";
    }
    const QByteArray config = R"({"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[)" + diffs + "]}}";
    const QByteArray configName = digestOf(config).mid(7) + ".json";
    body += entry(configName, config);
    body += entry("manifest.json", "[{\"Config\":\"" + configName + "\",\"RepoTags\":" + (repoTag.isEmpty() ? "null" : "[\"" + repoTag + "\"]") + ",\"Layers\":[" + paths + "]}]");
    QFile file(folder + QLatin1Char('/') + name);
    file.open(QIODevice::WriteOnly);
    file.write(body + QByteArray(1024, '\0'));
    return file.fileName();
}

QWidget *openDialog()
{
    settle(700);
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && widget->inherits("QDialog"))
            return widget;
    }
    qFatal("no dialog is open");
    return nullptr;
}

void components(const QString &name)
{
    // The controls and their states beside each other.
    QWidget page;
    page.resize(680, 420);
    page.setAutoFillBackground(true);
    QPalette own = page.palette();
    own.setColor(QPalette::Window, Theme::current().surface);
    page.setPalette(own);
    int y = 20;
    for (const char *kind : {"primary", "secondary", "tonal", "flat", "danger"}) {
        int x = 20;
        for (const bool enabled : {true, false}) {
            auto *button = new QPushButton(QStringLiteral("Import"), &page);
            button->setProperty("kind", QLatin1String(kind));
            button->setIcon(icon("import", qstrcmp(kind, "primary") == 0 ? Tint::OnAccent : qstrcmp(kind, "danger") == 0 ? Tint::OnDanger : Tint::Text2));
            button->setEnabled(enabled);
            button->move(x, y);
            x += 130;
        }
        y += 44;
    }
    auto *field = new QLineEdit(QStringLiteral("ubuntu"), &page);
    field->move(320, 20);
    auto *bad = new QLineEdit(QStringLiteral("Ubuntu"), &page);
    bad->setProperty("bad", true);
    bad->move(320, 64);
    auto *off = new QLineEdit(QStringLiteral("ubuntu"), &page);
    off->setEnabled(false);
    off->move(320, 108);
    auto *tabs = new QTabBar(&page);
    tabs->addTab(QStringLiteral("Information"));
    tabs->addTab(QStringLiteral("Tags\t4"));
    tabs->setDrawBase(false);
    tabs->move(320, 152);
    tabs->resize(tabs->sizeHint());
    page.show();
    take(page, name);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setStyle(new BerthStyle);
    QApplication::setQuitOnLastWindowClosed(false);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("FOLDER"), {});
    parser.addOption({QStringLiteral("dark"), {}});
    parser.addOption({QStringLiteral("language"), {}, QStringLiteral("code")});
    parser.process(app);
    folder = parser.positionalArguments().value(0);
    QDir().mkpath(folder);
    const QString language = parser.value(QStringLiteral("language"));
    QTranslator texts;
    // The English pictures use a region whose dates begin with the year.
    QLocale::setDefault(language.isEmpty() ? QLocale(QLocale::English, QLocale::Canada) : QLocale(language));
    if (texts.load(QLocale(language.isEmpty() ? QStringLiteral("en") : language), QStringLiteral("berth"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QApplication::installTranslator(&texts);
    const QString scale = qEnvironmentVariable("QT_SCALE_FACTOR");
    suffix = (language.isEmpty() ? QString() : QLatin1Char('-') + language) + (parser.isSet(QStringLiteral("dark")) ? QStringLiteral("-dark") : QStringLiteral("-light")) + (scale.isEmpty() ? QString() : QLatin1Char('@') + scale + QLatin1Char('x'));
    QApplication::setPalette((parser.isSet(QStringLiteral("dark")) ? Theme::dark() : Theme::light()).palette());

    components(QStringLiteral("12-components"));
    DesktopFixture berth;
    berth.keychain().mood = KeychainState::NoService;
    auto &window = berth.window();
    window.resize(1280, 800);
    berth.desktop().start(false, {});
    settle(500);
    take(window, QStringLiteral("24-no-keyring"));
    berth.keychain().mood = KeychainState::Locked;
    berth.server().start();
    settle(300);
    take(window, QStringLiteral("24-locked"));
    berth.keychain().mood = KeychainState::Ok;
    berth.server().start();
    if (!QTest::qWaitFor([&] { return berth.session().state() == Session::State::Online; }, 20000))
        qFatal("the registry did not start: %s", qPrintable(berth.server().failure()));
    take(window, QStringLiteral("02-first-start"));
    window.resize(900, 600);
    take(window, QStringLiteral("02-first-start-small"));
    window.resize(1280, 800);

    fill(berth);
    berth.session().refresh();
    settle(600);
    take(window, QStringLiteral("01-registries"));
    berth.browser().goTo({QStringLiteral("local"), QStringLiteral("team-platform"), {}});
    settle(600);
    take(window, QStringLiteral("11-images"));
    berth.browser().goTo({QStringLiteral("local"), QStringLiteral("library"), QStringLiteral("ubuntu")});
    settle(600);
    berth.browser().table().setExpanded(berth.browser().table().model()->index(0, 0), true);
    take(window, QStringLiteral("01-artifacts"));
    berth.browser().details().nextTab(1);
    take(window, QStringLiteral("01-tags"));
    berth.browser().table().setCurrentIndex(berth.browser().table().model()->index(1, 0));
    settle();
    for (const char *tab : {"layers", "configuration", "history", "platforms", "manifest"}) {
        berth.browser().details().nextTab(1);
        take(window, QStringLiteral("14-") + QLatin1String(tab));
    }
    berth.browser().details().selectTab(0);
    berth.browser().content().setArtifactView(ContentTable::ArtifactView::ByTag);
    take(window, QStringLiteral("01-by-tag"));
    berth.browser().content().setArtifactView(ContentTable::ArtifactView::ByArtifact);
    settle();

    berth.browser().deleteSelection();
    auto *dialog = openDialog();
    take(*dialog, QStringLiteral("06-delete"));
    dialog->close();
    settle(100);
    berth.browser().createRegistry();
    dialog = openDialog();
    if (auto *name = dialog->findChild<QLineEdit *>())
        name->setText(QStringLiteral("Team"));
    take(*dialog, QStringLiteral("27-create"));
    dialog->close();
    settle(100);

    berth.browser().createTag();
    dialog = openDialog();
    if (auto *name = dialog->findChild<QLineEdit *>())
        name->setText(QStringLiteral("22.04"));
    settle(900);
    take(*dialog, QStringLiteral("27-move-tag"));
    dialog->close();
    settle(100);

    window.connectServer();
    dialog = openDialog();
    take(*dialog, QStringLiteral("08-connect"));
    dialog->close();
    settle(100);
    Connection wrong = berth.server().connection();
    wrong.id = QStringLiteral("wrong");
    wrong.name = QStringLiteral("Team registry");
    wrong.secret = Secret("wrong");
    berth.desktop().connections().save(wrong);
    settle(300);
    window.editConnection(wrong.id);
    dialog = openDialog();
    static_cast<ConnectDialog *>(dialog)->test();
    settle(1500);
    take(*dialog, QStringLiteral("08-connect-failed"));
    dialog->close();
    berth.browser().goTo({wrong.id, {}, {}});
    take(window, QStringLiteral("07-not-signed-in"));
    Connection right = berth.server().connection();
    right.id = wrong.id;
    right.name = wrong.name;
    berth.desktop().connections().save(right);
    settle(600);
    window.editConnection(right.id);
    dialog = openDialog();
    static_cast<ConnectDialog *>(dialog)->test();
    settle(1500);
    take(*dialog, QStringLiteral("08-connect-passed"));
    dialog->close();
    Connection gone;
    gone.id = QStringLiteral("gone");
    gone.name = QStringLiteral("Old Harbor");
    gone.kind = ServerKind::Registry;
    gone.url = QUrl(QStringLiteral("http://127.0.0.1:1"));
    berth.desktop().connections().save(gone);
    settle(300);
    berth.browser().goTo({gone.id, {}, {}});
    take(window, QStringLiteral("07-unreachable"));
    berth.browser().goTo({QStringLiteral("local"), QStringLiteral("library"), QStringLiteral("ubuntu")});
    settle(400);

    const QString ubuntu = dockerArchive(QStringLiteral("ubuntu-18.04.tar"), "ubuntu:18.04", 3);
    const QString hangul = dockerArchive(QStringLiteral("한글.tar"), {}, 40);
    QFile broken(folder + QStringLiteral("/broken.tar"));
    broken.open(QIODevice::WriteOnly);
    broken.write("no archive at all");
    broken.close();
    window.importFiles({ubuntu, hangul, broken.fileName()});
    dialog = openDialog();
    settle(900);
    take(*dialog, QStringLiteral("03-import"));
    for (auto *button : dialog->findChildren<QPushButton *>()) {
        if (button->property("kind") == QLatin1String("primary"))
            button->click();
    }
    settle(3000);
    take(window, QStringLiteral("11-transfers"));
    berth.browser().content().filterFor(QStringLiteral("24.10"));
    take(window, QStringLiteral("24-nothing-matches"));
    berth.browser().content().filterFor({});
    window.search().begin();
    window.search().setText(QStringLiteral("ga"));
    settle(900);
    take(window, QStringLiteral("26-search"));
    window.search().clear();
    berth.browser().table().setCurrentIndex(berth.browser().table().model()->index(2, 0));
    berth.browser().exportSelection();
    dialog = openDialog();
    take(*dialog, QStringLiteral("25-export"));
    dialog->close();
    settle(100);
    for (int page = 0; page < 6; ++page) {
        window.showPreferences(page);
        dialog = openDialog();
        take(*dialog, QStringLiteral("22-preferences-%1").arg(page + 1));
        dialog->close();
        settle(100);
    }
    window.resize(900, 600);
    take(window, QStringLiteral("13-small"));
    window.resize(1280, 800);
    berth.desktop().tray().menu()->popup(QPoint(20, 20));
    take(*berth.desktop().tray().menu(), QStringLiteral("10-tray-menu"));
    berth.desktop().tray().menu()->close();
    berth.server().stop();
    settle(1500);
    take(window, QStringLiteral("24-stopped"));
    for (const auto &file : {ubuntu, hangul, broken.fileName()})
        QFile::remove(file);
    return 0;
}
