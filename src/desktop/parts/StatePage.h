// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include "desktop/style/Icons.h"

namespace berth {

/// What a place shows when it has nothing, or when its content could not be had.
class StatePage : public QWidget {
    Q_OBJECT

public:
    enum class Kind {
        Problem, ///< A column that is read from the left: what, why, what to do.
        Empty,   ///< A few words in the middle.
    };
    explicit StatePage(QWidget *parent, Kind kind = Kind::Problem);

    struct Content {
        const char *glyph = "info";
        Tint tint = Tint::Text3;
        QString title;
        QString text;
        QStringList remedies; ///< What the person can do, a line each.
        QString primary;      ///< Button texts; empty for none.
        QString secondary;
    };
    void show(const Content &content);

    /// The primary button shows that its action is under way.
    void setBusy(bool busy);

Q_SIGNALS:
    void primaryTriggered();
    void secondaryTriggered();

private:
    QLabel *m_glyph;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_remedies;
    QPushButton *m_primary;
    QPushButton *m_secondary;
};

} // namespace berth
