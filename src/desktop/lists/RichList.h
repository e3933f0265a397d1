// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include "desktop/lists/RichRow.h"

namespace berth {

class RichRowsModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    static constexpr int RowRole = Qt::UserRole + 100; ///< The RichRow.

    /// Where the keys are the same in the same order, nothing moves.
    void setRows(QList<RichRow> rows);
    const QList<RichRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void switched(const QString &key, bool on);

private:
    QList<RichRow> m_rows;
};

/// A list of rows with switches, sentences and second lines. Space and a click on its switch turn a row on or off.
class RichList : public QListView {
    Q_OBJECT

public:
    explicit RichList(QWidget *parent = nullptr);
    /// `name` is for screen readers.
    RichList(const QString &name, QWidget *parent);

    /// Keeps the row in front by its key, and the scroll position.
    void setRows(const QList<RichRow> &rows);
    const QList<RichRow> &rows() const { return m_model->rows(); }

    /// Key of the row in front; empty: none.
    QString currentKey() const;
    void setCurrentKey(const QString &key);

    /// As high as its rows.
    int contentHeight() const;

Q_SIGNALS:
    void currentKeyChanged(const QString &key);
    void switched(const QString &key, bool on);
    void rowActivated(const QString &key);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    RichRowsModel *m_model;
    bool m_isSetting = false;
};

class RichRowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;
};

} // namespace berth
