// SPDX-License-Identifier: Apache-2.0
#include "desktop/webhooks/MessageView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QUrl>
#include <QVBoxLayout>

#include "core/Json.h"
#include "core/SizeText.h"
#include "desktop/lists/RichList.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/JsonText.h"
#include "desktop/parts/Parts.h"
#include "desktop/webhooks/MessageModel.h"

namespace berth {

namespace {

/// "api/gateway:v2.14.0", of what the payload tells of; empty where it is of another form.
QString subjectOf(const QByteArray &payload)
{
    const auto value = json::parseStrict(std::string_view(payload.constData(), std::size_t(payload.size())));
    const auto *data = value ? json::find(*value, "event_data") : nullptr;
    if (!data)
        data = value ? json::find(*value, "data") : nullptr;
    const auto *repository = data ? json::find(*data, "repository") : nullptr;
    if (!repository)
        return {};
    QString tag;
    const auto &resources = json::list(*data, "resources");
    if (!resources.empty())
        tag = QString::fromStdString(json::text(resources.front(), "tag"));
    const QString name = QString::fromStdString(json::text(*repository, "name"));
    return tag.isEmpty() ? name : name + QLatin1Char(':') + tag;
}

QPlainTextEdit *makeCode(const QString &name, QWidget *parent)
{
    auto *code = new QPlainTextEdit(parent);
    code->setReadOnly(true);
    code->setFont(fontFor(TextRole::Mono));
    code->setLineWrapMode(QPlainTextEdit::NoWrap);
    code->setAccessibleName(name);
    code->setTabChangesFocus(true);
    code->setMinimumHeight(QFontMetrics(code->font()).height() * 6);
    return code;
}

} // namespace

MessageView::MessageView(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_subject(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_again(makeButton(tr("Send again"), "secondary", "refresh", this))
    , m_attempts(new RichList(tr("Tries"), this))
    , m_size(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_copy(makeIconButton("copy", tr("Copy the message"), this))
    , m_request(makeCode(tr("Request"), this))
    , m_answerSize(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_answer(makeCode(tr("Answer"), this))
{
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    m_subject->setWordWrap(true);
    words->addWidget(m_subject);
    head->addLayout(words, 1);
    head->addWidget(m_again, 0, Qt::AlignTop);
    m_answerCaption = makeLabel(tr("Answer"), TextRole::BodyStrong, Shade::Text2, this);
    const auto caption = [](QLabel *name, QLabel *right, QPushButton *button) {
        auto *row = new QHBoxLayout;
        row->addWidget(name);
        row->addStretch(1);
        row->addWidget(right);
        if (button)
            row->addWidget(button);
        return row;
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_attempts);
    column->addLayout(caption(makeLabel(tr("Request"), TextRole::BodyStrong, Shade::Text2, this), m_size, m_copy));
    column->addWidget(m_request, 3);
    column->addLayout(caption(m_answerCaption, m_answerSize, nullptr));
    column->addWidget(m_answer, 1);
    connect(m_again, &QPushButton::clicked, this, &MessageView::sendAgainRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_payload); });
    setMessage(nullptr, {});
}

void MessageView::setReason(const QString &whyNot)
{
    m_again->setEnabled(whyNot.isEmpty());
    m_again->setToolTip(whyNot);
}

void MessageView::setMessage(const WebhookMessage *message, const WebhookTarget &target)
{
    setVisible(message != nullptr);
    if (!message)
        return;
    const bool isInbox = message->kind == QLatin1String("inbox");
    m_title->setText(isInbox ? tr("Came to the inbox") : MessageModel::eventWords(message->event));
    m_again->setVisible(!isInbox);
    for (auto *part : std::initializer_list<QWidget *>{m_attempts, m_answerCaption, m_answerSize, m_answer})
        part->setVisible(!isInbox);
    const QString subject = subjectOf(message->payload);
    m_subject->setText(subject);
    m_subject->setVisible(!subject.isEmpty());
    m_payload = QString::fromUtf8(message->payload);
    QList<RichRow> rows;
    int place = 0;
    for (const auto &attempt : message->attempts) {
        const bool isGood = attempt.status >= 200 && attempt.status < 300;
        RichRow row;
        row.key = QString::number(place++);
        row.lead = RichRow::Lead::Glyph;
        row.glyph = isGood ? "ok" : "error";
        row.tint = isGood ? Tint::Ok : Tint::Danger;
        row.title = tr("%1, %2", "time, answer")
                        .arg(QLocale().toString(attempt.at.toLocalTime().time(), QStringLiteral("HH:mm:ss")),
                            attempt.status > 0 ? QString::number(attempt.status) : tr("no answer"));
        row.second = attempt.failure;
        row.secondShade = Shade::Danger;
        row.right = tr("after %1 s").arg(QLocale().toString(double(attempt.ms) / 1000, 'f', 1));
        rows << row;
    }
    if (message->state == WebhookMessage::State::Waiting) {
        RichRow row;
        row.key = QStringLiteral("next");
        row.lead = RichRow::Lead::Glyph;
        row.glyph = "wait";
        row.title = message->next.isValid() ? tr("The next try is %1").arg(dateText(message->next)) : tr("It waits for its turn");
        rows << row;
    }
    m_attempts->setRows(rows);
    m_attempts->setFixedHeight(qMin(4 * 44, m_attempts->contentHeight() + 4));
    m_size->setText(tr("%1, as sent", "size").arg(sizeText(message->payload.size())));
    const QUrl address(QString::fromStdString(shownAddress(target)));
    QStringList lines{QStringLiteral("POST %1").arg(address.path().isEmpty() ? QStringLiteral("/") : address.path()),
        QStringLiteral("Content-Type: %1").arg(message->contentType)};
    if (!target.authHeader.empty())
        lines << QStringLiteral("Authorization: •••");
    m_request->setPlainText(lines.join(QLatin1Char('\n')) + QStringLiteral("\n\n") + prettyJson(message->payload));
    const auto *last = message->attempts.isEmpty() ? nullptr : &message->attempts.constLast();
    m_answerSize->setText(last ? sizeText(last->body.toUtf8().size()) : QString());
    m_answer->setPlainText(!last ? QString()
            : last->status == 0
            ? last->failure
            : QStringLiteral("HTTP %1\n").arg(last->status) + last->headers + (last->body.isEmpty() ? QString() : QStringLiteral("\n\n") + last->body));
}

} // namespace berth
