// SPDX-License-Identifier: Apache-2.0
#include "walk/WalkChecks.h"

#include <cstdio>

#include <QAbstractItemModel>
#include <QAbstractItemModelTester>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QMutex>

#include "Person.h"
#include "desktop/browse/ContentPane.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/browse/ListModels.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/Banner.h"
#include "desktop/parts/StatePage.h"
#include "desktop/sessions/Session.h"
#include "desktop/shell/BrowsePane.h"
#include "desktop/shell/MainWindow.h"
#include "desktop/shell/SidebarView.h"

namespace berth::test {

namespace {

QMutex mutex;
QString warnings;
QtMessageHandler before = nullptr;

void hear(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // What the platform without a screen cannot do, and what Debian's Qt says of its own parts.
    const bool isOurs = !message.startsWith(QLatin1String("This plugin does not support")) && !message.contains(QLatin1String("systemTrayWindowChanged"));
    if ((type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg) && isOurs) {
        const QMutexLocker lock(&mutex);
        warnings += message + QLatin1Char('\n');
    }
    before(type, context, message);
}

} // namespace

void listenToWarnings() { before = qInstallMessageHandler(hear); }

QString takeWarnings()
{
    const QMutexLocker lock(&mutex);
    return std::exchange(warnings, {});
}

void watchModels(MainWindow &window)
{
    for (auto *model : window.findChildren<QAbstractItemModel *>()) {
        const bool isOurs = QByteArray(model->metaObject()->className()).startsWith("berth::"); // Qt's own tell of their end what a test must not ask about
        if (!isOurs || model->property("watched").toBool())
            continue;
        model->setProperty("watched", true);
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Warning, model);
    }
}

QString detailsFault(BrowsePane &browser)
{
    auto &content = browser.content();
    if (!browser.place().tool.isEmpty() || !content.isVisible() || content.selectedCount() != 1)
        return {};
    if (content.place() != browser.place())
        return QStringLiteral("The table holds the rows of another place");
    const auto &view = content.view();
    const auto row = view.selectionModel()->selectedRows().first();
    QString wanted = row.data().toString();
    if (content.rows() == ContentTable::Rows::Tags)
        wanted = row.siblingAtColumn(1).data().toString();
    else if (content.rows() == ContentTable::Rows::Registries && content.selectedRegistries().first().name == topLevel)
        wanted.clear();
    const QString shown = browser.details().subject();
    if (shown != wanted)
        return QStringLiteral("The details are of “%1”, the selected row is “%2”").arg(shown, wanted);
    const bool isArtifact = content.rows() == ContentTable::Rows::Artifacts || content.rows() == ContentTable::Rows::Tags;
    if (isArtifact && !browser.contentPane().selectedDigest().section(QLatin1Char(':'), 1).startsWith(wanted))
        return QStringLiteral("The selected digest %1 is not that of the row “%2”").arg(browser.contentPane().selectedDigest(), wanted);
    return {};
}

QString sidebarFault(MainWindow &window)
{
    const auto *view = window.findChild<SidebarView *>();
    const auto marked = view->currentIndex();
    const auto &place = window.browser().place();
    const auto *session = window.browser().session();
    if (!marked.isValid() || !session)
        return {};
    const bool isRegistry = marked.parent().isValid();
    const QString connection = (isRegistry ? marked.parent() : marked).data().toString();
    const QString registry = isRegistry ? marked.data().toString() : QString();
    const bool fits = connection == session->name() && (!isRegistry || registry == place.registry || place.registry == topLevel);
    return fits ? QString()
                : QStringLiteral("The sidebar marks “%1 › %2”, the window is at “%3 › %4”").arg(connection, registry, session->name(), place.registry);
}

QString foreignRowFault(BrowsePane &browser)
{
    auto &content = browser.content();
    const auto &place = content.place();
    if (content.rows() == ContentTable::Rows::Images) {
        const auto *images = content.findChild<ImageTableModel *>();
        for (int row = 0; row < images->rowCount(); ++row) {
            if (images->rowAt(row).registry != place.registry)
                return QStringLiteral("The image %1 stands in the list of the registry %2").arg(images->rowAt(row).path(), place.registry);
        }
    }
    // WalkServers gives each of two repositories that share an artifact a tag with its own name.
    const bool isArtifacts = content.rows() == ContentTable::Rows::Artifacts || content.rows() == ContentTable::Rows::Tags;
    for (const auto &artifact : isArtifacts ? content.loadedArtifacts() : QList<ArtifactSummary>()) {
        for (const auto &tag : artifact.tags) {
            if (tag.startsWith(QLatin1String("only-")) && tag.mid(5) != place.image)
                return QStringLiteral("The tag %1 stands in the list of the image %2").arg(tag, place.image);
        }
    }
    return {};
}

QString excuseOf(BrowsePane &browser)
{
    if (!browser.content().isVisible())
        return wordsIn(browser);
    for (auto *banner : browser.findChildren<Banner *>()) {
        if (banner->isVisible() && banner->parentWidget() == &browser)
            return wordsIn(*banner);
    }
    return {};
}

qint64 memoryKb()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * 4;
}

} // namespace berth::test
