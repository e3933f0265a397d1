// SPDX-License-Identifier: Apache-2.0
#include "desktop/style/BerthStyle.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

#include "desktop/style/ButtonPainting.h"
#include "desktop/style/Icons.h"
#include "desktop/style/Theme.h"

namespace berth {

namespace {

bool keyboardFocus(const QStyleOption *option) { return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange); }

void paintField(const QStyleOption *option, QPainter *painter, const QWidget *widget, const QRect &rect)
{
    const Theme &t = Theme::current();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool bad = widget && widget->property("bad").toBool();
    const bool quiet = widget && widget->property("quiet").toBool();
    const bool focus = option->state & QStyle::State_HasFocus;
    const QColor edge = !enabled ? t.line2 : bad ? t.danger : focus ? t.accent : quiet ? t.line2 : t.border;
    paintRounded(painter, rect, 6, enabled ? t.field : t.raised, edge, enabled && focus ? 2 : 1);
}

void paintCheck(const QStyleOption *option, QPainter *painter)
{
    const Theme &t = Theme::current();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool some = option->state & QStyle::State_NoChange;
    const QRect box(option->rect.left(), option->rect.center().y() - 7, 16, 16);
    if (on || some)
        paintRounded(painter, box, 4, enabled ? t.accent : t.fill2);
    else
        paintRounded(painter, box, 4, enabled ? t.field : t.raised, enabled ? t.border : t.line2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(enabled ? t.onAccent : t.disabled, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (some) {
        painter->drawLine(QPointF(box.left() + 4.5, box.top() + 8), QPointF(box.left() + 11.5, box.top() + 8));
    } else if (on) {
        const QPointF points[] = {{box.left() + 4.0, box.top() + 8.5}, {box.left() + 7.0, box.top() + 11.0}, {box.left() + 12.0, box.top() + 5.5}};
        painter->drawPolyline(points, 3);
    }
    painter->restore();
    if (keyboardFocus(option))
        paintRounded(painter, QRectF(box).adjusted(-2, -2, 2, 2), 6, {}, t.accent, 2);
}

void paintTab(const QStyleOptionTab &option, QPainter *painter, const QWidget *widget)
{
    const Theme &t = Theme::current();
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRect pill = option.rect.adjusted(2, 6, -2, -6);
    if (!selected && enabled && (option.state & QStyle::State_MouseOver))
        paintRounded(painter, pill, 6, t.fill);
    if (keyboardFocus(&option) && selected)
        paintRounded(painter, pill, 6, {}, t.accent, 2);
    // "Tags\t4": the count stands behind in the quieter colour.
    const QString name = option.text.section(QLatin1Char('\t'), 0, 0);
    const QString count = option.text.section(QLatin1Char('\t'), 1, 1);
    painter->setPen(!enabled ? t.disabled : selected ? t.text : t.text2);
    const int x = option.rect.left() + 12;
    const QRect line(x, option.rect.top(), option.rect.width() - 12, option.rect.height());
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, name);
    const int nameWidth = option.fontMetrics.size(Qt::TextShowMnemonic, name).width();
    if (!count.isEmpty()) {
        painter->setPen(t.text3);
        painter->drawText(line.adjusted(nameWidth + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, count);
    }
    if (selected)
        paintRounded(painter, QRectF(x, option.rect.bottom() - 2, nameWidth + (count.isEmpty() ? 0 : 8 + option.fontMetrics.horizontalAdvance(count)), 2.5),
            1.2, t.accent);
    Q_UNUSED(widget)
}

void paintMenuItem(const QStyleOptionMenuItem &option, QPainter *painter)
{
    const Theme &t = Theme::current();
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(option.rect.left() + 12, option.rect.center().y(), option.rect.width() - 24, 1), t.line);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if ((option.state & QStyle::State_Selected) && enabled)
        paintRounded(painter, option.rect.adjusted(4, 1, -4, -1), 5, t.fill);
    int x = option.rect.left() + 16;
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintIcon(painter, {x, option.rect.center().y() - 7, 16, 16}, "check", Tint::Text, enabled);
    else if (!option.icon.isNull())
        option.icon.paint(painter, {x, option.rect.center().y() - 7, 16, 16}, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    x += 26;
    const QString name = option.text.section(QLatin1Char('\t'), 0, 0);
    const QString key = option.text.section(QLatin1Char('\t'), 1);
    const QRect line(x, option.rect.top(), option.rect.right() - x - 16, option.rect.height());
    painter->setPen(enabled ? t.text : t.disabled);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, name);
    painter->setPen(enabled ? t.text3 : t.disabled);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, key);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, {option.rect.right() - 24, option.rect.center().y() - 7, 16, 16}, "chevron-right", Tint::Text2, enabled);
}

} // namespace

void paintRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge, qreal edgeWidth)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF where = rect;
    if (edge.isValid()) {
        const qreal half = edgeWidth / 2;
        where.adjust(half, half, -half, -half);
        painter->setPen(QPen(edge, edgeWidth));
        radius -= half / 2;
    } else {
        painter->setPen(Qt::NoPen);
    }
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(where, radius, radius);
    painter->restore();
}

BerthStyle::BerthStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void BerthStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *menu = qobject_cast<QMenu *>(widget)) {
        menu->setWindowFlag(Qt::FramelessWindowHint);
        menu->setAttribute(Qt::WA_TranslucentBackground);
    }
}

int BerthStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize: return 16;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing: return 8;
    case PM_TreeViewIndentation: return 22;
    case PM_MenuPanelWidth: return 6;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return 0;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap: return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_DefaultFrameWidth: return widget && (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)) ? 2 : 0;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 0;
    case PM_SplitterWidth: return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_ToolTipLabelFrameWidth: return 6;
    case PM_HeaderMargin: return 8;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BerthStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 1;
    case SH_ComboBox_Popup: return 0;
    case SH_EtchDisabledText: return 0;
    case SH_ToolTip_WakeUpDelay: return 400;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize BerthStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const int fontHeight = option ? option->fontMetrics.height() : 16;
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return buttonpainting::size(*button, widget);
        break;
    case CT_LineEdit: return {size.width(), qMax(32, fontHeight + 14)};
    case CT_ComboBox: {
        const auto base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + 24, qMax(32, fontHeight + 14)};
    }
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            const QString text = tab->text;
            const QString count = text.section(QLatin1Char('\t'), 1, 1);
            const int width = tab->fontMetrics.size(Qt::TextShowMnemonic, text.section(QLatin1Char('\t'), 0, 0)).width()
                + (count.isEmpty() ? 0 : 8 + tab->fontMetrics.horizontalAdvance(count));
            return {width + 24, qMax(38, fontHeight + 22)};
        }
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {10, 11};
            const QString key = item->text.section(QLatin1Char('\t'), 1);
            return {item->fontMetrics.size(Qt::TextShowMnemonic, item->text.section(QLatin1Char('\t'), 0, 0)).width() + 74
                    + (key.isEmpty() ? 0 : 32 + item->fontMetrics.horizontalAdvance(key)),
                qMax(30, fontHeight + 12)};
        }
        break;
    case CT_HeaderSection: return {QProxyStyle::sizeFromContents(type, option, size, widget).width(), qMax(30, fontHeight + 14)};
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QIcon BerthStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    return which == SP_LineEditClearButton ? icon("x", Tint::Text3) : QProxyStyle::standardIcon(which, option, widget);
}

QRect BerthStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return option->rect.adjusted(6, 0, -6, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect BerthStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxEditField)
            return option->rect.adjusted(8, 1, -28, -1);
        if (part == SC_ComboBoxArrow)
            return {option->rect.right() - 28, option->rect.top(), 28, option->rect.height()};
    }
    if (control == CC_ScrollBar) {
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (part == SC_ScrollBarGroove)
            return option->rect;
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const bool horizontal = bar->orientation == Qt::Horizontal;
            const int length = horizontal ? bar->rect.width() : bar->rect.height();
            const int range = bar->maximum - bar->minimum;
            const int slider = range <= 0 ? length : qMax(32, int(qint64(length) * bar->pageStep / (range + bar->pageStep)));
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
            const auto make = [&](int from, int size) {
                return horizontal ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
            };
            if (part == SC_ScrollBarSlider)
                return make(start, slider);
            if (part == SC_ScrollBarSubPage)
                return make(0, start);
            if (part == SC_ScrollBarAddPage)
                return make(start + slider, length - start - slider);
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void BerthStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Theme &t = Theme::current();
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            buttonpainting::panel(*button, painter, widget);
        return;
    case PE_PanelLineEdit:
        if (widget && qobject_cast<const QAbstractItemView *>(widget->parentWidget()))
            break;
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            paintField(option, painter, widget, option->rect);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: paintCheck(option, painter); return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const QRect where(option->rect.center().x() - 7, option->rect.center().y() - 7, 14, 14);
            paintIcon(painter, where, option->state & State_Open ? "chevron-down" : "chevron-right", Tint::Text3);
        }
        return;
    case PE_PanelMenu: paintRounded(painter, option->rect, 8, t.surface, t.line2); return;
    case PE_FrameMenu: return;
    case PE_PanelTipLabel: painter->fillRect(option->rect, t.tip); return;
    case PE_FrameFocusRect:
        if (keyboardFocus(option))
            paintRounded(painter, option->rect, 5, {}, t.accent, 2);
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
    case PE_Frame:
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
    case PE_FrameDefaultButton:
    case PE_PanelToolBar: return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void BerthStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Theme &t = Theme::current();
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            buttonpainting::panel(*button, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            buttonpainting::label(*button, painter, widget);
        return;
    case CE_TabBarTabShape: return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            paintTab(*tab, painter, widget);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            paintMenuItem(*item, painter);
        return;
    case CE_MenuEmptyArea: return;
    case CE_Splitter: return;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            QRect where = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            const bool enabled = option->state & State_Enabled;
            if (combo->editable)
                return; // its own field shows the text
            if (!combo->currentIcon.isNull()) {
                combo->currentIcon.paint(
                    painter, {where.left() + 2, where.center().y() - 7, 16, 16}, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
                where.setLeft(where.left() + 24);
            }
            painter->setPen(enabled ? t.text : t.disabled);
            painter->drawText(where, Qt::AlignVCenter | Qt::AlignLeft, combo->fontMetrics.elidedText(combo->currentText, Qt::ElideMiddle, where.width()));
        }
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line); return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void BerthStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const Theme &t = Theme::current();
    if (control == CC_ComboBox) {
        paintField(option, painter, widget, option->rect);
        paintIcon(painter, {option->rect.right() - 24, option->rect.center().y() - 7, 16, 16}, "chevron-down", Tint::Text2, option->state & State_Enabled);
        return;
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar || bar->maximum <= bar->minimum)
            return;
        QRect slider = subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget);
        slider = bar->orientation == Qt::Horizontal ? slider.adjusted(2, 3, -2, -3) : slider.adjusted(3, 2, -3, -2);
        paintRounded(painter, slider, 3, option->activeSubControls & SC_ScrollBarSlider ? t.border : t.line2);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace berth
