// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QPointer>

#include "client/roles/Webhooks.h"
#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/Ask.h"

namespace berth {

namespace Ui {
class WebhookDialog;
}

/// Creates a webhook or changes one. Of a webhook with several targets it changes the first; the others stay as they are.
class WebhookDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `webhook`: the one to change, null for a new one. `inbox`: an address of the server's own that takes messages; empty: it has none.
    /// `session` is borrowed and may go meanwhile.
    WebhookDialog(
        Session &session, const QString &registry, const WebhookPolicy *webhook, const QStringList &takenNames, const QString &inbox, QWidget *parent);
    ~WebhookDialog() override;

Q_SIGNALS:
    void saved(const QString &name);

private:
    void fill();
    void look();
    WebhookPolicy webhook() const;
    QString addressFault() const;
    QString headerFault() const;
    QCoro::Task<> save();

    QPointer<Session> m_session;
    QString m_registry;
    std::optional<WebhookPolicy> m_old;
    QStringList m_takenNames;
    QString m_inbox;
    WebhookPorts m_ports;
    std::unique_ptr<Ui::WebhookDialog> m_ui;
    QPushButton *m_verb;
    QLabel *m_footGlyph;
    QLabel *m_foot;
    bool m_wasTyped = false; ///< Faults of an empty form are not said yet.
    bool m_isSaving = false;
};

} // namespace berth
