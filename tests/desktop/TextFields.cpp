// SPDX-License-Identifier: Apache-2.0
#include "TextFields.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>

#include "DesktopFixture.h"
#include "DropArchive.h"
#include "Person.h"
#include "archive/ImageBuilder.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/browse/TagsPage.h"
#include "desktop/lists/TableView.h"
#include "desktop/search/SearchBox.h"

using namespace Qt::StringLiterals;

namespace berth::test {

QLineEdit *fieldIn(QWidget &widget, const QString &label)
{
    QLineEdit *found = nullptr;
    (void)QTest::qWaitFor(
        [&] {
            for (auto *line : widget.findChildren<QLineEdit *>()) {
                const auto *combo = qobject_cast<QComboBox *>(line->parentWidget());
                if (line->isVisible() && (combo ? combo->accessibleName() : line->accessibleName()) == label)
                    found = line;
            }
            return found != nullptr;
        },
        10000);
    return found;
}

QWidget *elsewhere(const QLineEdit &field)
{
    QWidget *button = nullptr;
    for (auto *child : field.window()->findChildren<QWidget *>()) {
        if (!child->isVisible() || !child->isEnabled() || child == &field || child->isAncestorOf(&field) || field.isAncestorOf(child))
            continue;
        if (qobject_cast<QLineEdit *>(child) && !qobject_cast<QComboBox *>(child->parentWidget()) && !child->visibleRegion().isEmpty())
            return child;
        if (qobject_cast<QPushButton *>(child) && child->focusPolicy() & Qt::ClickFocus)
            button = child;
    }
    return button;
}

TextFields::TextFields(DesktopFixture &berth)
    : m_berth(berth)
    , m_archive(m_folder.filePath(u"한글.tar"_s))
{
    QFile file(m_archive);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(oldDockerLayout({makeParts(3, 1)}).toTar());
    berth.push(u"team/app"_s, u"1.0"_s, makeImage(3));
    berth.push(u"team/app"_s, u"2.0"_s, makeImage(4));
    berth.session().refresh();
}

QStringList TextFields::names()
{
    // After a colon: the label of one among several.
    return {u"search"_s, u"filter of the list"_s, u"search of the tags"_s, u"find in the manifest"_s, u"create registry"_s, u"create tag"_s, u"move tag"_s,
        u"connect: Name in Berth"_s, u"connect: Registry address"_s, u"connect: Access key ID"_s, u"connect: App key"_s, u"network: API address"_s,
        u"network: Host of the proxy"_s, u"import: Registry"_s, u"import: Image"_s, u"import: Tag"_s, u"export: File"_s};
}

QLineEdit *TextFields::open(const QString &name)
{
    auto &window = m_berth.window();
    auto &browser = window.browser();
    const QString kind = name.section(u": "_s, 0, 0), label = name.section(u": "_s, 1);
    const auto inDialog = [](const QString &field) {
        auto *dialog = openDialog();
        return dialog ? fieldIn(*dialog, field) : nullptr;
    };
    if (kind == "search"_L1)
        return &window.search();
    if (kind == "filter of the list"_L1) {
        browser.goTo({u"local"_s, u"team"_s, {}});
        return QTest::qWaitFor([&] { return rowWith(browser.table(), u"app"_s).isValid(); }, 10000) ? fieldIn(window, u"Filter this list"_s) : nullptr;
    }
    if (kind == "import"_L1)
        return dropFiles(window, {m_archive}) ? fieldIn(*importDialog(window), label) : nullptr;
    if (kind == "create registry"_L1) {
        browser.createRegistry();
        return inDialog(u"Name"_s);
    }
    if (kind == "connect"_L1 || kind == "network"_L1) {
        if (!press(window, u"Connect…"_s))
            return nullptr;
        auto *dialog = openDialog();
        const bool isThere = kind == "connect"_L1 || (press(*dialog, u"Network and API"_s) && pick(*dialog, u"Proxy"_s, u"This one:"_s));
        return isThere ? fieldIn(*dialog, label) : nullptr;
    }
    if (!showArtifacts(kind == "find in the manifest"_L1 ? u"Manifest"_s : u"Tags"_s))
        return nullptr;
    if (kind == "find in the manifest"_L1)
        return fieldIn(browser.details(), u"Find in the manifest"_s);
    if (kind == "search of the tags"_L1)
        return fieldIn(browser.details(), u"Search tags"_s);
    if (kind == "create tag"_L1) {
        browser.contentPane().createTag();
        return inDialog(u"Tag"_s);
    }
    if (kind == "export"_L1) {
        browser.contentPane().exportSelection();
        return inDialog(label);
    }
    auto &tags = *browser.details().page(QStringLiteral("tags"))->findChild<TableView *>();
    if (!QTest::qWaitFor([&] { return tags.model()->rowCount() == 1; }, 10000) || !clickRow(tags, textsOf(tags).first()))
        return nullptr;
    window.activateWindow();
    tags.setFocus();
    browser.contentPane().moveSelectedTag();
    return inDialog(u"Move to"_s);
}

bool TextFields::showArtifacts(const QString &tab)
{
    auto &browser = m_berth.browser();
    browser.goTo({u"local"_s, u"team"_s, u"app"_s});
    return QTest::qWaitFor([&] { return browser.table().model()->rowCount() == 2; }, 10000) && clickTab(browser.details(), tab);
}

void TextFields::closeAll()
{
    while (auto *dialog = QApplication::activeModalWidget()) {
        dialog->close();
        QTest::qWait(10);
    }
    for (auto *line : m_berth.window().findChildren<QLineEdit *>())
        line->clear();
    m_berth.browser().table().setFocus();
}

} // namespace berth::test
