// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace berth {

/// The look of every control, over Fusion, the same on all platforms. Set once; light and dark follow the palette.
///
/// Dynamic properties say what a control is: `kind` of a button is "primary", "secondary" (the default), "tonal", "flat", "danger" or
/// "segment", `mini` makes it small; `bad` on a field shows its error; `quiet` gives a field the light edge of filters.
class BerthStyle final : public QProxyStyle {
    Q_OBJECT

public:
    BerthStyle();

    void polish(QWidget *widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;
};

/// A filled rounded rectangle on pixel edges, with an edge where `edge` is valid.
void paintRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge = {}, qreal edgeWidth = 1);

} // namespace berth
