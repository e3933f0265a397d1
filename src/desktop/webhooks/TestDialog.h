// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QPointer>

#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/Ask.h"

namespace berth {

namespace Ui {
class TestDialog;
}

/// Sends a made-up message to the targets of a webhook.
class TestDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `session` is borrowed and may go meanwhile.
    TestDialog(Session &session, const QString &registry, qint64 webhook, const QString &name, QWidget *parent);
    ~TestDialog() override;

Q_SIGNALS:
    void sent();

private:
    QCoro::Task<> send();

    QPointer<Session> m_session;
    QString m_registry;
    qint64 m_webhook;
    std::unique_ptr<Ui::TestDialog> m_ui;
    QPushButton *m_verb;
};

} // namespace berth
