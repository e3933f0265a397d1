// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPushButton>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace berth {

/// Filters and facts at the left, actions at the right. Where it is narrow, counts hide first, then all actions drop their words together,
/// which their tooltips keep.
class ActionBar : public QWidget {
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent);

    void addLeft(QWidget *widget);
    /// Words at the left as well; they hide first where it is narrow.
    void addCount(QLabel *label);
    void setCount(const QString &words);
    /// A button at the left, behind what is there.
    QPushButton *addLeftAction(const QString &words, const char *glyph, const char *kind = "flat");
    /// Behind the actions at the right.
    void addRight(QWidget *widget);
    /// A button at the right.
    QPushButton *addAction(const QString &words, const char *glyph, const char *kind = "flat");

    void setWords(QPushButton *action, const QString &words, const char *glyph = nullptr);
    void setShown(QWidget *widget, bool shown);
    /// Enables the action, or greys it and says why.
    void setReason(QPushButton *action, const QString &whyNot);

    QHBoxLayout &row() { return *m_row; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    QPushButton *makeAction(const QString &words, const char *glyph, const char *kind, QHBoxLayout &row);

    QHBoxLayout *m_row;
    QHBoxLayout *m_leftRow;
    QList<QWidget *> m_left;
    QLabel *m_count = nullptr;
    QList<QPushButton *> m_actions;
    bool m_fitting = false;
};

} // namespace berth
