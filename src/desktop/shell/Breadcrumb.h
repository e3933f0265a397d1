// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "desktop/sessions/Place.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace berth {

class ElidedLabel;

/// Where the window is, as a row of buttons, with the address to copy at the right.
class Breadcrumb : public QWidget {
    Q_OBJECT

public:
    explicit Breadcrumb(QWidget *parent);

    /// `tool` names the tool of the place, empty for none.
    void setPlace(const Place &place, const QString &tool, const QString &connectionName, const char *glyph, const QString &address, bool canGoBack);

Q_SIGNALS:
    void backRequested();
    void placeRequested(const berth::Place &place);

private:
    QPushButton *m_back;
    QHBoxLayout *m_crumbs;
    ElidedLabel *m_address;
    QPushButton *m_copy;
};

} // namespace berth
