// SPDX-License-Identifier: Apache-2.0
// How cutTextsIn() measures each kind of control.
#include "WindowChecks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStyleOption>
#include <QTabBar>
#include <QTreeView>

#include "desktop/parts/ElidedLabel.h"

namespace berth::test {

namespace {

class CutTexts {
public:
    explicit CutTexts(QStringList &found)
        : m_found(found)
    {
    }

    void look(const QWidget &widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            lookAt(*label);
        else if (const auto *box = qobject_cast<const QCheckBox *>(&widget))
            lookAt(*box, QStyle::SE_CheckBoxContents);
        else if (const auto *radio = qobject_cast<const QRadioButton *>(&widget))
            lookAt(*radio, QStyle::SE_RadioButtonContents);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            lookAt(*button);
        else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
            lookAt(*tabs);
        else if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
            lookAt(*combo);
        else if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
            fits(widget, group->title(), group->fontMetrics().size(Qt::TextShowMnemonic, group->title()), {group->width() - 8, group->height()});
        else if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
            lookAt(*header);
        else if (const auto *list = qobject_cast<const QListWidget *>(&widget))
            lookAt(*list);
        else if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
            lookAt(*field);
        else if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(&widget))
            fits(widget, spin->text(), spin->minimumSizeHint(), spin->size());
        else if (const auto *elided = qobject_cast<const ElidedLabel *>(&widget))
            fits(widget, elided->text(), elided->fontMetrics().size(0, elided->text()), elided->size());
    }

private:
    void fits(const QWidget &widget, const QString &text, const QSize &needed, const QSize &room, const QString &tip = {})
    {
        if (text.isEmpty() || (needed.width() <= room.width() && needed.height() <= room.height()))
            return;
        const QString plain = QString(text).remove(QLatin1Char('&'));
        if (needed.height() <= room.height() && (tip.isEmpty() ? widget.toolTip() : tip).contains(plain))
            return;
        m_found << QStringLiteral("“%1” needs %2 × %3 and has %4 × %5: %6")
                       .arg(text)
                       .arg(needed.width())
                       .arg(needed.height())
                       .arg(room.width())
                       .arg(room.height())
                       .arg(described(widget));
    }

    void lookAt(const QLabel &label)
    {
        const QSize room = label.contentsRect().size() - QSize(2 * label.margin(), 2 * label.margin());
        const int flags = (label.wordWrap() ? Qt::TextWordWrap : 0) | (label.buddy() ? Qt::TextShowMnemonic : 0) | Qt::TextExpandTabs;
        fits(label, label.text(), label.fontMetrics().boundingRect(QRect(0, 0, label.wordWrap() ? room.width() : 1, 10000), flags, label.text()).size(), room);
    }

    void lookAt(const QAbstractButton &button, QStyle::SubElement contents)
    {
        QStyleOptionButton option;
        option.initFrom(&button);
        option.text = button.text();
        fits(button, button.text(), button.fontMetrics().size(Qt::TextShowMnemonic, button.text()),
            button.style()->subElementRect(contents, &option, &button).size());
    }

    void lookAt(const QAbstractButton &button)
    {
        const int glyph = button.icon().isNull() ? 0 : button.iconSize().width() + 8;
        fits(button, button.text(), button.fontMetrics().size(Qt::TextShowMnemonic, button.text()), button.size() - QSize(glyph + 4, 0));
    }

    void lookAt(const QTabBar &bar)
    {
        int end = bar.width();
        for (const auto *arrow : bar.findChildren<QAbstractButton *>())
            end = arrow->isHidden() ? end : qMin(end, arrow->x());
        for (int i = 0; i < bar.count(); ++i) {
            if (!bar.isTabVisible(i))
                continue;
            const QString text = bar.tabText(i);
            const QRect tab = bar.tabRect(i);
            // Those that are scrolled away count once they are chosen.
            const bool inView = (!bar.usesScrollButtons() && i != bar.currentIndex()) || (tab.left() >= 0 && tab.right() < end);
            fits(bar, text, bar.fontMetrics().size(Qt::TextShowMnemonic, text) + QSize(12, 0),
                i == bar.currentIndex() && !inView ? QSize(0, bar.height()) : tab.size(), bar.tabToolTip(i));
        }
    }

    void lookAt(const QComboBox &combo)
    {
        QStyleOptionComboBox option;
        option.initFrom(&combo);
        option.editable = combo.isEditable();
        const int room = combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo).width();
        if (!combo.isEditable())
            fits(combo, combo.currentText(),
                {combo.fontMetrics().horizontalAdvance(combo.currentText()) + (combo.itemIcon(combo.currentIndex()).isNull() ? 0 : 24),
                    combo.fontMetrics().height()},
                {room, combo.height()});
        for (int i = 0; i < combo.count(); ++i)
            fits(combo, combo.itemText(i), {combo.fontMetrics().horizontalAdvance(combo.itemText(i)) + 6, 0}, {combo.width(), 0},
                combo.itemData(i, Qt::ToolTipRole).toString());
    }

    void lookAt(const QHeaderView &header)
    {
        if (header.orientation() != Qt::Horizontal)
            return;
        const auto *tree = qobject_cast<const QTreeView *>(header.parentWidget());
        for (int section = 0; section < header.count(); ++section) {
            if (header.isSectionHidden(section))
                continue;
            const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
            const bool right = header.model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
            // As TableHeader lays them out: 8 at each side, the first behind glyph or branch, the mark of the order behind the text.
            const int indent = section != 0 ? 0 : tree && tree->rootIsDecorated() ? tree->indentation() + 24 : 10;
            const bool sorted = header.isSortIndicatorShown() && header.sortIndicatorSection() == section;
            fits(header, text, {header.fontMetrics().horizontalAdvance(text) + 16 + indent + (sorted ? right ? 16 : 18 : 0), header.fontMetrics().height()},
                {header.sectionSize(section), header.height()}, header.model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString());
        }
    }

    void lookAt(const QListWidget &list)
    {
        for (int row = 0; row < list.count(); ++row) {
            const auto *item = list.item(row);
            const QFontMetrics metrics(item->isSelected() ? fontFor(TextRole::BodyStrong) : list.font());
            // The text stands behind a glyph and is not elided.
            fits(list, item->text(), {metrics.horizontalAdvance(item->text()) + 44, 0}, {list.visualItemRect(item).width(), 0}, item->toolTip());
        }
    }

    /// What a field holds can be scrolled; what it says while it is empty cannot.
    void lookAt(const QLineEdit &field)
    {
        if (!field.text().isEmpty() || field.placeholderText().isEmpty() || isInner(field))
            return;
        const int left = field.inputMethodQuery(Qt::ImCursorRectangle).toRect().left();
        int right = field.width() - 6;
        for (const auto *side : field.findChildren<QAbstractButton *>()) {
            if (side->isVisible() && side->x() > field.width() / 2)
                right = qMin(right, side->x());
        }
        fits(field, field.placeholderText(), {field.fontMetrics().horizontalAdvance(field.placeholderText()), 0}, {right - left, 0});
    }

    QStringList &m_found;
};

} // namespace

QStringList cutTextsIn(const QWidget &window)
{
    QStringList found;
    CutTexts texts(found);
    forShown(window, [&](QWidget &widget) { texts.look(widget); });
    return found;
}

QStringList cutTextsIn(const QMenu &menu)
{
    QStringList found;
    for (auto *action : menu.actions()) {
        if (!action->isVisible() || action->isSeparator())
            continue;
        const QString name = action->text().section(QLatin1Char('\t'), 0, 0);
        const QString keys =
            action->text().contains(QLatin1Char('\t')) ? action->text().section(QLatin1Char('\t'), 1) : action->shortcut().toString(QKeySequence::NativeText);
        // Glyph and edges, and a gap before the keys.
        const int needed =
            menu.fontMetrics().size(Qt::TextShowMnemonic, name).width() + 58 + (keys.isEmpty() ? 0 : 12 + menu.fontMetrics().horizontalAdvance(keys));
        const QRect item = menu.actionGeometry(action);
        if (item.width() < needed || item.height() < menu.fontMetrics().height() || !menu.rect().contains(item))
            found << QStringLiteral("“%1” needs %2 and has %3 in a menu of %4 × %5")
                         .arg(action->text())
                         .arg(needed)
                         .arg(item.width())
                         .arg(menu.width())
                         .arg(menu.height());
    }
    return found;
}

} // namespace berth::test
