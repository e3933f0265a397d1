// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

#include "desktop/style/Theme.h"

namespace berth {

enum class Shade { Text, Text2, Text3, Danger, Warn };
/// The theme's colour of a shade, as it is now.
QColor shadeColour(Shade shade);

/// By their names in forms; what is no name is Body and Text.
TextRole textRoleNamed(const QString &name);
Shade shadeNamed(const QString &name);
QString textRoleName(TextRole role);
QString shadeName(Shade shade);

/// Plain text in one of the theme's sizes and colours, which follow the theme. Its properties are for forms, by name: "bodyStrong", "text2".
class TextLabel : public QLabel {
    Q_OBJECT
    Q_PROPERTY(QString role READ role WRITE setRole)
    Q_PROPERTY(QString shade READ shade WRITE setShade)

public:
    explicit TextLabel(QWidget *parent = nullptr);
    TextLabel(const QString &text, TextRole role, Shade shade, QWidget *parent);

    QString role() const { return textRoleName(m_role); }
    void setRole(const QString &name);
    QString shade() const { return shadeName(m_shade); }
    void setShade(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void shadeAnew();

    TextRole m_role = TextRole::Body;
    Shade m_shade = Shade::Text;
};

/// One of the icons, as large as a line of text.
class Glyph : public QLabel {
    Q_OBJECT
    Q_PROPERTY(QString glyph READ glyph WRITE setGlyph)

public:
    using QLabel::QLabel;

    QString glyph() const { return m_glyph; }
    void setGlyph(const QString &name);

private:
    QString m_glyph;
};

QLabel *makeLabel(const QString &text, TextRole role, Shade shade, QWidget *parent);

} // namespace berth
