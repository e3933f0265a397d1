// SPDX-License-Identifier: Apache-2.0
#include "desktop/importing/ImportCard.h"

#include <set>

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

#include "client/protocol/RegistryClient.h"
#include "core/ErrorText.h"
#include "core/SizeSum.h"
#include "core/SizeText.h"
#include "desktop/panes/NameDialog.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/Session.h"
#include "transfer/LayerMap.h"
#include "transfer/Suggestion.h"

namespace berth {

namespace {

QWidget *labelled(const QString &label, QWidget *field, QWidget *parent)
{
    auto *cell = new QWidget(parent);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *name = makeLabel(label, TextRole::Body, Shade::Text2, cell);
    name->setBuddy(field);
    field->setAccessibleName(label);
    column->addWidget(name);
    column->addWidget(field);
    return cell;
}

/// Editable from the first: Shift+Tab stops at its field too, which has to stay beside it.
QComboBox *editableBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long name leaves the fields beside it their room
    box->setMinimumContentsLength(8);
    box->setEditable(true);
    return box;
}

} // namespace

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
    , m_wanted(new QCheckBox(this))
    , m_registry(editableBox(this))
    , m_name(new QLineEdit(this))
    , m_tag(new QLineEdit(this))
    , m_note(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_platformRow(new QWidget(this))
    , m_strip(new StackBar(14, tr("Layers"), this))
    , m_layerText(makeLabel({}, TextRole::Body, Shade::Text, this))
    , m_banner(new Banner(this))
    , m_delay(new QTimer(this))
    , m_client(std::make_unique<RegistryClient>(session.connection()))
{
    m_wanted->setChecked(true);
    m_wanted->setAccessibleName(tr("Import this image"));
    auto *file = new QLabel(this);
    file->setPixmap(icon("archive").pixmap(QSize(16, 16), devicePixelRatioF()));
    auto *remove = makeIconButton("x", tr("Take off the list"), this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_wanted);
    top->addWidget(file);
    top->addWidget(new ElidedLabel(QFileInfo(m_path).fileName().normalized(QString::NormalizationForm_C), TextRole::BodyStrong, Shade::Text, this));
    top->addWidget(new ElidedLabel(describe(), TextRole::Body, Shade::Text2, this), 1);
    top->addWidget(remove);

    const auto suggestion = suggestTarget(m_image, m_path.toStdU16String());
    for (const auto &row : session.registries())
        m_registry->addItem(row.name);
    m_registry->setCurrentText(!registry.isEmpty() ? registry : suggestion.registry.isEmpty() ? QStringLiteral("library") : suggestion.registry);
    m_name->setText(suggestion.image);
    m_tag->setText(suggestion.tag);
    const QString fileName = QFileInfo(m_path).fileName().section(QLatin1Char('.'), 0, 0).normalized(QString::NormalizationForm_C);
    if (suggestion.isFromFileName && fileName != suggestion.image)
        m_note->setText(tr("Name suggested from “%1”. Image names use a–z, 0–9 and - _ . /").arg(fileName));
    auto *target = new QHBoxLayout;
    target->setSpacing(6);
    const auto separator = [&](const QString &text) {
        auto *label = makeLabel(text, TextRole::Body, Shade::Text3, this);
        target->addWidget(label, 0, Qt::AlignBottom);
        label->setFixedHeight(32);
    };
    auto *server = new QLineEdit(session.connection().address(), this);
    server->setReadOnly(true);
    target->addWidget(labelled(tr("Server"), server, this), 3);
    separator(QStringLiteral("/"));
    target->addWidget(labelled(tr("Registry"), m_registry, this), 3);
    separator(QStringLiteral("/"));
    target->addWidget(labelled(tr("Image"), m_name, this), 5);
    separator(QStringLiteral(":"));
    target->addWidget(labelled(tr("Tag"), m_tag, this), 3);

    buildPlatforms();
    auto *layerRow = new QHBoxLayout;
    layerRow->addWidget(makeLabel(tr("Layers"), TextRole::Body, Shade::Text3, this));
    layerRow->addSpacing(16);
    layerRow->addWidget(m_strip, 1);
    layerRow->addWidget(m_layerText);
    m_note->setVisible(!m_note->text().isEmpty());
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(8);
    column->addLayout(top);
    column->addLayout(target);
    column->addWidget(m_note);
    column->addWidget(m_platformRow);
    column->addLayout(layerRow);
    column->addWidget(m_banner);

    m_delay->setSingleShot(true);
    m_delay->setInterval(300);
    connect(m_delay, &QTimer::timeout, this, &ImportCard::lookAtTarget);
    connect(remove, &QPushButton::clicked, this, &ImportCard::removed);
    connect(m_wanted, &QCheckBox::toggled, this, &ImportCard::changed);
    connect(m_registry, &QComboBox::currentTextChanged, this, &ImportCard::check);
    connect(m_name, &QLineEdit::textChanged, this, &ImportCard::check);
    connect(m_tag, &QLineEdit::textChanged, this, &ImportCard::check);
    showLayers();
    check();
}

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

void ImportCard::buildPlatforms()
{
    auto *row = new QHBoxLayout(m_platformRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(makeLabel(tr("Platforms"), TextRole::Body, Shade::Text3, m_platformRow));
    for (const auto &manifest : m_image.manifests) {
        const QString name = manifest.platform.os.empty() ? tr("unknown") : QString::fromStdString(manifest.platform.toString());
        auto *box = new QCheckBox(
            manifest.isComplete ? QStringLiteral("%1  %2").arg(name, sizeText(manifest.layerBytes())) : tr("%1  not in the file").arg(name), m_platformRow);
        box->setChecked(manifest.isComplete);
        box->setEnabled(manifest.isComplete && m_image.manifests.size() > 1);
        if (!manifest.isComplete)
            box->setToolTip(tr("The archive lists this platform but does not contain it"));
        connect(box, &QCheckBox::toggled, this, [this] {
            showLayers();
            Q_EMIT changed();
        });
        m_platforms << box;
        row->addWidget(box);
    }
    row->addStretch();
}

std::vector<bool> ImportCard::selection() const
{
    std::vector<bool> selected;
    for (const auto *box : m_platforms)
        selected.push_back(box->isChecked());
    return selected;
}

bool ImportCard::isWanted() const { return m_wanted->isChecked(); }

std::optional<ImportRequest> ImportCard::request(LayerHandling handling) const
{
    const auto selected = selection();
    const bool any = std::find(selected.begin(), selected.end(), true) != selected.end();
    if (!any || !m_session || !registryNameError(m_registry->currentText()).isEmpty() || !imageNameError(m_name->text()).isEmpty()
        || !tagError(m_tag->text()).isEmpty())
        return std::nullopt;
    ImportRequest request;
    request.file = m_path.toStdU16String();
    request.fileBytes = m_fileBytes;
    request.modifiedAt = m_modifiedAt;
    request.image = m_image;
    request.selected = selected;
    request.target = m_session->connection();
    request.registry = m_registry->currentText();
    request.imageName = m_name->text();
    request.tag = m_tag->text();
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
    const QString registry = registryNameError(m_registry->currentText());
    const QString name = imageNameError(m_name->text());
    const QString tag = tagError(m_tag->text());
    mark(m_registry, registry);
    mark(m_name, name);
    mark(m_tag, tag);
    const QString error = !registry.isEmpty() ? registry : !name.isEmpty() ? name : tag;
    ++m_generation;
    if (error.isEmpty()) {
        m_banner->hide();
        m_delay->start();
    } else {
        m_banner->show(Banner::Kind::Danger, {}, error);
    }
    Q_EMIT changed();
}

/// Asks the target which tag exists and which layers are there.
void ImportCard::lookAtTarget()
{
    const auto generation = ++m_generation;
    const QString repository = m_registry->currentText() + QLatin1Char('/') + m_name->text();
    const QString tag = m_tag->text();
    QCoro::connect(m_client->digestOfTag(repository, tag), this, [this, generation, repository, tag](const Result<QString> &digest) {
        if (generation != m_generation)
            return;
        if (!digest)
            m_banner->show(Banner::Kind::Warn, {}, errorText(digest.error()));
        else if (!digest->isEmpty())
            m_banner->show(
                Banner::Kind::Warn, {}, tr("Tag %1 exists in %2. It moves to this image; the old artifact stays, without this tag.").arg(tag, repository));
        else
            m_banner->hide();
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
    m_strip->setParts(parts, true);
    const int count = int(parts.size());
    m_layerText->setText(
        present > 0 ? tr("%n layers, %1 there already (%2)", nullptr, count).arg(present).arg(sizeText(m_presentBytes)) : tr("%n layers", nullptr, count));
}

} // namespace berth
