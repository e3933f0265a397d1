// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QTimer>

#include "desktop/sessions/Place.h"

class QLabel;
class QListView;

namespace berth {

class SearchModel;

/// The search field of the toolbar and the list that hangs from it. Escape closes the list, then clears the field.
class SearchBox : public QLineEdit {
    Q_OBJECT

public:
    /// `model` is borrowed.
    SearchBox(SearchModel &model, QWidget *parent);

    void begin();
    QWidget *popup() const { return m_popup; }

Q_SIGNALS:
    void placeChosen(const berth::Place &place, const QString &tag);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void textNow();
    void showHits();
    void choose(int row);
    void move(int step);
    void close();

    SearchModel &m_model;
    QTimer m_pause;        ///< Servers are asked once the typing rests.
    QString m_composition; ///< Syllable that the input method has not committed yet: it counts.
    QWidget *m_popup;
    QListView *m_list;
    QLabel *m_missing;
};

} // namespace berth
