// SPDX-License-Identifier: Apache-2.0
#include "desktop/preferences/PreferencesDialog.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include "desktop/parts/Parts.h"
#include "desktop/preferences/PreferencesPage.h"
#include "desktop/style/BerthStyle.h"
#include "preferences/ui_PreferencesDialog.h"

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
    , m_ui(std::make_unique<Ui::PreferencesDialog>())
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->side->setFixedWidth(212);
    m_ui->list->setItemDelegate(new PageDelegate(m_ui->list));
    m_ui->list->viewport()->setAutoFillBackground(false);
    connect(m_ui->list, &QListWidget::currentRowChanged, m_ui->pages, &QStackedWidget::setCurrentIndex);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::accept);
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::addPage(PreferencesPage *page)
{
    m_ui->pages->addWidget(page);
    auto *item = new QListWidgetItem(page->title(), m_ui->list);
    item->setData(Qt::UserRole, QString::fromLatin1(page->glyph()));
    m_ui->side->setFixedWidth(qMax(m_ui->side->width(), QFontMetrics(fontFor(TextRole::BodyStrong)).horizontalAdvance(page->title()) + 84));
    if (m_ui->list->count() == 1)
        m_ui->list->setCurrentRow(0);
}

bool PreferencesDialog::focusNextPrevChild(bool next)
{
    orderByReading(*this);
    return QDialog::focusNextPrevChild(next);
}

void PreferencesDialog::showPage(int index) { m_ui->list->setCurrentRow(index); }
int PreferencesDialog::page() const { return m_ui->list->currentRow(); }

void PreferencesDialog::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), Theme::current().surface); }

} // namespace berth
