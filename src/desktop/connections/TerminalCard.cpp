// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/TerminalCard.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "desktop/connections/EngineNotice.h"
#include "desktop/parts/Parts.h"

namespace berth {

namespace {

enum Program { Docker, Podman, Containerd, KindCluster, K3dCluster };

} // namespace

TerminalCard::TerminalCard(QWidget *parent)
    : Sheet(Kind::Card, parent)
    , m_program(new Segments({QStringLiteral("docker"), QStringLiteral("podman"), QStringLiteral("containerd"), QStringLiteral("kind"), QStringLiteral("k3d")},
          tr("Program"), this))
    , m_sentence(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_lines{new CodeLine(tr("first command"), this), new CodeLine(tr("second command"), this), new CodeLine(tr("third command"), this)}
    , m_secret(new QWidget(this))
    , m_engine(new EngineNotice(this))
{
    auto *terminal = new QLabel(this);
    terminal->setPixmap(icon("terminal").pixmap(QSize(18, 18), devicePixelRatioF()));
    auto *heading = new QHBoxLayout;
    heading->addWidget(terminal);
    heading->addWidget(makeLabel(tr("From a terminal"), TextRole::Title, Shade::Text, this), 1);
    auto *programs = new QHBoxLayout;
    programs->addWidget(m_program);
    programs->addStretch();
    m_sentence->setWordWrap(true);

    auto *keyGlyph = new QLabel(m_secret);
    keyGlyph->setPixmap(icon("key").pixmap(QSize(16, 16), devicePixelRatioF()));
    auto *password = makeLabel(tr("Password: your secret key"), TextRole::Body, Shade::Text2, m_secret);
    password->setWordWrap(true);
    auto *copySecret = makeButton(tr("Copy secret key"), "secondary", "copy", m_secret);
    copySecret->setProperty("mini", true);
    auto *secretRow = new QHBoxLayout(m_secret);
    secretRow->setContentsMargins(0, 0, 0, 0);
    secretRow->addWidget(keyGlyph);
    secretRow->addWidget(password, 1);
    secretRow->addWidget(copySecret);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 16);
    column->setSpacing(8);
    column->addLayout(heading);
    column->addLayout(programs);
    column->addWidget(m_sentence);
    column->addSpacing(2);
    for (auto *line : std::as_const(m_lines))
        column->addWidget(line);
    column->addWidget(m_secret);
    column->addStretch();
    column->addWidget(m_engine);

    connect(copySecret, &QPushButton::clicked, this, &TerminalCard::copySecretRequested);
    connect(m_program, &Segments::currentChanged, this, &TerminalCard::writeLines);
}

void TerminalCard::setServer(const QString &address, const QString &keyId)
{
    m_address = address;
    m_keyId = keyId;
    writeLines();
}

void TerminalCard::showEvent(QShowEvent *event)
{
    Sheet::showEvent(event);
    m_engine->look();
}

void TerminalCard::writeLines()
{
    const QString image = m_address + QStringLiteral("/library/my-app:1.0");
    QStringList lines;
    switch (m_program->current()) {
    case Docker: // takes plain http on loopback by itself, the others want to be told
        lines = {QStringLiteral("docker login %1 -u %2").arg(m_address, m_keyId), QStringLiteral("docker tag my-app ") + image,
            QStringLiteral("docker push ") + image};
        break;
    case Podman:
        lines = {QStringLiteral("podman login --tls-verify=false %1 -u %2").arg(m_address, m_keyId), QStringLiteral("podman tag my-app ") + image,
            QStringLiteral("podman push --tls-verify=false ") + image};
        break;
    case Containerd:
        lines = {QStringLiteral("ctr images tag docker.io/library/my-app:latest ") + image,
            QStringLiteral("ctr images push --plain-http --user %1 %2").arg(m_keyId, image)};
        break;
    case KindCluster: lines = {QStringLiteral("docker pull ") + image, QStringLiteral("kind load docker-image ") + image}; break;
    case K3dCluster: lines = {QStringLiteral("docker pull ") + image, QStringLiteral("k3d image import ") + image}; break;
    }
    const bool isCluster = m_program->current() == KindCluster || m_program->current() == K3dCluster;
    m_sentence->setText(isCluster ? tr("The nodes of a cluster cannot reach this computer's own address. Docker pulls the image, and it is loaded into them.")
                                  : tr("Replace my-app with the name of an image that you have."));
    for (int i = 0; i < m_lines.size(); ++i) {
        m_lines.at(i)->setVisible(i < lines.size());
        m_lines.at(i)->setText(lines.value(i));
    }
    m_secret->setVisible(!isCluster);
    m_engine->setVisible(m_program->current() == Docker || isCluster);
}

} // namespace berth
