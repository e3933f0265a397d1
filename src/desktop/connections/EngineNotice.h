// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QUrl>
#include <QWidget>

#include "engine/Engine.h"

class QPushButton;

namespace berth {

class CodeLine;

/// Says whether this computer has a docker engine that answers, and what helps where it has not.
class EngineNotice : public QWidget {
    Q_OBJECT

public:
    explicit EngineNotice(QWidget *parent);

    /// Looks in a thread of its own; what was found before stays until then.
    void look();

private:
    void show(const EngineReport &report);

    QLabel *m_glyph;
    QLabel *m_text;
    QPushButton *m_page;
    QPushButton *m_again;
    CodeLine *m_command;
    QUrl m_pageUrl;
    bool m_isLooking = false;
};

} // namespace berth
