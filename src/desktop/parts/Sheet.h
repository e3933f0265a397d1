// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace berth {

/// A rounded ground with an edge: the sheets on the quay, and cards on a sheet.
class Sheet : public QWidget {
    Q_OBJECT
    Q_PROPERTY(Kind kind MEMBER m_kind)

public:
    enum class Kind { Sheet, Card, Raised, Foot, Side };
    Q_ENUM(Kind)
    explicit Sheet(QWidget *parent = nullptr);
    Sheet(Kind kind, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Sheet;
};

} // namespace berth
