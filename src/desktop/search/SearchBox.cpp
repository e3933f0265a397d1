// SPDX-License-Identifier: Apache-2.0
#include "desktop/search/SearchBox.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "desktop/parts/Parts.h"
#include "desktop/search/SearchModel.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

namespace {

constexpr int typingRestsMs = 180;
constexpr int popupWidth = 560;

class HitDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {100, index.data(SearchModel::IsCaptionRole).toBool() ? option.fontMetrics.height() + 12 : qMax(34, option.fontMetrics.height() + 16)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        painter->save();
        QRect rect = option.rect.adjusted(12, 0, -12, 0);
        const QString note = index.data(SearchModel::NoteRole).toString();
        const bool isCaption = index.data(SearchModel::IsCaptionRole).toBool();
        if (!isCaption && option.state & QStyle::State_Selected)
            paintRounded(painter, option.rect.adjusted(4, 0, -4, 0), 6, t.accentSoft);
        painter->setPen(t.text3);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, note);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(note) - 12);
        if (isCaption) {
            painter->setFont(fontFor(TextRole::BodyStrong));
            painter->drawText(rect, Qt::AlignVCenter, index.data().toString());
        } else {
            paintIcon(
                painter, {rect.left(), rect.center().y() - 7, 16, 16}, index.data(SearchModel::GlyphNameRole).toString().toUtf8().constData(), Tint::Text2);
            rect.setLeft(rect.left() + 26);
            painter->setPen(index.flags() & Qt::ItemIsEnabled ? t.text : t.text3);
            const QString title = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, rect.width());
            painter->drawText(rect, Qt::AlignVCenter, title);
            rect.setLeft(rect.left() + painter->fontMetrics().horizontalAdvance(title) + 10);
            painter->setPen(t.text2);
            painter->drawText(
                rect, Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data(SearchModel::WhereRole).toString(), Qt::ElideMiddle, rect.width()));
        }
        painter->restore();
    }
};

} // namespace

SearchBox::SearchBox(SearchModel &model, QWidget *parent)
    : QLineEdit(parent)
    , m_model(model)
    , m_popup(new Sheet(Sheet::Kind::Card, parent->window()))
    , m_list(new QListView(m_popup))
    , m_missing(makeLabel({}, TextRole::Caption, Shade::Warn, m_popup))
{
    setPlaceholderText(tr("Search or jump to"));
    setAccessibleName(tr("Search all connections"));
    setProperty("quiet", true);
    addAction(icon("search", Tint::Text3), QLineEdit::LeadingPosition)->setText(tr("Search"));
    m_popup->setAccessibleName(tr("What was found"));
    m_popup->hide();
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("What was found"));
    m_missing->setWordWrap(true);
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(4, 6, 4, 8);
    column->addWidget(m_list, 1);
    column->addWidget(m_missing);
    m_missing->setContentsMargins(12, 0, 12, 0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingRestsMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_model.setText(text() + m_composition); });
    connect(this, &QLineEdit::textChanged, this, &SearchBox::textNow);
    connect(&m_model, &SearchModel::searched, this, &SearchBox::showHits);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    window()->installEventFilter(this);
}

void SearchBox::begin()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchBox::textNow()
{
    if ((text() + m_composition).trimmed().isEmpty())
        close();
    m_pause.start();
}

void SearchBox::showHits()
{
    if (m_model.text().isEmpty() || window()->focusWidget() != this) {
        m_popup->hide();
        return;
    }
    const int first = m_model.nextHit(0, 1);
    const bool nothing = m_model.rowCount() == 0; // what is found may be nothing that can be chosen
    const QString missing = m_model.missing();
    m_missing->setText(!nothing ? missing
            : m_model.isBusy()  ? tr("Searching…")
            : missing.isEmpty() ? tr("Nothing matches “%1”").arg(m_model.text())
                                : tr("Nothing matches “%1”").arg(m_model.text()) + QStringLiteral(" · ") + missing);
    m_missing->setVisible(!m_missing->text().isEmpty());
    m_list->setCurrentIndex(m_model.index(first));
    int height = 14;
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += m_list->sizeHintForRow(row);
    m_list->setVisible(!nothing);
    const QWidget *above = window();
    const int width = qMin(popupWidth, above->width() - 32);
    const QPoint corner = mapTo(above, QPoint(this->width() - width, this->height() + 4));
    const int footer = m_missing->isHidden() ? 0 : m_missing->heightForWidth(width - 32) + 12;
    m_popup->setGeometry(qMax(8, corner.x()), corner.y(), width, qMin((nothing ? 10 : height) + footer + 10, above->height() - corner.y() - 16));
    m_popup->raise();
    m_popup->show();
}

void SearchBox::close()
{
    m_pause.stop();
    m_popup->hide();
}

void SearchBox::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    QString tag;
    const Place place = m_model.placeAt(row, &tag);
    QPointer<QAction> action = m_model.actionAt(row);
    close();
    parentWidget()->setFocus(); // first: a syllable that is being composed is committed as the focus goes
    clear();
    if (action)
        action->trigger();
    else if (!place.connectionId.isEmpty())
        Q_EMIT placeChosen(place, tag);
}

void SearchBox::move(int step)
{
    const int row = m_model.nextHit(m_list->currentIndex().row() + step, step);
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down: move(1); return;
    case Qt::Key_Up: move(-1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pause.isActive()) { // faster than the typing rests
            m_pause.stop();
            m_model.setText(text());
        }
        if (m_popup->isVisible())
            choose(m_list->currentIndex().row());
        return;
    case Qt::Key_Escape:
        if (m_popup->isVisible())
            close();
        else
            clear();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::inputMethodEvent(QInputMethodEvent *event)
{
    m_composition = event->preeditString();
    QLineEdit::inputMethodEvent(event);
    textNow();
}

void SearchBox::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (!text().isEmpty())
        m_pause.start();
}

void SearchBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason)
        close();
}

void SearchBox::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || hasFocus())
        return;
    // The keys that lead here, on a cap.
    const Theme &t = Theme::current();
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Caption));
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
    const int width = painter.fontMetrics().horizontalAdvance(keys) + 14;
    const QRect cap(this->width() - width - 8, (height() - 20) / 2, width, 20);
    const int words = inputMethodQuery(Qt::ImCursorRectangle).toRect().left() + fontMetrics().horizontalAdvance(placeholderText());
    if (cap.left() < words) // where it is narrow, the words stay
        return;
    paintRounded(&painter, cap, 5, {}, t.line2);
    painter.setPen(t.text3);
    painter.drawText(cap, Qt::AlignCenter, keys);
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_popup->isVisible())
        showHits();
    return QLineEdit::eventFilter(watched, event);
}

} // namespace berth
