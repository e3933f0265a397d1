// SPDX-License-Identifier: Apache-2.0
#include "desktop/importing/ImportCard.h"

#include <set>

#include <QCheckBox>
#include <QFileInfo>
#include <QPointer>
#include <QStyle>
#include <QTimer>

#include "client/protocol/RegistryClient.h"
#include "core/ErrorText.h"
#include "core/SizeSum.h"
#include "core/SizeText.h"
#include "desktop/panes/NameDialog.h"
#include "desktop/sessions/Session.h"
#include "importing/ui_ImportCard.h"
#include "transfer/LayerMap.h"
#include "transfer/Suggestion.h"

namespace berth {

ImportCard::ImportCard(
    QString path, const ImageArchive &archive, std::size_t image, Session &session, const LayerMap &layers, const QString &registry, QWidget *parent)
    : Sheet(Kind::Card, parent)
    , m_path(std::move(path))
    , m_layout(archive.layout)
    , m_compression(QString::fromStdString(archive.compression))
    , m_fileBytes(archive.fileBytes)
    , m_modifiedAt(archive.modifiedAt)
    , m_image(archive.images[image])
    , m_session(&session)
    , m_layers(layers)
    , m_ui(std::make_unique<Ui::ImportCard>())
    , m_delay(new QTimer(this))
    , m_client(std::make_unique<RegistryClient>(session.connection()))
{
    m_ui->setupUi(this);
    m_ui->file->setText(title());
    m_ui->about->setText(describe());
    m_ui->server->setText(session.connection().address());
    for (const auto &row : session.registries())
        m_ui->registry->addItem(row.name);
    suggest(registry);
    listPlatforms();
    connectParts();
    showLayers();
    check();
}

void ImportCard::suggest(const QString &registry)
{
    const auto suggestion = suggestTarget(m_image, m_path.toStdU16String());
    m_ui->registry->setCurrentText(!registry.isEmpty() ? registry : suggestion.registry.isEmpty() ? QStringLiteral("library") : suggestion.registry);
    m_ui->image->setText(suggestion.image);
    m_ui->tag->setText(suggestion.tag);
    const QString fileName = title().section(QLatin1Char('.'), 0, 0);
    const bool isAnother = suggestion.isFromFileName && fileName != suggestion.image;
    m_ui->note->setVisible(isAnother);
    if (isAnother)
        m_ui->note->setText(tr("Name suggested from “%1”. Image names use a–z, 0–9 and - _ . /").arg(fileName));
}

void ImportCard::connectParts()
{
    m_delay->setSingleShot(true);
    m_delay->setInterval(300);
    connect(m_delay, &QTimer::timeout, this, &ImportCard::lookAtTarget);
    connect(m_ui->remove, &QPushButton::clicked, this, &ImportCard::removed);
    connect(m_ui->wanted, &QCheckBox::toggled, this, &ImportCard::changed);
    connect(m_ui->registry, &QComboBox::currentTextChanged, this, &ImportCard::check);
    connect(m_ui->image, &QLineEdit::textChanged, this, &ImportCard::check);
    connect(m_ui->tag, &QLineEdit::textChanged, this, &ImportCard::check);
}

QString ImportCard::targetRegistry() const { return m_ui->registry->currentText(); }
QString ImportCard::targetImage() const { return m_ui->image->text(); }
QString ImportCard::targetTag() const { return m_ui->tag->text(); }

ImportCard::~ImportCard() { ++m_generation; } // answers under way count no more

QString ImportCard::describe() const
{
    QStringList parts{m_layout == ImageArchive::Layout::Oci ? tr("OCI layout") : tr("Docker archive")};
    if (!m_compression.isEmpty())
        parts << m_compression;
    if (m_fileBytes > 0)
        parts << sizeText(m_fileBytes);
    if (m_image.names.empty())
        parts << tr("no name in the file");
    return parts.join(QStringLiteral(", "));
}

QString ImportCard::title() const { return QFileInfo(m_path).fileName().normalized(QString::NormalizationForm_C); }

void ImportCard::listPlatforms()
{
    for (const auto &manifest : m_image.manifests) {
        const QString name = manifest.platform.os.empty() ? tr("unknown") : QString::fromStdString(manifest.platform.toString());
        auto *box = new QCheckBox(
            manifest.isComplete ? QStringLiteral("%1  %2").arg(name, sizeText(manifest.layerBytes())) : tr("%1  not in the file").arg(name), this);
        box->setChecked(manifest.isComplete);
        box->setEnabled(manifest.isComplete && m_image.manifests.size() > 1);
        if (!manifest.isComplete)
            box->setToolTip(tr("The archive lists this platform but does not contain it"));
        connect(box, &QCheckBox::toggled, this, [this] {
            showLayers();
            Q_EMIT changed();
        });
        m_platforms << box;
        m_ui->platforms->addWidget(box);
    }
}

std::vector<bool> ImportCard::selection() const
{
    std::vector<bool> selected;
    for (const auto *box : m_platforms)
        selected.push_back(box->isChecked());
    return selected;
}

bool ImportCard::isWanted() const { return m_ui->wanted->isChecked(); }

std::optional<ImportRequest> ImportCard::request(LayerHandling handling) const
{
    const auto selected = selection();
    const bool any = std::find(selected.begin(), selected.end(), true) != selected.end();
    if (!any || !m_session || !registryNameError(targetRegistry()).isEmpty() || !imageNameError(targetImage()).isEmpty() || !tagError(targetTag()).isEmpty())
        return std::nullopt;
    ImportRequest request;
    request.file = m_path.toStdU16String();
    request.fileBytes = m_fileBytes;
    request.modifiedAt = m_modifiedAt;
    request.image = m_image;
    request.selected = selected;
    request.target = m_session->connection();
    request.registry = targetRegistry();
    request.imageName = targetImage();
    request.tag = targetTag();
    request.layers = handling;
    return request;
}

void ImportCard::check()
{
    const auto mark = [](QWidget *field, const QString &error) {
        field->setProperty("bad", !error.isEmpty());
        field->setToolTip(error);
        field->update();
    };
    const QString registry = registryNameError(targetRegistry());
    const QString name = imageNameError(targetImage());
    const QString tag = tagError(targetTag());
    mark(m_ui->registry, registry);
    mark(m_ui->image, name);
    mark(m_ui->tag, tag);
    const QString error = !registry.isEmpty() ? registry : !name.isEmpty() ? name : tag;
    ++m_generation;
    if (error.isEmpty()) {
        m_ui->banner->hide();
        m_delay->start();
    } else {
        m_ui->banner->show(Banner::Kind::Danger, {}, error);
    }
    Q_EMIT changed();
}

/// Asks the target which tag exists and which layers are there.
void ImportCard::lookAtTarget()
{
    const auto generation = ++m_generation;
    const QString repository = targetRegistry() + QLatin1Char('/') + targetImage();
    const QString tag = targetTag();
    QCoro::connect(m_client->digestOfTag(repository, tag), this, [this, generation, repository, tag](const Result<QString> &digest) {
        if (generation != m_generation)
            return;
        if (!digest)
            m_ui->banner->show(Banner::Kind::Warn, {}, errorText(digest.error()));
        else if (!digest->isEmpty())
            m_ui->banner->show(
                Banner::Kind::Warn, {}, tr("Tag %1 exists in %2. It moves to this image; the old artifact stays, without this tag.").arg(tag, repository));
        else
            m_ui->banner->hide();
    });
    m_presentDigests.clear();
    std::set<Digest> asked;
    for (const auto &manifest : m_image.manifests) {
        for (const auto &layer : manifest.layers) {
            Digest digest = layer.descriptor.digest;
            if (m_image.isDockerArchive && layer.packing == Packing::None) {
                const auto packed = m_layers.find(digest);
                if (!packed)
                    continue; // what it becomes is known only after packing
                digest = packed->digest;
            }
            if (!asked.insert(digest).second || asked.size() > 60)
                continue;
            const QString key = QString::fromStdString(layer.descriptor.digest.toString());
            QCoro::connect(m_client->hasBlob(repository, digest), this, [this, generation, key](const Result<bool> &present) {
                if (generation != m_generation || !present || !*present)
                    return;
                m_presentDigests.insert(key);
                showLayers();
                Q_EMIT changed();
            });
        }
    }
    showLayers();
}

qint64 ImportCard::totalBytes() const
{
    qint64 bytes = 0;
    for (std::size_t i = 0; i < m_image.manifests.size(); ++i) {
        if (m_platforms.at(int(i))->isChecked())
            bytes = sizeSum(bytes, m_image.manifests[i].layerBytes());
    }
    return bytes;
}

void ImportCard::showLayers()
{
    QList<std::pair<double, StackBar::Fill>> parts;
    int present = 0;
    m_presentBytes = 0;
    for (std::size_t i = 0; i < m_image.manifests.size(); ++i) {
        if (!m_platforms.at(int(i))->isChecked())
            continue;
        for (const auto &layer : m_image.manifests[i].layers) {
            const bool there = m_presentDigests.contains(QString::fromStdString(layer.descriptor.digest.toString()));
            present += there;
            m_presentBytes = sizeSum(m_presentBytes, there ? layer.descriptor.sizeBytes : 0);
            parts.append({double(qMax<std::int64_t>(1, layer.descriptor.sizeBytes)), there ? StackBar::Fill::Hatched : StackBar::Fill::Accent});
        }
    }
    m_ui->strip->setParts(parts, true);
    const int count = int(parts.size());
    m_ui->layerText->setText(
        present > 0 ? tr("%n layers, %1 there already (%2)", nullptr, count).arg(present).arg(sizeText(m_presentBytes)) : tr("%n layers", nullptr, count));
}

} // namespace berth
