// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/RunModel.h"

#include "core/SizeText.h"
#include "desktop/parts/DateText.h"

namespace berth {

namespace {

QString glyphOf(const CleanupRun &run)
{
    using State = CleanupRun::State;
    switch (run.state) {
    case State::Running: return QStringLiteral("wait");
    case State::Failed:
    case State::Interrupted: return QStringLiteral("error");
    case State::Stopped:
    case State::Skipped: return QStringLiteral("warn");
    case State::Done: break;
    }
    return run.isTest ? QStringLiteral("flask") : run.sums.failed > 0 ? QStringLiteral("warn") : QStringLiteral("ok");
}

/// What a test run only counted stands in brackets.
QString number(const CleanupRun &run, qint64 number, const QString &text)
{
    if (number < 0)
        return QStringLiteral("–");
    return run.isTest ? QLatin1Char('(') + text + QLatin1Char(')') : text;
}

} // namespace

QString RunModel::stateWords(const CleanupRun &run)
{
    using State = CleanupRun::State;
    switch (run.state) {
    case State::Running: return tr("under way");
    case State::Done: return tr("done");
    case State::Failed: return tr("ended with an error");
    case State::Stopped: return tr("stopped");
    case State::Interrupted: return tr("interrupted, the server ended meanwhile");
    case State::Skipped: break;
    }
    return tr("skipped, the run before was still under way");
}

QString RunModel::by(const CleanupRun &run)
{
    const QString who = run.isScheduled ? tr("Schedule") : run.actor.isEmpty() ? tr("Someone") : run.actor;
    return run.isTest ? tr("%1, test", "who").arg(who) : who;
}

QVariant RunModel::cell(const CleanupRun &run, int column, int role) const
{
    switch (role) {
    case KeyRole: return QString::number(run.id);
    case GlyphRole: return column == RunColumn ? QVariant(glyphOf(run)) : QVariant();
    case QuietRole: return column == ByColumn || run.isTest;
    case Qt::ToolTipRole: return column == RunColumn ? QVariant(stateWords(run)) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == RunColumn)
            return tr("Run %1, %2, %3", "date, by whom, state").arg(dateText(run.started), by(run), stateWords(run));
        break;
    default: break;
    }
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case RunColumn: return sort ? QVariant(run.id) : dateText(run.started);
    case ByColumn: return by(run);
    case SeenColumn: return sort ? QVariant(run.sums.total) : run.sums.total < 0 ? QStringLiteral("–") : QString::number(run.sums.total);
    case DeletedColumn: return sort ? QVariant(run.sums.deleted) : number(run, run.sums.deleted, QString::number(run.sums.deleted));
    default: return sort ? QVariant(run.onlyHereBytes) : number(run, run.onlyHereBytes, sizeText(qMax<qint64>(0, run.onlyHereBytes)));
    }
}

QString RunModel::heading(int column) const
{
    switch (column) {
    case RunColumn: return tr("Run");
    case ByColumn: return tr("Started by");
    case SeenColumn: return tr("Seen");
    case DeletedColumn: return tr("Deleted");
    default: return tr("Freed");
    }
}

} // namespace berth
