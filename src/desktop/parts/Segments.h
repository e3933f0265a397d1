// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace berth {

/// A few choices of which one holds, in one box.
class Segments : public QWidget {
    Q_OBJECT

public:
    Segments(const QStringList &choices, const QString &name, QWidget *parent);
    int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace berth
