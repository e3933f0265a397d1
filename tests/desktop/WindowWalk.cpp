// SPDX-License-Identifier: Apache-2.0
#include "WindowWalk.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>

#include "Person.h"
#include "TabWalk.h"
#include "WindowChecks.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/details/ContentPage.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/Parts.h"
#include "desktop/tray/Tray.h"

namespace berth::test {

namespace {

/// Waits until the layouts have come to rest: a scroll bar that appears moves everything once more.
void rest(const QWidget &window)
{
    std::size_t before = 0;
    for (int same = 0, tries = 0; same < 2 && tries < 50; ++tries) {
        QTest::qWait(10);
        std::size_t now = 0;
        forShown(window, [&](const QWidget &widget) {
            const QRect place = widget.geometry();
            now = qHashMulti(now, place.x(), place.y(), place.width(), place.height());
        });
        same = now == before ? same + 1 : 0;
        before = now;
    }
}

} // namespace

WindowWalk::WindowWalk(const QString &certificate)
    : m_certificate(certificate)
{
}

void WindowWalk::walk()
{
    beforeTheRegistryRuns();
    fill();
    lists();
    artifacts();
    connections();
    connectDialogs();
    imports();
    transfers();
    tools();
    preferencesAndMenus();
    withoutItsKey();
}

QStringList WindowWalk::faults() const
{
    QStringList lines;
    for (auto it = m_faults.begin(); it != m_faults.end(); ++it)
        lines << QStringLiteral("%1  [%2%3]").arg(it.key(), it->first(), it->size() > 1 ? QStringLiteral(", and %1 more").arg(it->size() - 1) : QString());
    return lines;
}

void WindowWalk::note(const QString &where, const QString &kind, const QStringList &faults)
{
    for (const auto &fault : faults)
        m_faults[kind + QStringLiteral(": ") + fault] << where;
}

void WindowWalk::mustBe(bool holds, const QString &what)
{
    if (!holds)
        m_faults[QStringLiteral("not reached: ") + what] << QStringLiteral("the walk");
}

void WindowWalk::settle(int ms) { QTest::qWait(ms); }

void WindowWalk::look(QWidget &window, const QString &where, Keys keys)
{
    ++m_looks;
    rest(window);
    note(where, QStringLiteral("no name"), namelessIn(window));
    note(where, QStringLiteral("same letter"), sameMnemonicsIn(window));
    note(where, QStringLiteral("cut"), cutTextsIn(window));
    note(where, QStringLiteral("outgrown"), outgrownIn(window, window.inherits("QDialog") ? screen : QSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX)));
    if (keys == Keys::Walked)
        note(where, QStringLiteral("keys"), tabFaultsIn(window));
}

void WindowWalk::look(QMenu *menu, const QString &where)
{
    mustBe(menu, where);
    if (!menu)
        return;
    ++m_looks;
    settle();
    note(where, QStringLiteral("same letter"), sameMnemonicsIn(*menu));
    note(where, QStringLiteral("cut"), cutTextsIn(*menu));
    note(where, QStringLiteral("outgrown"), outgrownIn(*menu, screen));
    menu->close();
    settle(10);
}

void WindowWalk::lookAtWindow(const QString &where, Keys keys)
{
    for (const QSize &size : {QSize(900, 600), QSize(1280, 800)}) {
        m_berth.window().resize(size);
        look(m_berth.window(), QStringLiteral("%1, %2 × %3").arg(where).arg(size.width()).arg(size.height()), keys);
    }
}

void WindowWalk::dialog(const QString &where, const std::function<void()> &open, const QList<std::pair<QString, Act>> &then)
{
    open();
    QPointer<QDialog> shown = openDialog();
    mustBe(shown, where);
    if (!shown)
        return;
    settle(30);
    look(*shown, where);
    for (const auto &[what, act] : then) {
        act(*shown);
        mustBe(shown, what);
        if (!shown)
            return;
        look(*shown, where + QStringLiteral(", ") + what);
    }
    shown->close();
    mustBe(noDialog(), QStringLiteral("the end of ") + where);
}

void WindowWalk::goTo(const Place &place)
{
    auto &browser = m_berth.browser();
    browser.goTo(place);
    mustBe(QTest::qWaitFor([&] { return !browser.content().isEmpty(); }, 10000), place.registry + QLatin1Char('/') + place.image);
    settle(60);
}

void WindowWalk::beforeTheRegistryRuns()
{
    using State = LocalServer::State;
    const std::pair<KeychainState, State> moods[] = {{KeychainState::NoService, State::KeychainAbsent}, {KeychainState::Locked, State::KeychainLocked},
        {KeychainState::Dismissed, State::KeychainDismissed}, {KeychainState::Failed, State::KeychainFailed}};
    m_berth.keychain().mood = moods[0].first;
    m_berth.desktop().start(false, {});
    for (const auto &[mood, state] : moods) {
        m_berth.keychain().mood = mood;
        m_berth.server().start();
        mustBe(QTest::qWaitFor([&, wanted = state] { return m_berth.server().state() == wanted; }, 10000), QStringLiteral("keyring state %1").arg(int(mood)));
        lookAtWindow(QStringLiteral("keyring state %1").arg(int(mood)));
    }
    m_berth.keychain().mood = KeychainState::Ok;
    m_berth.server().start();
    mustBe(QTest::qWaitFor([&] { return m_berth.session().state() == Session::State::Online; }, 20000), QStringLiteral("the local registry"));
    settle(100);
    lookAtWindow(QStringLiteral("first start"));
}

void WindowWalk::fill()
{
    QByteArray children;
    int seed = 0;
    for (const char *architecture : {"amd64", "arm64", "ppc64le"}) {
        const auto image = makeImage(++seed, 3, 2000, architecture);
        m_berth.push(QStringLiteral("library/ubuntu"), QString::fromUtf8(image.digest()), image);
        children += (children.isEmpty() ? "" : ",") + QByteArray(R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")") + image.digest()
            + R"(","size":)" + QByteArray::number(image.manifest.size()) + R"(,"platform":{"os":"linux","architecture":")" + architecture + R"("}})";
    }
    const QByteArray indexType = "application/vnd.oci.image.index.v1+json";
    const QByteArray index = R"({"schemaVersion":2,"mediaType":")" + indexType + R"(","manifests":[)" + children + "]}";
    m_berth.push(QStringLiteral("library/ubuntu"), QStringLiteral("18.04"), makeImage(++seed, 4));
    for (const char *tag : {"24.04", "noble", "latest"})
        m_berth.send("PUT", QStringLiteral("/v2/library/ubuntu/manifests/") + QLatin1String(tag), index, indexType);
    for (const char *name : {"api/gateway", "api/authentication", "jobs/mailer"})
        m_berth.push(QStringLiteral("team-platform/") + QLatin1String(name), QStringLiteral("v1.8.0"), makeImage(++seed));
    m_berth.session().refresh();
    settle(200);
}

void WindowWalk::lists()
{
    auto &browser = m_berth.browser();
    mustBe(QTest::qWaitFor([&] { return !browser.content().isEmpty(); }, 10000), QStringLiteral("registries"));
    lookAtWindow(QStringLiteral("registries"));
    browser.table().setCurrentIndex(browser.table().model()->index(0, 0));
    lookAtWindow(QStringLiteral("a registry selected"));
    dialog(QStringLiteral("delete registry"), [&] { browser.deleteSelection(); }, {{QStringLiteral("refused"), [](QWidget &open) {
                                                                                        for (auto *button : open.findChildren<QPushButton *>()) {
                                                                                            if (button->property("kind") == QLatin1String("danger"))
                                                                                                button->click();
                                                                                        }
                                                                                        QTest::qWait(150);
                                                                                    }}});
    dialog(QStringLiteral("create registry"), [&] { browser.createRegistry(); },
        {{QStringLiteral("bad name"), [](QWidget &open) { open.findChild<QLineEdit *>()->setText(QStringLiteral("Team")); }}});

    goTo({QStringLiteral("local"), QStringLiteral("team-platform"), {}});
    lookAtWindow(QStringLiteral("images"));
    browser.table().setCurrentIndex(browser.table().model()->index(0, 0));
    lookAtWindow(QStringLiteral("an image selected"));
    browser.table().selectAll();
    lookAtWindow(QStringLiteral("images selected"));
    dialog(QStringLiteral("delete images"), [&] { browser.deleteSelection(); });
    browser.content().filterFor(QStringLiteral("24.10"));
    lookAtWindow(QStringLiteral("nothing matches"));
    browser.content().filterFor({});
    browser.goTo({QStringLiteral("local"), QStringLiteral("no-such-registry"), {}});
    settle(200);
    lookAtWindow(QStringLiteral("a place that is gone"));
}

void WindowWalk::details(const QString &what)
{
    auto &pane = m_berth.browser().details();
    const auto names = pane.tabNames();
    for (int tab = 0; tab < names.size(); ++tab) {
        m_berth.window().resize(1280, 800);
        pane.setOpen(true);
        pane.selectTab(tab);
        (void)QTest::qWaitFor(
            [&] {
                const auto pages = pane.findChildren<ContentPage *>();
                return std::all_of(pages.begin(), pages.end(), [](const ContentPage *page) { return !page->isVisible() || page->showsContent(); });
            },
            3000);
        look(m_berth.window(), QStringLiteral("%1, %2, 1280 × 800").arg(what, names.at(tab)));
        m_berth.window().resize(900, 600);
        settle();
        pane.setOpen(true);
        look(m_berth.window(), QStringLiteral("%1, %2, 900 × 600").arg(what, names.at(tab)));
    }
    pane.setOpen(false);
    look(m_berth.window(), what + QStringLiteral(", details closed"));
    pane.selectTab(0);
}

void WindowWalk::artifacts()
{
    auto &browser = m_berth.browser();
    goTo({QStringLiteral("local"), QStringLiteral("library"), QStringLiteral("ubuntu")});
    auto *rows = browser.table().model();
    QModelIndex index, image;
    for (int row = 0; row < rows->rowCount(); ++row)
        (rows->hasChildren(rows->index(row, 0)) ? index : image) = rows->index(row, 0);
    mustBe(index.isValid() && image.isValid(), QStringLiteral("an index and an image"));
    browser.table().expand(index);
    browser.table().setCurrentIndex(index);
    details(QStringLiteral("an index"));
    dialog(QStringLiteral("export an index"), [&] { browser.contentPane().exportSelection(); },
        {{QStringLiteral("as Docker archive"), [](QWidget &open) { open.findChild<Segments *>()->setCurrent(1); }}});
    browser.table().setCurrentIndex(rows->index(0, 0, index));
    lookAtWindow(QStringLiteral("a platform"));
    browser.table().setCurrentIndex(image);
    details(QStringLiteral("an image"));
    dialog(QStringLiteral("create tag"), [&] { browser.contentPane().createTag(); },
        {{QStringLiteral("bad tag"), [](QWidget &open) { open.findChild<QLineEdit *>()->setText(QStringLiteral("a tag")); }},
            {QStringLiteral("a tag of another artifact"), [](QWidget &open) {
                 open.findChild<QLineEdit *>()->setText(QStringLiteral("noble"));
                 QTest::qWait(500); // the registry is asked once the typing rests
             }}});
    browser.table().collapseAll();
    browser.table().selectAll();
    lookAtWindow(QStringLiteral("artifacts selected"));
    dialog(QStringLiteral("delete artifacts"), [&] { browser.deleteSelection(); });
    dialog(QStringLiteral("export artifacts"), [&] { browser.contentPane().exportSelection(); },
        {{QStringLiteral("as Docker archive"), [](QWidget &open) { open.findChild<Segments *>()->setCurrent(1); }}});

    browser.content().setArtifactView(ContentTable::ArtifactView::ByTag);
    browser.table().setCurrentIndex(browser.table().model()->index(0, 0));
    lookAtWindow(QStringLiteral("by tag"));
    dialog(QStringLiteral("move tag"), [&] { browser.contentPane().moveSelectedTag(); },
        {{QStringLiteral("to no artifact"),
             [](QWidget &open) {
                 open.findChild<QLineEdit *>()->setText(QStringLiteral("22.04"));
                 QTest::qWait(500);
             }},
            {QStringLiteral("to another artifact"), [](QWidget &open) {
                 open.findChild<QLineEdit *>()->setText(QStringLiteral("18.04"));
                 QTest::qWait(500);
             }}});
    dialog(QStringLiteral("delete a tag"), [&] { browser.deleteSelection(); });
    browser.table().selectAll();
    dialog(QStringLiteral("delete tags"), [&] { browser.deleteSelection(); });
    browser.content().setArtifactView(ContentTable::ArtifactView::ByArtifact);
}

} // namespace berth::test
