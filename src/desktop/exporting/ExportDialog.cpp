// SPDX-License-Identifier: Apache-2.0
#include "desktop/exporting/ExportDialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "core/SizeText.h"
#include "desktop/settings/Preferences.h"
#include "exporting/ui_ExportDialog.h"

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
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_verb(addVerb(tr("Export"), "primary", "export"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    m_ui->platformRow->setVisible(hasPlatforms());
    if (hasPlatforms())
        offerPlatforms();
    m_ui->format->setCurrent(preferences.exportForm());
    m_ui->packing->setCurrent(preferences.exportPacking());
    m_lastSuffix = suffix();
    m_ui->file->setText(QDir::toNativeSeparators(QDir(preferences.exportFolder()).filePath(baseName(m_choices) + m_lastSuffix)));
    connect(m_ui->platform, &QComboBox::currentIndexChanged, this, &ExportDialog::look);
    connect(m_ui->format, &Segments::currentChanged, this, &ExportDialog::look);
    connect(m_ui->packing, &Segments::currentChanged, this, &ExportDialog::look);
    connect(m_ui->file, &QLineEdit::textEdited, this, &ExportDialog::look);
    connect(m_ui->choose, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_verb, &QPushButton::clicked, this, &ExportDialog::accepted);
    look();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::offerPlatforms()
{
    const auto &only = m_choices.first();
    m_ui->platform->addItem(tr("All platforms, under the digest that they have"), QString());
    for (const auto &reference : only.artifact.references)
        m_ui->platform->addItem(
            reference.sizeBytes > 0 ? tr("%1, %2").arg(reference.platform, sizeText(reference.sizeBytes)) : reference.platform, reference.digest);
    m_ui->platform->setCurrentIndex(qMax(0, m_ui->platform->findData(only.platformDigest)));
}

ExportFormat ExportDialog::format() const
{
    return m_ui->format->current() == 1 ? ExportFormat::DockerArchive : m_ui->format->current() == 2 ? ExportFormat::OciFolder : ExportFormat::OciArchive;
}

QString ExportDialog::suffix() const
{
    if (format() == ExportFormat::OciFolder)
        return {};
    return m_ui->packing->current() == 1 ? QStringLiteral(".tar.gz") : m_ui->packing->current() == 2 ? QStringLiteral(".tar.zst") : QStringLiteral(".tar");
}

QFileInfo ExportDialog::targetFile() const { return QFileInfo(QDir(m_preferences.exportFolder()), m_ui->file->text()); }

void ExportDialog::look()
{
    const QString now = suffix();
    if (now != m_lastSuffix) { // the name follows the form, what the person wrote before it stays
        QString name = m_ui->file->text();
        if (!m_lastSuffix.isEmpty() && name.endsWith(m_lastSuffix))
            name.chop(m_lastSuffix.size());
        m_ui->file->setText(name + now);
        m_lastSuffix = now;
    }
    m_ui->packing->setEnabled(format() != ExportFormat::OciFolder);
    const QString error = fault();
    m_ui->fileField->setHint(targetFile().exists() && error.isEmpty() ? tr("There is a file of this name; it is replaced once the new one is whole.")
            : format() == ExportFormat::DockerArchive                 ? tr("docker load, podman load and skopeo read it.")
                                                      : tr("podman load and skopeo read it, and docker load where docker keeps its images in containerd."));
    m_ui->fileField->setError(error);
    m_verb->setEnabled(error.isEmpty());
}

QString ExportDialog::fault() const
{
    const QFileInfo target = targetFile();
    if (format() == ExportFormat::DockerArchive && m_choices.size() > 1)
        return tr("A docker archive holds one image. Choose an OCI archive for several.");
    if (format() == ExportFormat::DockerArchive && hasPlatforms() && m_ui->platform->currentData().toString().isEmpty())
        return tr("A docker archive holds one platform. Choose which, or an OCI archive for all.");
    if (m_ui->file->text().trimmed().isEmpty() || target.fileName().isEmpty())
        return tr("Enter a file name");
    if (!target.absoluteDir().exists())
        return tr("There is no folder %1").arg(QDir::toNativeSeparators(target.absolutePath()));
    if (format() == ExportFormat::OciFolder && target.exists())
        return tr("There is something of this name already; an export makes a new folder");
    return target.isDir() ? tr("There is a folder of this name already") : QString();
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export to"), m_ui->file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // this dialog says so itself
    dialog->selectFile(QFileInfo(m_ui->file->text()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_ui->file->setText(QDir::toNativeSeparators(path));
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
    request.packing = ImageWriter::Packing(m_ui->packing->current());
    request.target = target.absoluteFilePath().toStdU16String();
    request.replaces = target.exists();
    for (const auto &choice : std::as_const(m_choices)) {
        ExportItem item{choice.image.registry, choice.image.name, choice.artifact.tags, choice.artifact.digest, {}};
        const QString platform = hasPlatforms() ? m_ui->platform->currentData().toString() : choice.platformDigest;
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
