// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace berth {

/// Says what letting go of an archive would do, on a soft ground.
class DropHint : public QWidget {
    Q_OBJECT

public:
    explicit DropHint(QWidget *parent);

    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
};

} // namespace berth
