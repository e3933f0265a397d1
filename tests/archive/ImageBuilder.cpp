// SPDX-License-Identifier: Apache-2.0
#include "archive/ImageBuilder.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>

#include "archive/Packed.h"
#include "archive/TarWriter.h"

namespace berth::test {

QByteArray hexOf(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

QByteArray sha256Of(const QByteArray &bytes) { return "sha256:" + hexOf(bytes); }

QByteArray toJson(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QByteArray toJson(const QJsonArray &array) { return QJsonDocument(array).toJson(QJsonDocument::Compact); }

QByteArray makeLayer(int seed)
{
    const QByteArray number = QByteArray::number(seed);
    return TarWriter().file("file-" + number, QByteArray("content of layer " + number + '\n').repeated(seed % 7 + 1)).finished();
}

QByteArray ImageParts::config() const
{
    QJsonArray diffIds;
    for (const auto &layer : layers)
        diffIds.append(QString::fromUtf8(sha256Of(layer)));
    return toJson(QJsonObject{{"os", "linux"}, {"architecture", QString::fromUtf8(architecture)}, {"author", QString::fromUtf8(author)},
        {"history", QJsonArray{QJsonObject{{"created_by", "ENV A=1"}, {"empty_layer", true}}}},
        {"rootfs", QJsonObject{{"type", "layers"}, {"diff_ids", diffIds}}}});
}

ImageParts makeParts(int firstSeed, int layerCount, const QByteArrayList &tags)
{
    ImageParts parts;
    parts.tags = tags;
    parts.author = "seed " + QByteArray::number(firstSeed);
    for (int i = 0; i < layerCount; ++i)
        parts.layers.append(makeLayer(firstSeed + i));
    return parts;
}

namespace {

QJsonArray texts(const QByteArrayList &list)
{
    QJsonArray array;
    for (const auto &text : list)
        array.append(QString::fromUtf8(text));
    return array;
}

QJsonObject manifestElement(const ImageParts &parts, const QByteArray &config, const QByteArrayList &layers)
{
    return {
        {"Config", QString::fromUtf8(config)}, {"Layers", texts(layers)}, {"RepoTags", parts.tags.isEmpty() ? QJsonValue() : QJsonValue(texts(parts.tags))}};
}

} // namespace

FileList oldDockerLayout(const QList<ImageParts> &images)
{
    FileList files;
    QJsonArray list;
    QJsonObject repositories;
    QHash<QByteArray, QByteArray> known; // layer to the folder that has its bytes
    for (const auto &parts : images) {
        QByteArrayList paths;
        QByteArray chain = parts.author;
        for (const auto &layer : parts.layers) {
            chain = hexOf(chain + layer);
            const QByteArray path = chain + "/layer.tar";
            paths.append(path);
            if (files.contains(chain + "/VERSION"))
                continue;
            files.add(chain + "/VERSION", "1.0").add(chain + "/json", "{\"id\":\"" + chain + "\"}");
            if (const auto first = known.constFind(layer); first != known.cend()) {
                files.link(path, "../" + *first + "/layer.tar");
            } else {
                files.add(path, layer);
                known.insert(layer, chain);
            }
        }
        const QByteArray config = hexOf(parts.config()) + ".json";
        files.add(config, parts.config());
        list.append(manifestElement(parts, config, paths));
        for (const auto &tag : parts.tags) {
            const qsizetype colon = tag.lastIndexOf(':');
            repositories[QString::fromUtf8(tag.left(colon))] = QJsonObject{{QString::fromUtf8(tag.mid(colon + 1)), QString::fromUtf8(chain)}};
        }
    }
    return files.add("manifest.json", toJson(list)).add("repositories", toJson(repositories));
}

FileList newDockerLayout(const QList<ImageParts> &images)
{
    OciBuilder oci;
    QJsonArray entries;
    QJsonArray list;
    bool hasTagged = false;
    for (const auto &parts : images) {
        const QJsonObject descriptor = oci.image(parts, {});
        QByteArrayList paths;
        for (const auto &layer : parts.layers)
            paths.append("blobs/sha256/" + hexOf(layer));
        list.append(manifestElement(parts, "blobs/sha256/" + hexOf(parts.config()), paths));
        for (const auto &tag : parts.tags) {
            hasTagged = true;
            entries.append(annotated(named(descriptor, QString::fromUtf8(tag.mid(tag.lastIndexOf(':') + 1))), QStringLiteral("io.containerd.image.name"),
                QStringLiteral("docker.io/") + QString::fromUtf8(tag)));
        }
        if (parts.tags.isEmpty() && !hasTagged)
            entries.append(descriptor);
    }
    return oci.layout(entries).add("manifest.json", toJson(list));
}

QJsonObject OciBuilder::blob(const QByteArray &content, const QString &mediaType)
{
    const QJsonObject descriptor{{"mediaType", mediaType}, {"digest", QString::fromUtf8(sha256Of(content))}, {"size", content.size()}};
    if (!files.contains(blobName(descriptor)))
        files.add(blobName(descriptor), content);
    return descriptor;
}

QJsonObject OciBuilder::image(const ImageParts &parts, const QString &program)
{
    QString layerType = QStringLiteral("application/vnd.oci.image.layer.v1.tar");
    if (!program.isEmpty())
        layerType += u'+' + program;
    QJsonArray layers;
    for (const auto &layer : parts.layers)
        layers.append(blob(program.isEmpty() ? layer : packed(program, layer), layerType));
    auto descriptor = blob(toJson(QJsonObject{{"schemaVersion", 2}, {"mediaType", "application/vnd.oci.image.manifest.v1+json"},
                               {"config", blob(parts.config(), QStringLiteral("application/vnd.oci.image.config.v1+json"))}, {"layers", layers}}),
        QStringLiteral("application/vnd.oci.image.manifest.v1+json"));
    descriptor["platform"] = QJsonObject{{"os", "linux"}, {"architecture", QString::fromUtf8(parts.architecture)}};
    return descriptor;
}

QJsonObject OciBuilder::index(const QJsonArray &children)
{
    const QString type = QStringLiteral("application/vnd.oci.image.index.v1+json");
    return blob(toJson(QJsonObject{{"schemaVersion", 2}, {"mediaType", type}, {"manifests", children}}), type);
}

void OciBuilder::forget(const QJsonObject &descriptor) { files.remove(blobName(descriptor)); }

FileList OciBuilder::layout(const QJsonArray &entries) const
{
    FileList all = files;
    return all.add("oci-layout", R"({"imageLayoutVersion":"1.0.0"})").add("index.json", toJson(QJsonObject{{"schemaVersion", 2}, {"manifests", entries}}));
}

QJsonObject annotated(QJsonObject descriptor, const QString &key, const QString &value)
{
    auto annotations = descriptor["annotations"].toObject();
    annotations[key] = value;
    descriptor["annotations"] = annotations;
    return descriptor;
}

QJsonObject named(const QJsonObject &descriptor, const QString &refName)
{
    return annotated(descriptor, QStringLiteral("org.opencontainers.image.ref.name"), refName);
}

QByteArray blobName(const QJsonObject &descriptor) { return "blobs/sha256/" + descriptor["digest"].toString().mid(7).toUtf8(); }

} // namespace berth::test
