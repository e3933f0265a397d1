// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace berth {

class Banner;
class RichList;
class Sheet;
class StatePage;

/// The body of a page of policies: what they mean, their list, what stands below it, and at the right a card with what they do now. The card goes
/// below where it is narrow, and all of it scrolls where it is low.
class PolicyBoard : public QWidget {
    Q_OBJECT

public:
    /// `name` is the list's for screen readers.
    PolicyBoard(const QString &name, QWidget *parent);

    void setHint(const QString &hint);
    Banner &banner() { return *m_banner; }
    RichList &list() { return *m_list; }
    /// In place of the list where there is nothing.
    StatePage &state() { return *m_state; }
    void showState(bool shown);
    QVBoxLayout &below() { return *m_below; }
    QVBoxLayout &card() { return *m_cardColumn; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// The list is as high as its rows, since the whole body scrolls.
    void fitList();

    QScrollArea *m_scroll;
    QBoxLayout *m_sides;
    QLabel *m_hint;
    Banner *m_banner;
    QStackedWidget *m_stack;
    RichList *m_list;
    StatePage *m_state;
    QVBoxLayout *m_below;
    Sheet *m_card;
    QVBoxLayout *m_cardColumn;
};

} // namespace berth
