// SPDX-License-Identifier: Apache-2.0
#include "desktop/webhooks/MessageModel.h"

#include "desktop/parts/DateText.h"

namespace berth {

QString MessageModel::eventWords(const QString &event)
{
    const auto name = event.toStdString();
    if (name == webhookevent::push)
        return tr("Artifact pushed");
    if (name == webhookevent::pull)
        return tr("Artifact pulled");
    return name == webhookevent::remove ? tr("Artifact deleted") : event;
}

QString MessageModel::shortWords(const QString &event)
{
    const auto name = event.toStdString();
    if (name == webhookevent::push)
        return tr("Push");
    if (name == webhookevent::pull)
        return tr("Pull");
    return name == webhookevent::remove ? tr("Delete", "event") : event;
}

QString MessageModel::answerWords(const WebhookMessage &message)
{
    if (message.state == WebhookMessage::State::Waiting && message.next.isValid() && message.attemptCount > 0)
        return tr("again in %1").arg(durationText(qMax<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(message.next))));
    if (message.state == WebhookMessage::State::Waiting)
        return tr("waits");
    if (message.kind == QLatin1String("inbox"))
        return tr("taken");
    if (message.status > 0)
        return QString::number(message.status);
    return message.failure.isEmpty() ? tr("no answer") : message.failure;
}

QString MessageModel::glyphOf(const WebhookMessage &message)
{
    switch (message.state) {
    case WebhookMessage::State::Waiting: return QStringLiteral("wait");
    case WebhookMessage::State::Delivered: return QStringLiteral("ok");
    case WebhookMessage::State::Failed: break;
    }
    return QStringLiteral("error");
}

QVariant MessageModel::cell(const WebhookMessage &message, int column, int role) const
{
    switch (role) {
    case KeyRole: return QString::number(message.id);
    case GlyphRole: return column == EventColumn ? QVariant(glyphOf(message)) : QVariant();
    case QuietRole: return column == SentColumn;
    case Qt::ToolTipRole: return column == AnswerColumn && !message.failure.isEmpty() ? QVariant(message.failure) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == EventColumn)
            return tr("%1, %2, %3", "event, date, answer").arg(eventWords(message.event), dateText(message.created), answerWords(message));
        break;
    default: break;
    }
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sort = role == SortRole;
    switch (column) {
    case EventColumn: {
        if (sort)
            return message.id;
        const QString words = shortWords(message.event);
        if (message.kind == QLatin1String("inbox"))
            return message.contentType;
        if (message.kind == QLatin1String("test"))
            return tr("%1, test", "event").arg(words);
        return message.kind == QLatin1String("again") ? tr("%1, sent again", "event").arg(words) : words;
    }
    case SentColumn: return sort ? QVariant(message.created) : QVariant(dateText(message.created));
    case AnswerColumn: return answerWords(message);
    default: return sort ? QVariant(message.attemptCount) : QVariant(QString::number(message.attemptCount));
    }
}

QString MessageModel::heading(int column) const
{
    switch (column) {
    case EventColumn: return tr("Event");
    case SentColumn: return tr("Sent");
    case AnswerColumn: return tr("Answer");
    default: return tr("Tries");
    }
}

} // namespace berth
