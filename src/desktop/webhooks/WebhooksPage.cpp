// SPDX-License-Identifier: Apache-2.0
#include "desktop/webhooks/WebhooksPage.h"

#include <algorithm>

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "core/ErrorText.h"
#include "desktop/lists/RichList.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/DeleteDialog.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/webhooks/MessageModel.h"
#include "desktop/webhooks/MessageView.h"
#include "desktop/webhooks/TestDialog.h"
#include "desktop/webhooks/WebhookDialog.h"

namespace berth {

namespace {

constexpr int watchMs = 2'000;
constexpr int narrow = 860;
constexpr qsizetype mostFiltered = 1'000; ///< Messages that are looked through for failed ones; the server keeps no more.
constexpr int mostShownWebhooks = 4; ///< Rows of the list before it scrolls.

QString eventsText(const WebhookPolicy &webhook)
{
    QStringList words;
    for (const auto &event : webhook.events)
        words << MessageModel::shortWords(QString::fromStdString(event));
    return words.join(QStringLiteral(", "));
}

QString targetText(const WebhookPolicy &webhook)
{
    if (webhook.targets.empty())
        return WebhooksPage::tr("no target");
    const auto &target = webhook.targets.front();
    const QString address = QString::fromStdString(shownAddress(target));
    const QString shown = target.kind == WebhookTarget::Kind::Slack ? WebhooksPage::tr("Slack, %1").arg(address) : address;
    const int more = int(webhook.targets.size()) - 1;
    return more > 0 ? WebhooksPage::tr("%1 and %n more", nullptr, more).arg(shown) : shown;
}

} // namespace

WebhooksPage::WebhooksPage(QWidget *parent)
    : PolicyPage(parent)
    , m_bar(new ActionBar(this))
    , m_create(m_bar->addLeftAction(tr("Create webhook…"), "plus", "tonal"))
    , m_edit(m_bar->addLeftAction(tr("Edit…"), "edit"))
    , m_delete(m_bar->addLeftAction(tr("Delete webhook…"), "trash"))
    , m_test(m_bar->addAction(tr("Send a test…"), "flask", "secondary"))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePage(this, StatePage::Kind::Empty))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_list(new RichList(tr("Webhooks"), this))
    , m_heading(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_which(new Segments({tr("All"), tr("Failed"), tr("Inbox")}, tr("Which messages"), this))
    , m_untold(makeLabel({}, TextRole::Body, Shade::Text3, this))
    , m_messages(new QWidget(this))
    , m_table(new TableView(this))
    , m_model(new MessageModel(this))
    , m_card(new Sheet(Sheet::Kind::Raised, this))
    , m_message(new MessageView(m_card))
    , m_watch(new QTimer(this))
    , m_loader(this,
          {[this](QList<WebhookMessage> messages) { showMessages(std::move(messages)); },
              [this](const QList<WebhookMessage> &messages) { showMessages(m_all + messages); },
              [this](const Error &error) {
                  m_table->setLoading(false);
                  if (error.code == ErrorCode::NotFound)
                      refresh(); // the webhook is gone
                  else
                      fail(tr("The messages could not be read"), error);
              },
              [this](bool hasMore) {
                  if (hasMore && m_which->current() == 1 && m_all.size() < mostFiltered)
                      QTimer::singleShot(0, this, [this] { // those that failed may lie further back
                          if (m_table->verticalScrollBar()->maximum() == 0)
                              m_loader.more();
                      });
              }})
{
    layOut();
    connectParts();
    clear();
}

WebhooksPage::~WebhooksPage() { m_loader.stop(); }

void WebhooksPage::layOut()
{
    m_bar->row().setContentsMargins(16, 6, 14, 2);
    m_banner->hide();
    m_table->setAccessibleName(tr("Messages"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(MessageModel::EventColumn, QHeaderView::Stretch);
    const QFontMetrics metrics(m_table->font());
    m_table->setColumnWidth(MessageModel::SentColumn, dateWidth(metrics) + 16);
    m_table->setColumnWidth(MessageModel::AnswerColumn, metrics.horizontalAdvance(tr("again in %1").arg(durationText(40'000))) + 20);
    m_table->setColumnWidth(MessageModel::TriesColumn, metrics.horizontalAdvance(tr("Tries", "MessageModel")) + 30);
    m_table->setMinimumHeight(90);
    m_untold->setWordWrap(true);
    m_untold->setAlignment(Qt::AlignTop);
    m_untold->setContentsMargins(18, 8, 18, 0);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(18, 4, 10, 0);
    head->addWidget(m_heading, 1);
    head->addWidget(m_which);
    auto *messages = new QVBoxLayout(m_messages);
    messages->setContentsMargins(0, 0, 0, 0);
    messages->setSpacing(2);
    messages->addLayout(head);
    messages->addWidget(m_table, 1);
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(8, 2, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_list);
    column->addWidget(m_messages, 1);
    column->addWidget(m_untold, 1);
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(4, 4, 4, 4);
    auto *scroll = new QScrollArea(m_card);
    scroll->setWidget(m_message);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_message->setAutoFillBackground(false);
    card->addWidget(scroll);
    m_split->addWidget(left);
    m_split->addWidget(m_card);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(8);
    m_split->setStretchFactor(0, 5);
    m_split->setStretchFactor(1, 4);
    m_split->setContentsMargins(0, 0, 14, 10);
    // Where the window is low, all of it scrolls.
    auto *body = new QScrollArea(this);
    body->setWidget(m_split);
    body->setWidgetResizable(true);
    body->setFrameShape(QFrame::NoFrame);
    body->setFocusPolicy(Qt::NoFocus);
    body->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body->viewport()->setAutoFillBackground(false);
    m_split->setAutoFillBackground(false);
    m_body = body;
    m_stack->addWidget(body);
    m_stack->addWidget(m_state);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(2);
    outer->addWidget(m_bar);
    outer->addWidget(m_banner);
    outer->addWidget(m_stack, 1);
    m_watch->setInterval(watchMs);
}

void WebhooksPage::connectParts()
{
    connect(m_list, &RichList::currentKeyChanged, this, [this] {
        ++m_asked;
        m_all.clear();
        m_model->reset({});
        m_shown = 0;
        m_message->setMessage(nullptr, {});
        m_card->hide();
        updateActions();
        loadMessages();
    });
    connect(m_list, &RichList::rowActivated, this, [this] { m_edit->click(); });
    connect(m_list, &RichList::switched, this, [this](const QString &key, bool on) {
        for (auto webhook : m_webhooks) {
            if (QString::number(webhook.id) == key) {
                webhook.isEnabled = on;
                save(webhook);
                return;
            }
        }
    });
    connect(m_create, &QPushButton::clicked, this, [this] { openDialog(nullptr); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (current())
            openDialog(current());
    });
    connect(m_delete, &QPushButton::clicked, this, &WebhooksPage::askToDelete);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (!session() || !current())
            return;
        auto *dialog = new TestDialog(*session(), registry(), current()->id, nameOf(*current()), this);
        connect(dialog, &TestDialog::sent, this, &WebhooksPage::loadMessages);
        dialog->open();
    });
    connect(m_which, &Segments::currentChanged, this, [this] {
        ++m_asked;
        m_all.clear();
        m_model->reset({});
        m_shown = 0;
        loadMessages();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            fetchMessage(m_model->rowAt(index.row()).id);
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const auto *scroll = m_table->verticalScrollBar();
        if (value > scroll->maximum() - scroll->pageStep())
            m_loader.more();
    });
    connect(m_message, &MessageView::sendAgainRequested, this, [this] { sendAgain(); });
    connect(m_banner, &Banner::actionTriggered, this, &WebhooksPage::refresh);
    connect(m_watch, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_loader.isLoading() && m_table->verticalScrollBar()->value() == 0)
            loadMessages();
    });
}

QString WebhooksPage::nameOf(const WebhookPolicy &webhook)
{
    return webhook.name.empty() ? tr("webhook %1").arg(webhook.id) : QString::fromStdString(webhook.name);
}

void WebhooksPage::clear()
{
    ++m_asked;
    m_loader.stop();
    m_watch->stop();
    m_webhooks.clear();
    m_all.clear();
    m_model->reset({});
    m_inbox = {};
    m_busy = 0;
    m_shown = 0;
    m_banner->hide();
    m_list->setRows({});
    m_message->setMessage(nullptr, {});
    m_card->hide();
    m_stack->setCurrentWidget(m_body);
    m_messages->hide();
    m_untold->hide();
    updateActions();
}

void WebhooksPage::load() { fetch(); }

QCoro::Task<> WebhooksPage::fetch()
{
    auto readTask = answer<WebhookPolicies>(visit(), [registry = registry()](WebhookPolicies &webhooks) { return webhooks.webhooks(registry); });
    const auto read = co_await readTask;
    if (!read)
        co_return;
    if (!*read) {
        const bool isUnknown = read->error().code == ErrorCode::NotFound || read->error().code == ErrorCode::Unsupported;
        fail(isUnknown ? tr("This server has no webhooks") : tr("The webhooks could not be read"), read->error());
        co_return;
    }
    m_webhooks = **read;
    m_busy = 0;
    m_banner->hide();
    Q_EMIT countChanged(m_webhooks.empty() ? QString() : QString::number(m_webhooks.size()));
    showRows();
    loadMessages();
    if (has<WebhookInboxes>())
        fetchInbox();
}

void WebhooksPage::showRows()
{
    QList<RichRow> rows;
    for (const auto &webhook : m_webhooks) {
        RichRow row;
        row.key = QString::number(webhook.id);
        row.lead = RichRow::Lead::Switch;
        row.isBusy = m_busy == webhook.id;
        row.isOn = webhook.isEnabled != row.isBusy;
        row.isFaded = !webhook.isEnabled;
        row.title = Sentence::strong(nameOf(webhook));
        row.second = targetText(webhook);
        row.right = eventsText(webhook);
        row.rightSecond = webhook.isEnabled ? QString() : tr("disabled");
        rows << row;
    }
    m_list->setRows(rows);
    if (m_list->currentKey().isEmpty() && !rows.isEmpty())
        m_list->setCurrentKey(rows.first().key);
    int height = 4;
    for (int row = 0; row < qMin<int>(mostShownWebhooks, int(rows.size())); ++row)
        height += m_list->sizeHintForRow(row);
    m_list->setFixedHeight(height);
    fitBody();
    m_stack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_state) : m_body);
    m_state->show({"webhook", Tint::Text3, tr("Nobody is told"),
        tr("A webhook calls an address of yours, or writes to a Slack channel, when an image of %1 is pushed, pulled or deleted.").arg(registry()), {}, {},
        {}});
    updateActions();
}

void WebhooksPage::loadMessages()
{
    const auto *webhook = current();
    const bool isTold = has<WebhookMessages>();
    m_messages->setVisible(webhook && isTold);
    m_untold->setVisible(webhook && !isTold);
    if (webhook && showsInbox()) {
        m_heading->setText(tr("Inbox of %1").arg(registry()));
        m_loader.stop();
        m_watch->start();
        fetchInbox();
        return;
    }
    if (!webhook || !isTold) {
        m_loader.stop();
        m_watch->stop();
        if (session())
            m_untold->setText(tr("%1 does not tell what became of its messages.").arg(session()->name()));
        return;
    }
    m_heading->setText(tr("Messages of %1").arg(nameOf(*webhook)));
    m_table->setLoading(m_all.isEmpty() && m_loader.isFirst());
    m_loader.start(
        [session = session(), registry = registry(), id = webhook->id](const QString &cursor) {
            auto *messages = session ? session->as<WebhookMessages>() : nullptr;
            return messages ? messages->webhookMessages(registry, id, cursor) : cancelledPage<WebhookMessage>();
        },
        m_all.size());
    m_watch->start();
}

void WebhooksPage::showMessages(QList<WebhookMessage> messages)
{
    m_table->setLoading(false);
    m_all = std::move(messages);
    QList<WebhookMessage> shown;
    for (const auto &message : std::as_const(m_all)) {
        if (m_which->current() != 1 || message.state == WebhookMessage::State::Failed)
            shown << message;
    }
    const auto &before = m_model->rows();
    const auto isSame = [](const WebhookMessage &left, const WebhookMessage &right) {
        return left.id == right.id && left.state == right.state && left.attemptCount == right.attemptCount;
    };
    const auto front = std::ranges::find(shown, m_shown, &WebhookMessage::id);
    const auto former = std::ranges::find(before, m_shown, &WebhookMessage::id);
    const bool hasMoved = front != shown.end() && former != before.end() && !isSame(*front, *former);
    const bool isNew = former == before.end();
    const int row = front == shown.end() ? 0 : int(front - shown.begin());
    const int scroll = m_table->verticalScrollBar()->value();
    {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_model->reset(shown);
        m_table->setCurrentIndex(shown.isEmpty() ? QModelIndex() : m_model->index(row, 0));
    }
    m_table->verticalScrollBar()->setValue(scroll);
    if (shown.isEmpty()) {
        ++m_asked;
        m_shown = 0;
        m_message->setMessage(nullptr, {});
        m_card->hide();
    } else if (shown.at(row).id != m_shown || isNew || hasMoved) {
        fetchMessage(shown.at(row).id);
    }
    m_table->viewport()->update();
}

bool WebhooksPage::showsInbox() const { return m_which->current() == 2 && has<WebhookInboxes>(); }

/// What came to the server's own inbox, whichever webhook sent it.
QCoro::Task<> WebhooksPage::fetchInbox()
{
    auto readTask = answer<WebhookInboxes>(visit(), [registry = registry()](WebhookInboxes &inboxes) { return inboxes.inbox(registry); });
    const auto read = co_await readTask;
    if (!read)
        co_return;
    if (!*read) {
        if (showsInbox())
            fail(tr("The inbox could not be read"), read->error());
        co_return;
    }
    m_inbox = **read;
    if (showsInbox())
        showMessages(m_inbox.messages);
}

QCoro::Task<> WebhooksPage::fetchMessage(qint64 id)
{
    if (showsInbox()) {
        ++m_asked;
        const auto at = std::ranges::find(m_inbox.messages, id, &WebhookMessage::id);
        m_shown = id;
        m_card->setVisible(at != m_inbox.messages.end());
        m_message->setMessage(at == m_inbox.messages.end() ? nullptr : &*at, {WebhookTarget::Kind::Http, m_inbox.address.toStdString()});
        co_return;
    }
    const auto *webhook = current();
    if (!webhook)
        co_return;
    m_shown = id;
    const auto asked = ++m_asked;
    const auto target = webhook->targets.empty() ? WebhookTarget() : webhook->targets.front();
    const auto targets = webhook->targets;
    auto readTask = answer<WebhookMessages>(
        visit(), [registry = registry(), of = webhook->id, id](WebhookMessages &messages) { return messages.webhookMessage(registry, of, id); });
    const auto read = co_await readTask;
    if (!read || asked != m_asked)
        co_return;
    if (!*read) {
        m_message->setMessage(nullptr, {});
        m_card->hide();
        co_return;
    }
    const auto place = std::size_t(qMax(0, (*read)->target));
    m_card->show();
    fitBody();
    m_message->setMessage(&**read, place < targets.size() ? targets[place] : target);
}

const WebhookPolicy *WebhooksPage::current() const
{
    const QString key = m_list->currentKey();
    for (const auto &webhook : m_webhooks) {
        if (QString::number(webhook.id) == key)
            return &webhook;
    }
    return nullptr;
}

void WebhooksPage::updateActions()
{
    const QString refused = refusal();
    const QString none = current() ? QString() : tr("Select a webhook first");
    m_bar->setReason(m_create, refused);
    m_bar->setReason(m_edit, refused.isEmpty() ? none : refused);
    m_bar->setReason(m_delete, refused.isEmpty() ? none : refused);
    m_bar->setShown(m_test, has<WebhookMessages>());
    m_bar->setReason(m_test, refused.isEmpty() ? none : refused);
    m_message->setReason(refused);
}

void WebhooksPage::openDialog(const WebhookPolicy *webhook)
{
    if (!session())
        return;
    QStringList taken;
    for (const auto &other : m_webhooks) {
        if (!webhook || other.id != webhook->id)
            taken << QString::fromStdString(other.name);
    }
    auto *dialog = new WebhookDialog(*session(), registry(), webhook, taken, m_inbox.isReachable ? m_inbox.address : QString(), this);
    connect(dialog, &WebhookDialog::saved, this, &WebhooksPage::refresh);
    dialog->open();
}

void WebhooksPage::askToDelete()
{
    const auto *webhook = current();
    if (!session() || !webhook)
        return;
    DeleteDialog::Item item;
    item.glyph = QStringLiteral("webhook");
    item.name = nameOf(*webhook);
    item.remove = [session = session(), registry = registry(), id = webhook->id]() -> QCoro::Task<Result<Deletion>> {
        auto removedTask =
            attempt<WebhookPolicies>(session, Deed::ChangePolicies, [registry, id](WebhookPolicies &webhooks) { return webhooks.deleteWebhook(registry, id); });
        const auto removed = co_await removedTask;
        if (!removed)
            co_return tl::unexpected(removed.error());
        co_return Deletion{};
    };
    DeleteDialog::Words words{tr("Delete the webhook %1?").arg(item.name), tr("Delete webhook"),
        tr("Messages that wait for it are not sent, and what is known of the others goes with it.")};
    auto *dialog = new DeleteDialog(words, {item}, {}, this);
    connect(dialog, &DeleteDialog::deletedSome, this, &WebhooksPage::refresh);
    dialog->open();
}

QCoro::Task<> WebhooksPage::save(WebhookPolicy webhook)
{
    if (const QString refused = refusal(); !refused.isEmpty()) {
        fail(tr("The webhook was not changed"), Error{ErrorCode::Denied, refused.toStdString()});
        co_return;
    }
    const auto here = visit();
    m_busy = webhook.id;
    showRows();
    auto savedTask = attempt<WebhookPolicies>(here.session(), Deed::ChangePolicies,
        [webhook, registry = registry()](WebhookPolicies &webhooks) { return webhooks.changeWebhook(registry, webhook); });
    const auto saved = co_await savedTask;
    if (here.isOver())
        co_return;
    m_busy = 0;
    if (saved) {
        refresh();
        co_return;
    }
    showRows();
    fail(webhook.isEnabled ? tr("The webhook could not be enabled") : tr("The webhook could not be disabled"), saved.error());
}

QCoro::Task<> WebhooksPage::sendAgain()
{
    const auto *webhook = current();
    if (!webhook || m_shown == 0)
        co_return;
    const auto here = visit();
    m_message->setReason(tr("It is being sent"));
    auto sentTask = attempt<WebhookMessages>(here.session(), Deed::ChangePolicies,
        [registry = registry(), of = webhook->id, id = m_shown](WebhookMessages &messages) { return messages.sendAgain(registry, of, id); });
    const auto sent = co_await sentTask;
    if (here.isOver())
        co_return;
    updateActions();
    if (sent) {
        m_shown = *sent;
        loadMessages();
    } else {
        fail(tr("The message was not sent again"), sent.error());
    }
}

void WebhooksPage::fail(const QString &what, const Error &error) { m_banner->show(Banner::Kind::Danger, what, errorText(error), tr("Read again")); }

void WebhooksPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_list->hasFocus())
        m_delete->click();
    else if (event->key() == Qt::Key_F2 && m_list->hasFocus())
        m_edit->click();
    else
        PolicyPage::keyPressEvent(event);
}

void WebhooksPage::resizeEvent(QResizeEvent *event)
{
    PolicyPage::resizeEvent(event);
    const bool isNarrow = width() < narrow;
    m_split->setOrientation(isNarrow ? Qt::Vertical : Qt::Horizontal);
    fitBody();
}

/// So high that list, messages and the one in front can be read.
void WebhooksPage::fitBody()
{
    const int line = fontMetrics().height();
    const int left = m_list->height() + 12 * line;
    const bool isBelow = m_split->orientation() == Qt::Vertical;
    m_split->setMinimumHeight(isBelow && !m_card->isHidden() ? left + 18 * line : left);
}

void WebhooksPage::showEvent(QShowEvent *event)
{
    PolicyPage::showEvent(event);
    if (!m_webhooks.empty())
        loadMessages(); // and on as they happen
}

void WebhooksPage::hideEvent(QHideEvent *event)
{
    PolicyPage::hideEvent(event);
    m_watch->stop();
}

} // namespace berth
