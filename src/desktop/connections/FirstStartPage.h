// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QBoxLayout;
class QLabel;
class QLayout;

namespace berth {

class TerminalCard;

/// What the empty local registry shows: its state and address, a field to drop an archive on, and how to push to it.
class FirstStartPage : public QScrollArea {
    Q_OBJECT

public:
    explicit FirstStartPage(QWidget *parent);

    void setServer(const QString &address, const QString &keyId);

Q_SIGNALS:
    void chooseFileRequested();
    void copySecretRequested();
    void preferencesRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *makeTop();
    QWidget *makeDropZone();
    QLayout *makeFoot();

    QString m_address;
    QLabel *m_addressLabel;
    TerminalCard *m_card;
    QBoxLayout *m_middle;
};

} // namespace berth
