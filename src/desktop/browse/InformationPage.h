// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QBoxLayout;
class QGridLayout;

namespace berth {

class CodeLine;
class Segments;
struct ArtifactSummary;
struct Connection;
struct ImageSummary;
struct RegistrySummary;

/// Facts about the selected row, and for an artifact the command that pulls it.
class InformationPage : public QScrollArea {
    Q_OBJECT

public:
    explicit InformationPage(QWidget *parent);

    void clear();
    void showRegistry(const RegistrySummary &registry);
    void showImage(const ImageSummary &image, const QString &address);
    /// `platformDigest` is set when a platform of the artifact is selected, `tag` when one of its tags is.
    void showArtifact(
        const ArtifactSummary &artifact, const Connection &connection, const ImageSummary &image, const QString &platformDigest, const QString &tag);

    QString pullReference() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Fact {
        QString name, value;
        bool isMono = false;
    };
    void setFacts(const QList<Fact> &facts);
    void writeCommand();

    QWidget *m_commandPart;
    QBoxLayout *m_choices;
    Segments *m_program;
    Segments *m_by;
    CodeLine *m_command;
    QGridLayout *m_facts;
    QString m_repositoryAddress, m_tag, m_digest;
    bool m_isPlain = false; ///< Over HTTP, which podman and skopeo must be told.
};

} // namespace berth
