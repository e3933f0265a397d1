// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QPointer>

#include "client/roles/CleanupTypes.h"
#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/Ask.h"

namespace berth {

namespace Ui {
class RunDialog;
}

/// Says what a cleanup would delete now, and runs it.
class RunDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `session` is borrowed and may go meanwhile.
    RunDialog(Session &session, const CleanupWish &wish, QWidget *parent);
    ~RunDialog() override;

Q_SIGNALS:
    void started();

private:
    QCoro::Task<> lookAhead();
    QCoro::Task<> start();

    QPointer<Session> m_session;
    CleanupWish m_wish;
    std::unique_ptr<Ui::RunDialog> m_ui;
    QPushButton *m_verb;
};

} // namespace berth
