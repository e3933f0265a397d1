// SPDX-License-Identifier: Apache-2.0
#include "support/TestImage.h"

#include <QRandomGenerator>

#include "core/Hasher.h"
#include "support/RegistryProcess.h"

namespace berth::test {

QByteArray digestOf(const QByteArray &bytes)
{
    return QByteArray::fromStdString(Hasher::of(std::string_view(bytes.constData(), size_t(bytes.size()))).toString());
}

TestImage makeImage(int seed, int layerCount, int layerBytes, const QByteArray &architecture)
{
    TestImage image;
    QRandomGenerator random(quint32(seed) + 1U);
    QByteArray layers;
    for (int i = 0; i < layerCount; ++i) {
        QByteArray bytes(layerBytes, Qt::Uninitialized);
        for (char &c : bytes)
            c = char(random.bounded(256));
        layers += QByteArray(i ? "," : "") + R"({"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":")" + digestOf(bytes) + R"(","size":)"
            + QByteArray::number(bytes.size()) + "}";
        image.layers.append(bytes);
    }
    image.config = R"({"os":"linux","architecture":")" + architecture + R"(","author":"test )" + QByteArray::number(seed)
        + R"(","rootfs":{"type":"layers","diff_ids":[]}})";
    image.manifest = R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",)"
                     R"("config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":")"
        + digestOf(image.config) + R"(","size":)" + QByteArray::number(image.config.size()) + R"(},"layers":[)" + layers + "]}";
    return image;
}

int pushBlob(const RegistryProcess &registry, const QString &repository, const QByteArray &blob)
{
    const auto session = registry.send("POST", QStringLiteral("/v2/%1/blobs/uploads/").arg(repository));
    if (session.status != 202)
        return session.status;
    return registry.send("PUT", QString::fromUtf8(session.headers["location"]) + QStringLiteral("?digest=") + QString::fromUtf8(digestOf(blob)), blob).status;
}

int pushImage(const RegistryProcess &registry, const QString &repository, const QString &tag, const TestImage &image)
{
    for (const auto &blob : image.layers + QList<QByteArray>{image.config}) {
        if (const int status = pushBlob(registry, repository, blob); status != 201)
            return status;
    }
    return registry
        .send(
            "PUT", QStringLiteral("/v2/%1/manifests/%2").arg(repository, tag), image.manifest, {{"Content-Type", "application/vnd.oci.image.manifest.v1+json"}})
        .status;
}

} // namespace berth::test
