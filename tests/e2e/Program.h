// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

class QProcess;

/// Fails the test with everything the program said unless it ended well.
#define VERIFY_RUN(run)                                                                                                                                        \
    do {                                                                                                                                                       \
        const auto finished = (run);                                                                                                                           \
        QVERIFY2(finished.isGood(), finished.report().constData());                                                                                            \
    } while (false)

namespace berth::test {

/// What a program left behind.
struct ProgramRun {
    QStringList command;
    int exitCode = -1; ///< -1: it did not start, was killed, or ran out of time.
    bool isTimedOut = false;
    QByteArray output;
    QByteArray errorOutput;

    bool isGood() const { return exitCode == 0; }
    /// Both outputs, for looking for a sentence.
    QByteArray text() const { return output + errorOutput; }
    /// Command, end and outputs: what a failed test shows.
    QByteArray report() const;
};

/// Runs a program to its end; one that takes longer than `limit` is killed. Only for tests: blocks.
ProgramRun runProgram(
    const QStringList &command, const QProcessEnvironment &environment, std::chrono::seconds limit = std::chrono::seconds(60), const QByteArray &input = {});

/// Sentences about programs that are not installed, with the Debian packages that bring them; empty if all are there.
QByteArray missingPrograms(const QStringList &programs);

/// Where a program is, looked for in the folders for administrators, too; empty if nowhere.
QString findProgram(const QString &program);

/// This process's environment without what would lead a client elsewhere: proxies, other engines, other people's logins. HOME and the
/// folders for configuration, run time and temporary files are below `folder`, which are made here.
QProcessEnvironment privateEnvironment(const QString &folder);

/// Lets the program end with this process, should the test be killed. Call before start().
void endWithThisProcess(QProcess &process);

} // namespace berth::test
