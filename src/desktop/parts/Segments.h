// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace berth {

/// A few choices of which one holds, in one box.
class Segments : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QStringList choices READ choices WRITE setChoices)

public:
    explicit Segments(QWidget *parent = nullptr);
    Segments(const QStringList &choices, const QString &name, QWidget *parent);
    QStringList choices() const;
    /// Once.
    void setChoices(const QStringList &choices);
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
