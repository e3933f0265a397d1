// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/InformationPage.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/MediaTypes.h"
#include "core/SizeText.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"

namespace berth {

namespace {

QString kindText(const ArtifactSummary &artifact)
{
    const auto type = artifact.mediaType.toStdString();
    if (type == media::ociIndex)
        return InformationPage::tr("Image index (OCI)");
    if (type == media::dockerList)
        return InformationPage::tr("Manifest list (Docker)");
    if (artifact.kind == QLatin1String("CHART"))
        return InformationPage::tr("Helm chart");
    if (artifact.kind == QLatin1String("ARTIFACT"))
        return InformationPage::tr("Artifact (OCI)");
    return type == media::dockerManifest ? InformationPage::tr("Image (Docker)") : InformationPage::tr("Image (OCI)");
}

} // namespace

InformationPage::InformationPage(QWidget *parent)
    : DetailPage(parent)
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget(this))
    , m_commandPart(new QWidget(this))
    , m_choices(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_program(new Segments({QStringLiteral("docker"), QStringLiteral("podman"), QStringLiteral("containerd"), QStringLiteral("skopeo"),
                                 QStringLiteral("kind"), QStringLiteral("k3d"), QStringLiteral("FROM")},
          tr("Program"), this))
    , m_by(new Segments({tr("by tag"), tr("by digest")}, tr("Reference"), this))
    , m_command(new CodeLine(tr("pull command"), this))
    , m_facts(new QGridLayout)
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setAccessibleName(tr("Information"));
    m_choices->setSpacing(8);
    m_choices->addWidget(makeLabel(tr("Pull command"), TextRole::BodyStrong, Shade::Text, this), 1);
    m_choices->addWidget(m_program, 0, Qt::AlignLeft);
    m_choices->addWidget(m_by, 0, Qt::AlignLeft);
    auto *command = new QVBoxLayout(m_commandPart);
    command->setContentsMargins(0, 0, 0, 0);
    command->setSpacing(6);
    command->addLayout(m_choices);
    command->addWidget(m_command);
    m_facts->setHorizontalSpacing(24);
    m_facts->setVerticalSpacing(8);
    m_facts->setColumnStretch(1, 1);
    m_facts->setColumnStretch(3, 1);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(18, 10, 18, 12);
    column->setSpacing(14);
    column->addWidget(m_commandPart);
    column->addLayout(m_facts);
    column->addStretch();
    m_scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_scroll);
    connect(m_program, &Segments::currentChanged, this, &InformationPage::writeCommand);
    connect(m_by, &Segments::currentChanged, this, &InformationPage::writeCommand);
    m_commandPart->hide();
}

void InformationPage::setFacts(const QList<Fact> &facts)
{
    while (auto *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int rows = int(facts.size() + 1) / 2;
    for (int i = 0; i < facts.size(); ++i) {
        const auto &fact = facts.at(i);
        const int column = i < rows ? 0 : 2;
        const int row = i < rows ? i : i - rows;
        // Beside a button, which is taller than words, all words of the row stand in its middle.
        const auto place = facts.at(row).isMono || (row + rows < facts.size() && facts.at(row + rows).isMono) ? Qt::AlignVCenter : Qt::AlignTop;
        m_facts->addWidget(makeLabel(fact.name, TextRole::Body, Shade::Text3, m_body), row, column, place);
        if (fact.isMono) {
            auto *cell = new QWidget(m_body);
            auto *line = new QHBoxLayout(cell);
            line->setContentsMargins(0, 0, 0, 0);
            auto *copy = makeIconButton("copy", tr("Copy: %1").arg(fact.name), cell);
            line->addWidget(new ElidedLabel(fact.value, TextRole::Mono, Shade::Text, cell), 1);
            line->addWidget(copy);
            line->addStretch();
            connect(copy, &QPushButton::clicked, cell, [value = fact.value] { QGuiApplication::clipboard()->setText(value); });
            m_facts->addWidget(cell, row, column + 1);
        } else {
            auto *value = makeLabel(fact.value, TextRole::Body, Shade::Text, m_body);
            value->setWordWrap(true);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_facts->addWidget(value, row, column + 1, place);
        }
    }
}

void InformationPage::resizeEvent(QResizeEvent *event)
{
    int needed = 2 * m_choices->spacing() + 36;
    for (int i = 0; i < m_choices->count(); ++i)
        needed += m_choices->itemAt(i)->sizeHint().width();
    m_choices->setDirection(event->size().width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    DetailPage::resizeEvent(event);
}

void InformationPage::setSubject(const Subject &subject)
{
    m_commandPart->setVisible(subject.kind == Subject::Kind::Artifact);
    m_reference.clear();
    switch (subject.kind) {
    case Subject::Kind::None: setFacts({}); break;
    case Subject::Kind::Registry: showRegistry(subject.registry); break;
    case Subject::Kind::Image: showImage(subject.image, subject.imageAddress()); break;
    case Subject::Kind::Artifact: showArtifact(subject); break;
    }
}

void InformationPage::showRegistry(const RegistrySummary &registry)
{
    m_reference = registry.address;
    setFacts({{tr("Registry address"), registry.address, true}, {tr("Purpose"), registry.isCache ? tr("Image cache") : tr("Normal")},
        {tr("Images"), QLocale().toString(registry.imageCount)}, {tr("Size"), registry.usedBytes < 0 ? tr("Unknown") : sizeText(registry.usedBytes)},
        {tr("Created"), dateTextWithUtc(registry.created)}});
}

void InformationPage::showImage(const ImageSummary &image, const QString &address)
{
    m_reference = address;
    setFacts({{tr("Address"), address, true}, {tr("Artifacts"), QLocale().toString(image.artifactCount)},
        {tr("Tags"), image.tagCount < 0 ? tr("Unknown") : QLocale().toString(image.tagCount)},
        {tr("Size"), image.usedBytes < 0 ? tr("Unknown") : sizeText(image.usedBytes)}, {tr("Pulls"), QLocale().toString(qMax<qint64>(0, image.pullCount))},
        {tr("Last push"), dateTextWithUtc(image.pushed)}});
}

void InformationPage::showArtifact(const Subject &subject)
{
    const auto &artifact = subject.artifact;
    m_repositoryAddress = subject.imageAddress();
    m_isPlain = subject.session && subject.session->connection().url.scheme() == QLatin1String("http");
    m_digest = subject.digest();
    m_tag = subject.pullTag();
    m_by->setEnabled(!m_tag.isEmpty());
    m_by->setToolTip(m_tag.isEmpty() ? tr("It has no tag, so its digest is the only way to name it") : QString());
    writeCommand();
    QStringList platforms;
    for (const auto &reference : artifact.references)
        platforms << reference.platform;
    setFacts({{tr("Digest"), m_digest, true}, {tr("Kind"), kindText(artifact)},
        {artifact.isIndex() ? tr("Platforms") : tr("Platform"),
            artifact.isIndex()                ? platforms.join(QStringLiteral(", "))
                : artifact.platform.isEmpty() ? tr("Unknown")
                                              : artifact.platform},
        {tr("Author"), artifact.author.isEmpty() ? tr("Not given") : artifact.author},
        {tr("Size"), artifact.sizeBytes < 0 ? tr("Unknown") : sizeText(artifact.sizeBytes)},
        {tr("Built"), artifact.built.isValid() ? dateTextWithUtc(artifact.built) : tr("Unknown")}, {tr("Pushed"), dateTextWithUtc(artifact.pushed)},
        {tr("Pulled"),
            artifact.pullCount > 0 ? tr("%1, %n times", nullptr, int(artifact.pullCount)).arg(dateTextWithUtc(artifact.pulled))
                                   : dateTextWithUtc(artifact.pulled)}});
}

void InformationPage::writeCommand()
{
    const bool byTag = m_by->current() == 0 && !m_tag.isEmpty();
    const QString reference = m_repositoryAddress + (byTag ? QLatin1Char(':') + m_tag : QLatin1Char('@') + m_digest);
    m_reference = reference;
    switch (m_program->current()) {
    case 0: m_command->setText(QStringLiteral("docker pull ") + reference); break;
    case 1: m_command->setText((m_isPlain ? QStringLiteral("podman pull --tls-verify=false ") : QStringLiteral("podman pull ")) + reference); break;
    case 2: m_command->setText((m_isPlain ? QStringLiteral("ctr images pull --plain-http ") : QStringLiteral("ctr images pull ")) + reference); break;
    case 3:
        m_command->setText((m_isPlain ? QStringLiteral("skopeo copy --src-tls-verify=false docker://%1 oci-archive:%2.tar")
                                      : QStringLiteral("skopeo copy docker://%1 oci-archive:%2.tar"))
                               .arg(reference, m_repositoryAddress.section(QLatin1Char('/'), -1)));
        break;
    // The nodes of a cluster cannot reach an address of this computer alone: docker pulls, and the image is loaded into them.
    case 4: m_command->setText(QStringLiteral("docker pull %1 && kind load docker-image %1").arg(reference)); break;
    case 5: m_command->setText(QStringLiteral("docker pull %1 && k3d image import %1").arg(reference)); break;
    default: m_command->setText(QStringLiteral("FROM ") + reference);
    }
}

} // namespace berth
