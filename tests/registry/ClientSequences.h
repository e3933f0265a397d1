// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>

#include "support/HttpCall.h"
#include "support/TestImage.h"

namespace berth::test {

/// Content, and what a descriptor says of it.
struct Part {
    QByteArray type;
    QByteArray bytes;
    QByteArray more = {}; ///< Further members of the descriptor, each with its comma before it.

    QByteArray digest() const { return digestOf(bytes); }
    QByteArray size() const { return QByteArray::number(bytes.size()); }
    QByteArray descriptor() const { return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + digest() + "\",\"size\":" + size() + more + "}"; }
};

inline const QByteArray ociManifest = "application/vnd.oci.image.manifest.v1+json";
inline const QByteArray ociIndex = "application/vnd.oci.image.index.v1+json";
inline const QByteArray ociConfig = "application/vnd.oci.image.config.v1+json";
inline const QByteArray ociLayer = "application/vnd.oci.image.layer.v1.tar+gzip";
inline const QByteArray dockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
inline const QByteArray dockerList = "application/vnd.docker.distribution.manifest.list.v2+json";
/// What clients list when they look for a manifest: containerd, and Helm with it; ORAS; crane.
inline const QByteArray resolverAccept = QByteArrayList{dockerManifest, dockerList, ociManifest, ociIndex, "*/*"}.join(", ");
inline const QByteArray orasAccept =
    QByteArrayList{dockerManifest, dockerList, ociManifest, ociIndex, "application/vnd.oci.artifact.manifest.v1+json"}.join(", ");
inline const QByteArray craneAccept = QByteArrayList{"application/vnd.docker.distribution.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v1+prettyjws", dockerManifest, ociManifest, dockerList, ociIndex}
                                          .join(',');
inline const Part emptyConfig{"application/vnd.oci.empty.v1+json", "{}"};

inline QByteArray joinedDescriptors(const QList<Part> &parts)
{
    QByteArrayList list;
    for (const auto &part : parts)
        list << part.descriptor();
    return list.join(',');
}

/// An object of texts.
inline QByteArray jsonOf(const QList<std::pair<QByteArray, QByteArray>> &members)
{
    QByteArrayList list;
    for (const auto &[name, value] : members)
        list << "\"" + name + "\":\"" + value + "\"";
    return "{" + list.join(',') + "}";
}
/// Further members of a descriptor or manifest.
inline QByteArray annotated(const QList<std::pair<QByteArray, QByteArray>> &notes) { return ",\"annotations\":" + jsonOf(notes); }
inline QByteArray onPlatform(const QByteArray &os, const QByteArray &architecture)
{
    return ",\"platform\":" + jsonOf({{"architecture", architecture}, {"os", os}});
}
inline QByteArray ofArtifactType(const QByteArray &type) { return ",\"artifactType\":\"" + type + "\""; }
inline QByteArray withSubject(const Part &subject) { return ",\"subject\":" + subject.descriptor(); }

/// `more` are further members, each with its comma before it.
inline Part manifestOf(const Part &config, const QList<Part> &layers, const QByteArray &more = {}, const QByteArray &type = ociManifest)
{
    return {type,
        "{\"schemaVersion\":2,\"mediaType\":\"" + type + "\",\"config\":" + config.descriptor() + ",\"layers\":[" + joinedDescriptors(layers) + "]" + more
            + "}"};
}
inline Part indexOf(const QList<Part> &manifests, const QByteArray &type = ociIndex)
{
    return {type, "{\"schemaVersion\":2,\"mediaType\":\"" + type + "\",\"manifests\":[" + joinedDescriptors(manifests) + "]}"};
}

/// Bytes that no other seed gives.
inline QByteArray someBytes(const QByteArray &seed, qsizetype size)
{
    QByteArray bytes;
    bytes.reserve(size + 80);
    for (int i = 0; bytes.size() < size; ++i)
        bytes += seed + QByteArray::number(i) + ';';
    return bytes.left(size);
}

inline Part layer(const QByteArray &seed, qsizetype size = 30'000) { return {ociLayer, someBytes(seed, size)}; }
inline Part imageConfig(const QByteArray &os, const QByteArray &architecture, const QByteArray &author)
{
    return {ociConfig,
        "{\"os\":\"" + os + "\",\"architecture\":\"" + architecture + "\",\"author\":\"" + author + "\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}"};
}

/// What an answer has otherwise than expected, for people to read; empty if nothing. An empty value: the header must not be there.
inline QByteArray faultOf(const HttpReply &reply, int status, const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    if (reply.status != status)
        return "status " + QByteArray::number(reply.status) + " instead of " + QByteArray::number(status) + " " + reply.body.left(300);
    for (const auto &[name, value] : headers) {
        if (reply.headers.value(name) != value)
            return name + ": '" + reply.headers.value(name) + "' instead of '" + value + "'";
    }
    return {};
}

/// An error as clients read it: its code is in the body.
inline QByteArray faultOfError(const HttpReply &reply, int status, const QByteArray &code)
{
    const auto body = reply.jsonBody();
    const auto &errors = json::list(body, "errors");
    const auto told = errors.empty() ? QByteArray() : QByteArray::fromStdString(json::text(errors[0], "code"));
    const auto fault = faultOf(reply, status, {{"content-type", "application/json"}});
    return fault.isEmpty() && told != code ? "code '" + told + "' instead of '" + code + "'" : fault;
}

/// The parameters of a Bearer challenge.
inline QHash<QByteArray, QByteArray> challengeOf(const HttpReply &reply)
{
    QHash<QByteArray, QByteArray> parameters;
    const auto text = reply.headers.value("www-authenticate");
    for (qsizetype at = text.startsWith("Bearer ") ? 7 : text.size(); at < text.size();) {
        const auto equals = text.indexOf("=\"", at);
        const auto end = equals < 0 ? -1 : text.indexOf('"', equals + 2);
        if (end < 0)
            return {};
        parameters[text.mid(at, equals - at)] = text.mid(equals + 2, end - equals - 2);
        at = text.indexOf(',', end) < 0 ? text.size() : text.indexOf(',', end) + 1;
    }
    return parameters;
}

/// As Go writes the values of queries and forms, which all these clients do.
inline QByteArray goEncoded(const QByteArray &text) { return text.toPercentEncoding().replace("%20", "+"); }

/// Adds the digest to a location and keeps the query that is there.
inline QByteArray withDigest(const QByteArray &location, const QByteArray &digest)
{
    return location + (location.contains('?') ? "&digest=" : "?digest=") + goEncoded(digest);
}

/// The digests in an index, in its order.
inline QByteArrayList digestsIn(const HttpReply &reply)
{
    QByteArrayList digests;
    const auto body = reply.jsonBody();
    for (const auto &descriptor : json::list(body, "manifests"))
        digests << QByteArray::fromStdString(json::text(descriptor, "digest"));
    return digests;
}

/// A list of names in an answer.
inline QByteArrayList names(const HttpReply &reply, const char *key)
{
    QByteArrayList list;
    const auto body = reply.jsonBody();
    for (const auto &element : json::list(body, key))
        list << QByteArray::fromStdString(std::string(element.get_string()));
    return list;
}

/// The target of a Link to the next page.
inline QByteArray nextPage(const HttpReply &reply)
{
    const auto link = reply.headers.value("link");
    return link.startsWith('<') && link.endsWith(">; rel=\"next\"") ? link.mid(1, link.indexOf('>') - 1) : QByteArray();
}

} // namespace berth::test
