// SPDX-License-Identifier: Apache-2.0
// Walks at random through the whole desktop program, in a process of its own: a fault may end it.
//   randomwalk --seed N --steps N --trace FILE      makes the walk of that seed, and writes it down
//   randomwalk --replay FILE --trace FILE           makes the walk of a trace again
//   randomwalk --kinds                              says what steps there are
// Ends with 0, or with 1 and a line that begins with "FAULT".
#include <cstdio>

#include <QApplication>
#include <QCommandLineParser>
#include <QDesktopServices>
#include <QTemporaryDir>

#include "desktop/style/BerthStyle.h"
#include "e2e/Program.h"
#include "walk/RandomWalk.h"
#include "walk/WalkChecks.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

/// Takes what would open a file manager or a browser.
class Nowhere : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void open(const QUrl &) { }
};

} // namespace

int main(int argc, char *argv[])
{
    const QTemporaryDir home;
    const auto variables = privateEnvironment(home.path());
    for (const auto &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s, u"TMPDIR"_s}) {
        if (variables.contains(name))
            qputenv(name.toLatin1().constData(), variables.value(name).toUtf8());
    }
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setStyle(new BerthStyle);
    QCommandLineParser parser;
    parser.addOptions({{u"seed"_s, u"Seed of the walk."_s, u"N"_s}, {u"steps"_s, u"How many."_s, u"N"_s, u"200"_s},
        {u"trace"_s, u"Where the steps are written."_s, u"FILE"_s, home.filePath(u"trace"_s)}, {u"replay"_s, u"Steps to take again."_s, u"FILE"_s},
        {u"trap"_s, u"Kinds of step, with commas between, whose order is to be called a fault."_s, u"KINDS"_s}, {u"alone"_s, u"Without other servers."_s},
        {u"kinds"_s, u"Say them."_s}});
    parser.addHelpOption();
    parser.process(app);
    if (parser.isSet(u"kinds"_s)) {
        std::puts(qPrintable(RandomWalk::kinds().join(u'\n')));
        return 0;
    }
    Nowhere nowhere;
    for (const char *scheme : {"file", "http", "https"})
        QDesktopServices::setUrlHandler(QLatin1String(scheme), &nowhere, "open");

    listenToWarnings();
    RandomWalk walk(parser.value(u"trace"_s));
    if (const QString failed = walk.prepare(parser.isSet(u"alone"_s) ? WalkServers::Extent::LocalOnly : WalkServers::Extent::All); !failed.isEmpty()) {
        std::printf("FAULT: the walk could not begin: %s\n", qPrintable(failed));
        return 2;
    }
    walk.setTrap(parser.value(u"trap"_s).split(u',', Qt::SkipEmptyParts));
    const bool good = parser.isSet(u"replay"_s) ? walk.replay(WalkStep::read(parser.value(u"replay"_s)))
                                                : walk.walk(parser.value(u"seed"_s).toUInt(), parser.value(u"steps"_s).toInt());
    if (!good)
        std::printf("FAULT: %s\n", qPrintable(walk.fault()));
    std::fflush(stdout);
    for (const char *scheme : {"file", "http", "https"})
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    return good ? 0 : 1;
}

#include "main.moc"
