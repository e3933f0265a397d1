// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/panes/DetailPage.h"

class QBoxLayout;
class QGridLayout;
class QScrollArea;

namespace berth {

class CodeLine;
class Segments;

/// Facts about the selected row, and for an artifact the command that pulls it.
class InformationPage : public DetailPage {
    Q_OBJECT

public:
    explicit InformationPage(QWidget *parent);

    void setSubject(const Subject &subject) override;
    /// Of a registry its address, of an image its name, of an artifact what its command pulls.
    QString reference() const override { return m_reference; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Fact {
        QString name, value;
        bool isMono = false;
    };
    void showRegistry(const RegistrySummary &registry);
    void showImage(const ImageSummary &image, const QString &address);
    void showArtifact(const Subject &subject);
    void setFacts(const QList<Fact> &facts);
    void writeCommand();

    QScrollArea *m_scroll;
    QWidget *m_body;
    QWidget *m_commandPart;
    QBoxLayout *m_choices;
    Segments *m_program;
    Segments *m_by;
    CodeLine *m_command;
    QGridLayout *m_facts;
    QString m_reference;
    QString m_repositoryAddress, m_tag, m_digest;
    bool m_isPlain = false; ///< Over HTTP, which podman and skopeo must be told.
};

} // namespace berth
