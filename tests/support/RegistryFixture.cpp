// SPDX-License-Identifier: Apache-2.0
#include "support/RegistryFixture.h"

namespace berth::test {

HttpReply RegistryFixture::send(
    const QByteArray &method, const QByteArray &path, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers) const
{
    return registry.send(method, QString::fromUtf8(path), body, headers);
}

HttpReply RegistryFixture::sendRaw(const QByteArray &method, const QByteArray &target, const QList<QByteArray> &lines, const QByteArray &body) const
{
    RawConnection connection(registry.host());
    auto all = lines;
    all << "Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret);
    if (!body.isEmpty())
        all << "Content-Length: " + QByteArray::number(body.size());
    connection.send(head(method, target, registry.host().toUtf8(), all) + body);
    return connection.receive(method == "HEAD");
}

QByteArray RegistryFixture::openUpload(const QByteArray &repository) const
{
    return send("POST", "/v2/" + repository + "/blobs/uploads/").headers.value("location");
}

int RegistryFixture::upload(const QByteArray &repository, const QByteArray &blob) const { return pushBlob(registry, QString::fromUtf8(repository), blob); }

int RegistryFixture::push(const QByteArray &repository, const QByteArray &tag, const TestImage &image) const
{
    return pushImage(registry, QString::fromUtf8(repository), QString::fromUtf8(tag), image);
}

HttpReply RegistryFixture::putManifest(const QByteArray &repository, const QByteArray &reference, const QByteArray &manifest, const QByteArray &type) const
{
    return send("PUT", "/v2/" + repository + "/manifests/" + reference, manifest, {{"Content-Type", type}});
}

QByteArray RegistryFixture::errorCode(const HttpReply &reply)
{
    if (reply.headers.value("content-type") != "application/json")
        return "(not application/json: " + reply.headers.value("content-type") + ")";
    const auto body = reply.jsonBody();
    const auto &errors = json::list(body, "errors");
    if (errors.empty())
        return "(no errors: " + reply.body + ")";
    if (json::text(errors[0], "message").empty())
        return "(no message)";
    return QByteArray::fromStdString(json::text(errors[0], "code"));
}

QByteArray makeIndex(const QList<QByteArray> &manifests)
{
    QByteArray entries;
    for (const auto &manifest : manifests)
        entries += QByteArray(entries.isEmpty() ? "" : ",") + "{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"" + digestOf(manifest)
            + "\",\"size\":" + QByteArray::number(manifest.size()) + "}";
    return "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[" + entries + "]}";
}

} // namespace berth::test
