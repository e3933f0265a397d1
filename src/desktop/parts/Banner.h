// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace berth {

/// A line of words on a soft ground; stays until its cause is gone.
class Banner : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Info, Ok, Warn, Danger };
    explicit Banner(QWidget *parent = nullptr);

    /// `title` may be empty; `action` empty means no button.
    void show(Kind kind, const QString &title, const QString &text, const QString &action = {});
    /// Lets the person close it.
    void setClosable();

Q_SIGNALS:
    void actionTriggered();
    void closed(); ///< By the person; it is hidden.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Info;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace berth
