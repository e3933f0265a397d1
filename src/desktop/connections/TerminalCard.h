// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/parts/Sheet.h"

class QLabel;

namespace berth {

class CodeLine;
class EngineNotice;
class Segments;

/// The lines that bring an image into the local registry, or out of it into a cluster, for the program that the person uses.
class TerminalCard : public Sheet {
    Q_OBJECT

public:
    explicit TerminalCard(QWidget *parent);

    void setServer(const QString &address, const QString &keyId);

Q_SIGNALS:
    void copySecretRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void writeLines();

    QString m_address;
    QString m_keyId;
    Segments *m_program;
    QLabel *m_sentence;
    QList<CodeLine *> m_lines;
    QWidget *m_secret;
    EngineNotice *m_engine;
};

} // namespace berth
