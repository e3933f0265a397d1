// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

#include "desktop/parts/TextLabel.h"
#include "desktop/style/Icons.h"
#include "desktop/style/Theme.h"

namespace berth {

/// A button of the house. In forms `kind` stands before `glyph`, whose tint it decides; `mini` is a small one.
class Button : public QPushButton {
    Q_OBJECT
    Q_PROPERTY(QString glyph READ glyph WRITE setGlyph)

public:
    explicit Button(QWidget *parent = nullptr);

    QString glyph() const { return m_glyph; }
    void setGlyph(const QString &name);

private:
    QString m_glyph;
};

/// Makers of the small parts that every pane uses; each result belongs to its parent.
QPushButton *makeButton(const QString &text, const char *kind, const char *glyph, QWidget *parent);

/// A button of a glyph alone, with its name for screen readers and as tooltip.
QPushButton *makeIconButton(const char *glyph, const QString &name, QWidget *parent);

} // namespace berth
