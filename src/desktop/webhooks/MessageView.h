// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "client/roles/Webhooks.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace berth {

class RichList;

/// One message of a webhook: each try to deliver it, the bytes that were sent, and what came back.
class MessageView : public QWidget {
    Q_OBJECT

public:
    explicit MessageView(QWidget *parent);

    /// Null: none. `target` is where it goes, with nothing secret in it.
    void setMessage(const WebhookMessage *message, const WebhookTarget &target);
    void setReason(const QString &whyNot); ///< Why it cannot be sent again; empty: it can.

Q_SIGNALS:
    void sendAgainRequested();

private:
    QLabel *m_title;
    QLabel *m_subject;
    QPushButton *m_again;
    RichList *m_attempts;
    QLabel *m_size;
    QPushButton *m_copy;
    QPlainTextEdit *m_request;
    QLabel *m_answerCaption;
    QLabel *m_answerSize;
    QPlainTextEdit *m_answer;
    QString m_payload;
};

} // namespace berth
