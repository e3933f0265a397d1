// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QGridLayout;

namespace berth {

/// Names and values, a line each: what is known of one thing.
class FactGrid : public QWidget {
    Q_OBJECT

public:
    explicit FactGrid(QWidget *parent);

    void clear();
    /// `extra` stands behind a mono value and below words, and is taken over.
    void add(const QString &name, const QString &value, bool isMono = false, QWidget *extra = nullptr);
    /// The same with a button that copies the value.
    void addCopied(const QString &name, const QString &value);

private:
    QGridLayout *m_grid;
    int m_row = 0;
};

} // namespace berth
