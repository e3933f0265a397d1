// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Webhooks.h"
#include "desktop/lists/RowsModel.h"

namespace berth {

/// Messages of a webhook, newest first.
class MessageModel final : public RowsModel<WebhookMessage> {
    Q_OBJECT

public:
    enum Column { EventColumn, SentColumn, AnswerColumn, TriesColumn, ColumnCount };
    explicit MessageModel(QObject *parent)
        : RowsModel(ColumnCount, parent)
    {
    }

    /// "Artifact pushed".
    static QString eventWords(const QString &event);
    /// "Push".
    static QString shortWords(const QString &event);
    /// "204", "no answer", "again in 40 s".
    static QString answerWords(const WebhookMessage &message);
    static QString glyphOf(const WebhookMessage &message);

protected:
    QVariant cell(const WebhookMessage &message, int column, int role) const override;
    QString heading(int column) const override;
    bool isNumber(int column) const override { return column == TriesColumn; }
};

inline QString rowKey(const WebhookMessage &message) { return QString::number(message.id); }

} // namespace berth
