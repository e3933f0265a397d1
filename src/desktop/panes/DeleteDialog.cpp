// SPDX-License-Identifier: Apache-2.0
#include "desktop/panes/DeleteDialog.h"

#include <QPainter>
#include <QPointer>

#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/lists/RowDelegate.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "panes/ui_DeleteDialog.h"

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
    , m_ui(std::make_unique<Ui::DeleteDialog>())
    , m_verb(addVerb(words.verb, "danger", "trash"))
    , m_verbText(words.verb)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    listItems();
    if (forecast)
        QCoro::connect(forecast(), this, [this](const Result<DeletionForecast> &result) { showForecast(result); });
    else
        m_ui->room->setText(words.room.isEmpty() ? tr("This server does not tell how much space is freed.") : words.room);
    connect(m_ui->forGood, &QCheckBox::toggled, this, &DeleteDialog::showWayBack);
    connect(m_verb, &QPushButton::clicked, this, [this] { removeAll(); });
}

DeleteDialog::~DeleteDialog() = default;

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
    m_ui->list->addWidget(card);
}

void DeleteDialog::showForecast(const Result<DeletionForecast> &forecast)
{
    if (!forecast) {
        m_ui->room->setShade(QStringLiteral("warn"));
        m_ui->room->setWordWrap(true);
        m_ui->room->setText(tr("How much space is freed is not known: %1").arg(errorText(forecast.error())));
        return;
    }
    m_ui->room->hide();
    m_onlyHereBytes = forecast->onlyHereBytes;
    m_returns = forecast->returns;
    addFigure(QLocale().toString(forecast->artifactCount), tr("artifacts", "figure caption", int(forecast->artifactCount)));
    addFigure(QLocale().toString(forecast->tagCount), tr("tags", "figure caption", int(forecast->tagCount)));
    addFigure(sizeText(forecast->onlyHereBytes), forecast->isAtLeast ? tr("at least only here") : tr("only here"));
    addFigure(sizeText(forecast->sharedBytes), tr("shared, stays"));
    showWayBack();
}

void DeleteDialog::addFigure(const QString &number, const QString &words)
{
    auto *cell = new QWidget(m_ui->figures);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeLabel(number, TextRole::Page, Shade::Text, cell));
    column->addWidget(makeLabel(words, TextRole::Caption, Shade::Text2, cell));
    static_cast<QHBoxLayout *>(m_ui->figures->layout())->addWidget(cell, 1);
}

void DeleteDialog::offerForGood(End end)
{
    m_end = std::move(end);
    m_ui->forGood->show();
}

bool DeleteDialog::isForGood() const { return m_end && m_ui->forGood->isChecked(); }

void DeleteDialog::showWayBack()
{
    const bool forGood = isForGood();
    m_verb->setText(forGood ? tr("%1 for good", "verb of the button").arg(m_verbText) : m_verbText);
    const QString day = dayText(m_returns.toLocalTime().date());
    if (forGood)
        m_ui->wayBack->setText(m_onlyHereBytes > 0
                ? tr("It skips the trash and cannot be restored. %1 return with the next collection, which starts at once.").arg(sizeText(m_onlyHereBytes))
                : tr("It skips the trash and cannot be restored."));
    else if (m_returns.isValid())
        m_ui->wayBack->setText(m_onlyHereBytes > 0
                ? tr("It goes to the trash: it can be restored, and its bytes return when the trash lets go of it, by itself on %1.").arg(day)
                : tr("It goes to the trash and can be restored until %1.").arg(day));
    m_ui->wayBack->setVisible(forGood || m_returns.isValid());
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
    m_ui->banner->hide();
    QList<Item> failed;
    QString reason;
    QString keptReason;
    QStringList kept; // in the trash, against the wish
    const bool forGood = isForGood();
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
        m_ui->banner->show(Banner::Kind::Warn, inTrash, tr("They can be restored, or deleted for good there: %1").arg(keptReason));
    else
        m_ui->banner->show(Banner::Kind::Danger, tr("%n could not be deleted", nullptr, int(failed.size())),
            inTrash.isEmpty() ? reason : reason + QLatin1Char('\n') + inTrash);
}

} // namespace berth
