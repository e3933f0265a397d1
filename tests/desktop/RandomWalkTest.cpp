// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include "e2e/Program.h"

using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

/// A fixed handful, so that a change is held against the same walks each time; BERTH_WALK_SECONDS asks for fresh ones instead.
constexpr quint32 seeds[] = {1, 2, 3, 4, 5, 6};
constexpr int stepsEach = 300;
const QStringList scales{u"1"_s, u"1.25"_s, u"1.5"_s, u"2"_s};

/// How one walk ended.
struct Walk {
    QStringList trace;
    QByteArray report; ///< Empty if all was well.
};

} // namespace

/// Walks at random through the real program, each in a process of its own. One that fails is made short and can be made again.
class RandomWalkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto missing = missingPrograms({u"docker-registry"_s});
        QVERIFY2(missing.isEmpty(), missing);
    }

    void walksWithoutAFault_data()
    {
        QTest::addColumn<quint32>("seed");
        if (isLong()) {
            QTest::newRow("fresh seeds for as long as was asked for") << quint32(0);
            return;
        }
        for (const auto seed : seeds)
            QTest::addRow("seed %u", seed) << seed;
    }

    void walksWithoutAFault()
    {
        QFETCH(const quint32, seed);
        QElapsedTimer clock;
        clock.start();
        do {
            const quint32 own = seed ? seed : QRandomGenerator::system()->generate();
            std::printf("Walk of seed %u\n", own);
            std::fflush(stdout);
            const auto walk = make(own, stepsEach);
            if (!walk.report.isEmpty())
                QFAIL((walk.report + shortened(own, walk)).constData());
            for (const auto &line : walk.trace)
                m_kinds << line.section(u' ', 0, 0);
        } while (clock.elapsed() / 1000 < qEnvironmentVariableIntValue("BERTH_WALK_SECONDS"));
    }

    void everyKindOfStepWasTaken()
    {
        const auto run = runProgram({QStringLiteral(BERTH_RANDOMWALK), u"--kinds"_s}, environment(u"1"_s));
        VERIFY_RUN(run);
        QStringList never;
        for (const auto &kind : QString::fromUtf8(run.output).split(u'\n', Qt::SkipEmptyParts)) {
            if (!m_kinds.contains(kind))
                never << kind;
        }
        QVERIFY2(never.isEmpty(), qPrintable(never.join(u", ")));
    }

    void aFaultIsFoundAndMadeShort()
    {
        const QStringList fault{u"openRow"_s, u"goBack"_s}; // none of the program's: those two in that order are called one
        m_trap = fault.join(u',');
        const auto walk = make(7, 80);
        QVERIFY2(walk.report.contains("The trap that was laid"), walk.report);
        QVERIFY(walk.trace.size() > 8);
        const auto fewer = shorten(walk.trace, walk.report, 200);
        m_trap.clear();
        QVERIFY2(fewer.size() <= 5, qPrintable(fewer.join(u'\n'))); // with a wait until there are rows, perhaps
        QStringList kinds;
        for (const auto &line : fewer)
            kinds << line.section(u' ', 0, 0);
        QVERIFY2(kinds.contains(fault.first()) && kinds.indexOf(fault.first()) < kinds.lastIndexOf(fault.last()), qPrintable(kinds.join(u' ')));
    }

private:
    static bool isLong() { return qEnvironmentVariableIntValue("BERTH_WALK_SECONDS") > 0; }

    QProcessEnvironment environment(const QString &scale) const
    {
        auto variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"QT_SCALE_FACTOR"_s, scale);
        return variables;
    }

    Walk run(const QStringList &arguments, const QString &scale)
    {
        const QString trace = m_folder.filePath(u"trace"_s);
        QStringList command = QStringList{QStringLiteral(BERTH_RANDOMWALK)} + arguments + QStringList{u"--trace"_s, trace};
        if (!m_trap.isEmpty())
            command << u"--alone"_s << u"--trap"_s << m_trap;
        const auto ended = runProgram(command, environment(scale), std::chrono::seconds(isLong() ? 900 : 300));
        Walk walk;
        if (!ended.isGood() && !arguments.contains(u"--replay"_s)) {
            std::printf("%s\n", ended.report().right(8000).constData()); // before it is made short, which takes a while
            std::fflush(stdout);
        }
        QFile file(trace);
        if (file.open(QIODevice::ReadOnly | QIODevice::Text))
            walk.trace = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        if (!ended.isGood()) {
            const auto at = ended.output.indexOf("FAULT");
            const bool crashed = ended.exitCode == -1 || at < 0;
            walk.report = crashed
                ? (ended.isTimedOut ? QByteArray("It hung") : QByteArray("The program ended")) + " after " + QByteArray::number(walk.trace.size())
                    + " steps, in “" + walk.trace.value(walk.trace.size() - 1).toUtf8() + "”\n" + ended.errorOutput.right(6000)
                : ended.output.mid(at);
        }
        return walk;
    }

    Walk make(quint32 seed, int steps)
    {
        return run({u"--seed"_s, QString::number(seed), u"--steps"_s, QString::number(steps)}, scales.at(int(seed % quint32(scales.size()))));
    }

    Walk again(const QStringList &trace, const QString &scale)
    {
        const QString file = m_folder.filePath(u"again"_s);
        QFile steps(file);
        if (steps.open(QIODevice::WriteOnly | QIODevice::Truncate))
            steps.write(trace.join(u'\n').toUtf8() + '\n');
        steps.close();
        return run({u"--replay"_s, file}, scale);
    }

    /// The first words of a fault: what tells it from another one.
    static QByteArray kindOf(const QByteArray &report)
    {
        return report.startsWith("FAULT") ? report.mid(report.indexOf(": ", report.indexOf(", at ")) + 2, 24) : report.left(8);
    }

    /// Leaves steps out, half of them first, as long as the rest shows the same fault, or until the time is over.
    QStringList shorten(QStringList trace, const QByteArray &report, int seconds, const QString &scale = u"1"_s)
    {
        QElapsedTimer clock;
        clock.start();
        for (qsizetype part = qMax<qsizetype>(1, trace.size() / 2);; part = part / 2) {
            for (qsizetype from = 0; from < trace.size() && clock.elapsed() < seconds * 1000;) {
                QStringList fewer = trace;
                fewer.remove(from, qMin(part, trace.size() - from));
                const auto walk = fewer.isEmpty() ? Walk() : again(fewer, scale);
                if (!walk.report.isEmpty() && kindOf(walk.report) == kindOf(report))
                    trace = walk.trace.size() < fewer.size() && !walk.trace.isEmpty() ? walk.trace : fewer; // what could not be taken is left out, too
                else
                    from += part;
            }
            if (part == 1 || clock.elapsed() >= seconds * 1000)
                return trace;
        }
    }

    QByteArray shortened(quint32 seed, const Walk &walk)
    {
        const QString scale = scales.at(int(seed % quint32(scales.size())));
        const auto fewer = shorten(walk.trace, walk.report, isLong() ? 600 : 120, scale);
        const QString file = QDir::tempPath() + u"/berth-walk-%1.steps"_s.arg(seed);
        QFile steps(file);
        if (steps.open(QIODevice::WriteOnly | QIODevice::Truncate))
            steps.write(fewer.join(u'\n').toUtf8() + '\n');
        return u"\nSeed %1 at scale %2. Of its steps these do:\n%3\nAgain: QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=%2 %4 --replay %5\n"_s.arg(seed)
            .arg(scale, fewer.join(u'\n'), QStringLiteral(BERTH_RANDOMWALK), file)
            .toUtf8();
    }

    QTemporaryDir m_folder;
    QString m_trap;
    QSet<QString> m_kinds;
};

QTEST_GUILESS_MAIN(RandomWalkTest)
#include "RandomWalkTest.moc"
