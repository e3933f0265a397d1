// SPDX-License-Identifier: Apache-2.0
#include "desktop/lists/RichList.h"

#include <algorithm>

#include <QKeyEvent>
#include <QScrollBar>

namespace berth {

QString RichRow::spoken() const
{
    QStringList words;
    for (const auto &text : {title.plain(), second, right, rightSecond}) {
        if (!text.isEmpty())
            words << text;
    }
    return words.join(QStringLiteral(", "));
}

void RichRowsModel::setRows(QList<RichRow> rows)
{
    const bool isSame = std::ranges::equal(rows, m_rows, {}, &RichRow::key, &RichRow::key);
    if (!isSame)
        beginResetModel();
    m_rows = std::move(rows);
    if (!isSame)
        endResetModel();
    else if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

QVariant RichRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const auto &row = m_rows.at(index.row());
    switch (role) {
    case RowRole: return QVariant::fromValue(row);
    case Qt::DisplayRole: return row.title.plain();
    case Qt::AccessibleTextRole: return row.spoken();
    case Qt::ToolTipRole: return row.second.isEmpty() ? QVariant() : QVariant(row.second);
    case Qt::CheckStateRole: return row.lead == RichRow::Lead::Switch ? QVariant(row.isOn ? Qt::Checked : Qt::Unchecked) : QVariant();
    default: return {};
    }
}

bool RichRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    const auto &row = m_rows.at(index.row());
    const bool on = value.toInt() == Qt::Checked;
    if (row.lead != RichRow::Lead::Switch || row.isBusy || row.isOn == on)
        return false;
    Q_EMIT switched(QString(row.key), on);
    return true;
}

Qt::ItemFlags RichRowsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto &row = m_rows.at(index.row());
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (!row.isHeading)
        flags |= Qt::ItemIsSelectable;
    if (row.lead == RichRow::Lead::Switch)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

RichList::RichList(const QString &name, QWidget *parent)
    : RichList(parent)
{
    setAccessibleName(name);
}

RichList::RichList(QWidget *parent)
    : QListView(parent)
    , m_model(new RichRowsModel(this))
{
    setModel(m_model);
    setItemDelegate(new RichRowDelegate(this));
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setResizeMode(Adjust);
    viewport()->setAutoFillBackground(false);
    connect(m_model, &RichRowsModel::switched, this, &RichList::switched);
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const auto &row = m_model->rows().at(index.row()); !row.isHeading)
            Q_EMIT rowActivated(QString(row.key));
    });
}

void RichList::setRows(const QList<RichRow> &rows)
{
    const QString kept = currentKey();
    const int scroll = verticalScrollBar()->value();
    m_isSetting = true;
    m_model->setRows(rows);
    m_isSetting = false;
    setCurrentKey(kept);
    if (currentKey() != kept)
        Q_EMIT currentKeyChanged(currentKey());
    verticalScrollBar()->setValue(scroll);
}

QString RichList::currentKey() const
{
    const auto index = currentIndex();
    return index.isValid() && index.row() < m_model->rows().size() ? m_model->rows().at(index.row()).key : QString();
}

void RichList::setCurrentKey(const QString &key)
{
    const auto &rows = m_model->rows();
    const auto at = std::ranges::find(rows, key, &RichRow::key);
    if (!key.isEmpty() && at != rows.end())
        setCurrentIndex(m_model->index(int(at - rows.begin())));
    else
        setCurrentIndex({});
}

int RichList::contentHeight() const
{
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += sizeHintForRow(row);
    return height;
}

void RichList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isSetting)
        Q_EMIT currentKeyChanged(currentKey());
}

void RichList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout(); // sentences break elsewhere now
}

void RichList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

void RichList::keyPressEvent(QKeyEvent *event)
{
    const auto index = currentIndex();
    if (event->key() == Qt::Key_Space && index.isValid() && index.data(Qt::CheckStateRole).isValid() && !event->isAutoRepeat())
        m_model->setData(index, index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    else
        QListView::keyPressEvent(event);
}

} // namespace berth
