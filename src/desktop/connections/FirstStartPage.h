// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace berth {

class CodeLine;
class Segments;
class StateMark;

/// What the empty local registry shows: its state and address, a field to drop an archive on, and how to push to it.
class FirstStartPage : public QWidget {
    Q_OBJECT

public:
    explicit FirstStartPage(QWidget *parent);

    void setServer(const QString &address, const QString &keyId);

Q_SIGNALS:
    void chooseFileRequested();
    void copySecretRequested();

private:
    void writeLines();

    QString m_address;
    QString m_keyId;
    QLabel *m_addressLabel;
    Segments *m_program;
    CodeLine *m_login;
    CodeLine *m_tag;
    CodeLine *m_push;
};

} // namespace berth
