// SPDX-License-Identifier: Apache-2.0
#include "desktop/panes/DeleteDialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/lists/RowDelegate.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"

namespace berth {

namespace {

class ChipRow final : public QWidget {
public:
    ChipRow(QStringList texts, QWidget *parent)
        : QWidget(parent)
        , m_texts(std::move(texts))
    {
        setFixedHeight(qMax(22, fontMetrics().height() + 6));
        setAccessibleName(m_texts.join(QStringLiteral(", ")));
        setToolTip(accessibleName());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintChips(&painter, rect(), m_texts, ChipGround::Surface);
    }

private:
    QStringList m_texts;
};

} // namespace

DeleteDialog::DeleteDialog(const Words &words, QList<Item> items, std::function<QCoro::Task<Result<DeletionForecast>>()> forecast, QWidget *parent)
    : DialogFrame(words.heading, words.sentence, 520, parent)
    , m_items(std::move(items))
    , m_list(nullptr)
    , m_figures(new QWidget(this))
    , m_banner(new Banner(this))
    , m_verb(addVerb(words.verb, "danger", "trash"))
    , m_verbText(words.verb)
    , m_wayBack(makeLabel({}, TextRole::Body, Shade::Text2, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    listItems();
    m_wayBack->setWordWrap(true);
    m_wayBack->hide();
    body()->addWidget(m_figures);
    body()->addWidget(m_wayBack);
    body()->addWidget(m_banner);
    auto *figures = new QHBoxLayout(m_figures);
    figures->setContentsMargins(0, 8, 0, 0);
    if (forecast) {
        figures->addWidget(makeLabel(tr("Working out how much only these hold…"), TextRole::Body, Shade::Text3, m_figures));
        QCoro::connect(forecast(), this, [this](const Result<DeletionForecast> &result) { showForecast(result); });
    } else {
        figures->addWidget(
            makeLabel(words.room.isEmpty() ? tr("This server does not tell how much space is freed.") : words.room, TextRole::Body, Shade::Text3, m_figures));
    }
    connect(m_verb, &QPushButton::clicked, this, [this] { removeAll(); });
}

void DeleteDialog::listItems()
{
    delete m_list;
    auto *card = new Sheet(Sheet::Kind::Card, this);
    m_list = card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(14, 10, 14, 10);
    constexpr int shown = 6;
    for (int i = 0; i < qMin<int>(shown, int(m_items.size())); ++i) {
        const auto &item = m_items.at(i);
        auto *row = new QHBoxLayout;
        auto *glyph = new QLabel(card);
        glyph->setPixmap(icon(item.glyph.toUtf8().constData()).pixmap(QSize(16, 16), devicePixelRatioF()));
        row->addWidget(glyph);
        row->addWidget(new ElidedLabel(item.name, item.isMono ? TextRole::Mono : TextRole::Body, Shade::Text, card), 1);
        if (item.sizeBytes >= 0)
            row->addWidget(makeLabel(sizeText(item.sizeBytes), TextRole::Body, Shade::Text, card));
        column->addLayout(row);
        if (!item.tags.isEmpty())
            column->addWidget(new ChipRow(item.tags, card));
    }
    if (m_items.size() > shown)
        column->addWidget(makeLabel(tr("and %n more", nullptr, int(m_items.size()) - shown), TextRole::Body, Shade::Text2, card));
    body()->insertWidget(0, card);
}

void DeleteDialog::showForecast(const Result<DeletionForecast> &forecast)
{
    auto *row = static_cast<QHBoxLayout *>(m_figures->layout());
    while (auto *item = row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!forecast) {
        auto *label = makeLabel(tr("How much space is freed is not known: %1").arg(errorText(forecast.error())), TextRole::Body, Shade::Warn, m_figures);
        label->setWordWrap(true);
        row->addWidget(label);
        return;
    }
    m_onlyHereBytes = forecast->onlyHereBytes;
    m_returns = forecast->returns;
    const auto figure = [&](const QString &number, const QString &words) {
        auto *cell = new QWidget(m_figures);
        auto *column = new QVBoxLayout(cell);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(makeLabel(number, TextRole::Page, Shade::Text, cell));
        column->addWidget(makeLabel(words, TextRole::Caption, Shade::Text2, cell));
        row->addWidget(cell, 1);
    };
    figure(QLocale().toString(forecast->artifactCount), tr("artifacts", "figure caption", int(forecast->artifactCount)));
    figure(QLocale().toString(forecast->tagCount), tr("tags", "figure caption", int(forecast->tagCount)));
    figure(sizeText(forecast->onlyHereBytes), forecast->isAtLeast ? tr("at least only here") : tr("only here"));
    figure(sizeText(forecast->sharedBytes), tr("shared, stays"));
    showWayBack();
}

void DeleteDialog::offerForGood(End end)
{
    m_end = std::move(end);
    m_forGood = new QCheckBox(tr("Delete for good"), this);
    body()->insertWidget(body()->indexOf(m_banner), m_forGood);
    connect(m_forGood, &QCheckBox::toggled, this, &DeleteDialog::showWayBack);
}

void DeleteDialog::showWayBack()
{
    const bool forGood = m_forGood && m_forGood->isChecked();
    m_verb->setText(forGood ? tr("%1 for good", "verb of the button").arg(m_verbText) : m_verbText);
    const QString day = dayText(m_returns.toLocalTime().date());
    if (forGood)
        m_wayBack->setText(m_onlyHereBytes > 0
                ? tr("It skips the trash and cannot be restored. %1 return with the next collection, which starts at once.").arg(sizeText(m_onlyHereBytes))
                : tr("It skips the trash and cannot be restored."));
    else if (m_returns.isValid())
        m_wayBack->setText(m_onlyHereBytes > 0
                ? tr("It goes to the trash: it can be restored, and its bytes return when the trash lets go of it, by itself on %1.").arg(day)
                : tr("It goes to the trash and can be restored until %1.").arg(day));
    m_wayBack->setVisible(forGood || m_returns.isValid());
}

void DeleteDialog::done(int result)
{
    DialogFrame::done(result);
    tellWhatWent();
}

void DeleteDialog::tellWhatWent()
{
    if (m_gone.names.isEmpty())
        return;
    m_gone.bytes = m_onlyHereBytes;
    m_gone.returns = m_returns;
    Q_EMIT deletedSome(std::exchange(m_gone, {}));
}

QCoro::Task<void> DeleteDialog::removeAll()
{
    const QPointer<DeleteDialog> self(this);
    m_verb->setEnabled(false);
    m_banner->hide();
    QList<Item> failed;
    QString reason;
    QString keptReason;
    QStringList kept; // in the trash, against the wish
    const bool forGood = m_forGood && m_forGood->isChecked();
    const auto items = m_items;
    for (const auto &item : items) {
        const auto removed = co_await item.remove();
        if (!self)
            co_return;
        if (removed) {
            m_gone.glyph = item.glyph;
            m_gone.names << item.name;
            if (removed->trashId == 0)
                continue;
            Result<void> ended = fail(ErrorCode::Cancelled, "Cancelled");
            if (forGood)
                ended = co_await m_end(removed->trashId);
            if (!self)
                co_return;
            if (!ended)
                m_gone.trashIds << removed->trashId;
            if (forGood && !ended) {
                kept << item.name;
                keptReason = errorText(ended.error());
            }
        } else {
            failed << item;
            reason = item.name + QStringLiteral(": ") + errorText(removed.error());
        }
    }
    if (failed.isEmpty() && kept.isEmpty()) {
        accept();
        co_return;
    }
    tellWhatWent();
    m_items = failed;
    listItems();
    m_verb->setEnabled(!failed.isEmpty());
    const QString inTrash = kept.isEmpty() ? QString() : tr("%n are deleted, but still lie in the trash", nullptr, int(kept.size()));
    if (failed.isEmpty())
        m_banner->show(Banner::Kind::Warn, inTrash, tr("They can be restored, or deleted for good there: %1").arg(keptReason));
    else
        m_banner->show(Banner::Kind::Danger, tr("%n could not be deleted", nullptr, int(failed.size())),
            inTrash.isEmpty() ? reason : reason + QLatin1Char('\n') + inTrash);
}

} // namespace berth
