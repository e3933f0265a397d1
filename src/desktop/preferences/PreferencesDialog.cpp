// SPDX-License-Identifier: Apache-2.0
#include "desktop/preferences/PreferencesDialog.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "desktop/parts/Parts.h"
#include "desktop/preferences/PreferencesPage.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

namespace {

class PageDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return {160, qMax(34, option.fontMetrics.height() + 16)}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected)
            paintRounded(painter, option.rect, 6, t.accentSoft);
        paintIcon(
            painter, {option.rect.left() + 12, option.rect.center().y() - 7, 16, 16}, index.data(Qt::UserRole).toString().toUtf8().constData(), Tint::Text2);
        painter->save();
        painter->setFont(selected ? fontFor(TextRole::BodyStrong) : option.font);
        painter->setPen(t.text);
        painter->drawText(option.rect.adjusted(38, 0, -6, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
    }
};

} // namespace

PreferencesDialog::PreferencesDialog(QWidget *parent)
    : QDialog(parent)
    , m_side(new Sheet(Sheet::Kind::Side, this))
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    resize(820, 620);
    m_side->setFixedWidth(212);
    m_list->setParent(m_side);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setItemDelegate(new PageDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(1);
    m_list->viewport()->setAutoFillBackground(false);
    auto *sideColumn = new QVBoxLayout(m_side);
    sideColumn->setContentsMargins(12, 14, 12, 14);
    sideColumn->addWidget(m_list);
    auto *foot = new Sheet(Sheet::Kind::Foot, this);
    auto *close = makeButton(tr("Close"), "secondary", nullptr, foot);
    close->setDefault(true);
    auto *footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(24, 12, 20, 12);
    footRow->addWidget(makeLabel(tr("Changes apply at once."), TextRole::Body, Shade::Text2, foot), 1);
    footRow->addWidget(close);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_pages, 1);
    right->addWidget(foot);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_side);
    outer->addLayout(right, 1);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void PreferencesDialog::addPage(PreferencesPage *page)
{
    m_pages->addWidget(page);
    auto *item = new QListWidgetItem(page->title(), m_list);
    item->setData(Qt::UserRole, QString::fromLatin1(page->glyph()));
    m_side->setFixedWidth(qMax(m_side->width(), QFontMetrics(fontFor(TextRole::BodyStrong)).horizontalAdvance(page->title()) + 84));
    if (m_list->count() == 1)
        m_list->setCurrentRow(0);
}

bool PreferencesDialog::focusNextPrevChild(bool next)
{
    orderByReading(*this);
    return QDialog::focusNextPrevChild(next);
}

void PreferencesDialog::showPage(int index) { m_list->setCurrentRow(index); }
int PreferencesDialog::page() const { return m_list->currentRow(); }

void PreferencesDialog::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), Theme::current().surface); }

} // namespace berth
