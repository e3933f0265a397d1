// SPDX-License-Identifier: Apache-2.0
#include "desktop/exporting/ExportDialog.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "core/SizeText.h"
#include "desktop/parts/Parts.h"
#include "desktop/settings/Preferences.h"

namespace berth {

namespace {

QString baseName(const QList<ExportChoice> &choices)
{
    const auto &first = choices.first();
    QString name = first.image.name.section(QLatin1Char('/'), -1);
    if (choices.size() == 1)
        name += QLatin1Char('-') + (first.artifact.tags.isEmpty() ? first.artifact.shortDigest() : first.artifact.tags.first());
    return name.left(200); // with room for the ending: file systems take 255
}

} // namespace

ExportDialog::ExportDialog(const Connection &source, QList<ExportChoice> choices, Preferences &preferences, QWidget *parent)
    : DialogFrame(choices.size() == 1 ? tr("Export %1").arg(choices.first().image.name) : tr("Export %n artifacts", nullptr, int(choices.size())),
        tr("Each byte is checked on its way. The file appears once all of it is there."), 560, parent)
    , m_source(source)
    , m_choices(std::move(choices))
    , m_preferences(preferences)
    , m_format(new Segments({tr("OCI archive"), tr("Docker archive"), tr("Folder")}, tr("Form"), this))
    , m_packing(new Segments({tr("Plain"), QStringLiteral("gzip"), QStringLiteral("zstd")}, tr("Packing"), this))
    , m_file(new QLineEdit(this))
    , m_fileField(nullptr)
    , m_verb(addVerb(tr("Export"), "primary", "export"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const auto row = [this](const QString &name, QWidget *field) {
        auto *label = makeLabel(name, TextRole::BodyStrong, Shade::Text, this);
        label->setBuddy(field);
        body()->addWidget(label);
        body()->addWidget(field, 0, Qt::AlignLeft);
        body()->addSpacing(8);
    };
    const auto &first = m_choices.first();
    if (m_choices.size() == 1 && first.artifact.isIndex()) {
        m_platform = new QComboBox(this);
        m_platform->setAccessibleName(tr("Platforms"));
        m_platform->addItem(tr("All platforms, under the digest that they have"), QString());
        for (const auto &reference : first.artifact.references)
            m_platform->addItem(
                reference.sizeBytes > 0 ? tr("%1, %2").arg(reference.platform, sizeText(reference.sizeBytes)) : reference.platform, reference.digest);
        m_platform->setCurrentIndex(qMax(0, m_platform->findData(first.platformDigest)));
        row(tr("Platforms"), m_platform);
        connect(m_platform, &QComboBox::currentIndexChanged, this, &ExportDialog::look);
    }
    row(tr("Form"), m_format);
    row(tr("Packing"), m_packing);
    auto *line = new QWidget(this);
    auto *fields = new QHBoxLayout(line);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(8);
    auto *choose = makeButton(tr("Choose…"), "secondary", "folder", line);
    fields->addWidget(m_file, 1);
    fields->addWidget(choose);
    m_fileField = new LabelledField(tr("File"), line, this);
    m_file->setAccessibleName(tr("File"));
    body()->addWidget(m_fileField);
    connect(m_format, &Segments::currentChanged, this, &ExportDialog::look);
    connect(m_packing, &Segments::currentChanged, this, &ExportDialog::look);
    connect(m_file, &QLineEdit::textEdited, this, &ExportDialog::look);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_verb, &QPushButton::clicked, this, &ExportDialog::accepted);
    m_format->setCurrent(preferences.exportForm());
    m_packing->setCurrent(preferences.exportPacking());
    m_lastSuffix = suffix();
    m_file->setText(QDir::toNativeSeparators(QDir(preferences.exportFolder()).filePath(baseName(m_choices) + m_lastSuffix)));
    look();
}

ExportFormat ExportDialog::format() const
{
    return m_format->current() == 1 ? ExportFormat::DockerArchive : m_format->current() == 2 ? ExportFormat::OciFolder : ExportFormat::OciArchive;
}

QString ExportDialog::suffix() const
{
    if (format() == ExportFormat::OciFolder)
        return {};
    return m_packing->current() == 1 ? QStringLiteral(".tar.gz") : m_packing->current() == 2 ? QStringLiteral(".tar.zst") : QStringLiteral(".tar");
}

QFileInfo ExportDialog::targetFile() const { return QFileInfo(QDir(m_preferences.exportFolder()), m_file->text()); }

void ExportDialog::look()
{
    const QString now = suffix();
    if (now != m_lastSuffix) { // the name follows the form, what the person wrote before it stays
        QString name = m_file->text();
        if (!m_lastSuffix.isEmpty() && name.endsWith(m_lastSuffix))
            name.chop(m_lastSuffix.size());
        m_file->setText(name + now);
        m_lastSuffix = now;
    }
    m_packing->setEnabled(format() != ExportFormat::OciFolder);
    const QFileInfo target = targetFile();
    const bool isIndex = m_choices.size() == 1 && m_choices.first().artifact.isIndex() && m_platform && m_platform->currentData().toString().isEmpty();
    QString error;
    if (format() == ExportFormat::DockerArchive && m_choices.size() > 1)
        error = tr("A docker archive holds one image. Choose an OCI archive for several.");
    else if (format() == ExportFormat::DockerArchive && isIndex)
        error = tr("A docker archive holds one platform. Choose which, or an OCI archive for all.");
    else if (m_file->text().trimmed().isEmpty() || target.fileName().isEmpty())
        error = tr("Enter a file name");
    else if (!target.absoluteDir().exists())
        error = tr("There is no folder %1").arg(QDir::toNativeSeparators(target.absolutePath()));
    else if (format() == ExportFormat::OciFolder && target.exists())
        error = tr("There is something of this name already; an export makes a new folder");
    else if (target.isDir())
        error = tr("There is a folder of this name already");
    m_fileField->setHint(target.exists() && error.isEmpty() ? tr("There is a file of this name; it is replaced once the new one is whole.")
            : format() == ExportFormat::DockerArchive       ? tr("docker load, podman load and skopeo read it.")
                                                      : tr("podman load and skopeo read it, and docker load where docker keeps its images in containerd."));
    m_fileField->setError(error);
    m_verb->setEnabled(error.isEmpty());
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export to"), m_file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // this dialog says so itself
    dialog->selectFile(QFileInfo(m_file->text()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_file->setText(QDir::toNativeSeparators(path));
        look();
    });
    dialog->open();
}

void ExportDialog::accepted()
{
    const QFileInfo target = targetFile();
    m_preferences.setExportFolder(target.absolutePath());
    ExportRequest request;
    request.source = m_source;
    request.format = format();
    request.packing = ImageWriter::Packing(m_packing->current());
    request.target = target.absoluteFilePath().toStdU16String();
    for (const auto &choice : std::as_const(m_choices)) {
        ExportItem item{choice.image.registry, choice.image.name, choice.artifact.tags, choice.artifact.digest, {}};
        const QString platform = m_platform ? m_platform->currentData().toString() : choice.platformDigest;
        if (!platform.isEmpty())
            item.platforms << platform;
        request.items << item;
    }
    const auto &first = m_choices.first();
    const QString title = m_choices.size() > 1
        ? tr("%n artifacts", nullptr, int(m_choices.size()))
        : first.image.name + (first.artifact.tags.isEmpty() ? QLatin1Char('@') + first.artifact.shortDigest() : QLatin1Char(':') + first.artifact.tags.first());
    Q_EMIT exportRequested(request, title);
    accept();
}

} // namespace berth
