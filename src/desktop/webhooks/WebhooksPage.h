// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Webhooks.h"
#include "desktop/lists/PagedLoader.h"
#include "desktop/policies/PolicyPage.h"

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace berth {

class ActionBar;
class Banner;
class MessageModel;
class MessageView;
class RichList;
class Segments;
class Sheet;
class StatePage;
class TableView;

/// Who is told when an image of a registry changes, and where the server tells it, what became of each message.
class WebhooksPage : public PolicyPage {
    Q_OBJECT

public:
    explicit WebhooksPage(QWidget *parent);
    ~WebhooksPage() override;

protected:
    void clear() override;
    void load() override;
    void rightsChanged() override { updateActions(); }
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void fitBody();
    void connectParts();
    QCoro::Task<> fetch();
    QCoro::Task<> fetchMessage(qint64 id);
    QCoro::Task<> save(WebhookPolicy webhook);
    QCoro::Task<> remove(qint64 id);
    QCoro::Task<> sendAgain();
    QCoro::Task<> fetchInbox();
    bool showsInbox() const;
    void loadMessages();
    void showMessages(QList<WebhookMessage> messages);
    void showRows();
    void updateActions();
    const WebhookPolicy *current() const;
    static QString nameOf(const WebhookPolicy &webhook);
    void openDialog(const WebhookPolicy *webhook);
    void askToDelete();
    void fail(const QString &what, const Error &error);

    ActionBar *m_bar;
    QPushButton *m_create, *m_edit, *m_delete, *m_test;
    Banner *m_banner;
    QStackedWidget *m_stack;
    StatePage *m_state;
    QWidget *m_body;
    QSplitter *m_split;
    RichList *m_list;
    QLabel *m_heading;
    Segments *m_which; ///< All, failed.
    QLabel *m_untold; ///< Where the server tells nothing of messages.
    QWidget *m_messages;
    TableView *m_table;
    MessageModel *m_model;
    Sheet *m_card;
    MessageView *m_message;
    QTimer *m_watch; ///< Messages as they happen.
    PagedLoader<WebhookMessage> m_loader;
    std::vector<WebhookPolicy> m_webhooks;
    QList<WebhookMessage> m_all; ///< Of the webhook in front.
    WebhookInboxContents m_inbox;
    qint64 m_busy = 0; ///< The webhook whose switch is being saved.
    quint64 m_asked = 0;
    qint64 m_shown = 0; ///< The message in front.
};

} // namespace berth
