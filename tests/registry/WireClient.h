// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

#include <QUrl>

#include "ClientSequences.h"
#include "support/AccessFixture.h"

namespace berth::test {

/// One client program: the connection that it keeps, the headers that it sends with everything, the token that it holds.
class WireClient {
public:
    /// `name` is what the client calls the server, without the port.
    WireClient(const RegistryProcess &registry, QByteArray agent, TestKey key, const QByteArray &name = "127.0.0.1")
        : m_peer(registry.host())
        , m_host(name + ":" + registry.host().section(QLatin1Char(':'), -1).toUtf8())
        , m_agent(std::move(agent))
        , m_key(std::move(key))
    {
    }

    QByteArray authorization; ///< Sent unless empty.
    QByteArray host() const { return m_host; }
    QByteArray basicCredentials() const { return basic(m_key.id, m_key.secret); }
    void setKey(const TestKey &key) { m_key = key; }

    HttpReply send(const QByteArray &method, const QByteArray &target, const QByteArrayList &lines = {}, const QByteArray &body = {})
    {
        begin(method, target, lines, body);
        return receive(method == "HEAD");
    }
    void begin(const QByteArray &method, const QByteArray &target, QByteArrayList lines = {}, const QByteArray &body = {})
    {
        if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH")
            lines << "Content-Length: " + QByteArray::number(body.size());
        write(headOf(method, target, lines) + body);
    }
    HttpReply receive(bool toHead = false)
    {
        auto reply = m_connection->receive(toHead);
        if (reply.status == 0 || reply.headers.value("connection").toLower() == "close")
            m_connection.reset();
        return reply;
    }
    /// A body whose length the client does not know.
    HttpReply stream(const QByteArray &method, const QByteArray &target, const QByteArray &body)
    {
        write(headOf(method, target, {"Transfer-Encoding: chunked", "Content-Type: application/octet-stream"}));
        for (qsizetype at = 0; at < body.size(); at += 32'768) {
            const auto piece = body.mid(at, 32'768);
            write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
        }
        write("0\r\n\r\n");
        return receive();
    }
    /// Sends the request with the beginning of a body that it announces whole, and loses the connection.
    void breakOff(const QByteArray &method, const QByteArray &target, const QByteArray &beginning, qsizetype announced)
    {
        write(headOf(method, target, {"Content-Type: application/octet-stream", "Content-Length: " + QByteArray::number(announced)}) + beginning);
        cut();
    }
    void cut()
    {
        m_connection->abort();
        m_connection.reset();
    }

    /// Where an answer sends the client on, on this server; empty if nowhere.
    QByteArray locationOf(const HttpReply &reply) const
    {
        const QUrl base(QStringLiteral("http://") + QString::fromUtf8(m_host) + QLatin1Char('/'));
        const auto location = reply.headers.value("location");
        const auto url = base.resolved(QUrl(QString::fromUtf8(location)));
        return location.isEmpty() || url.authority() != base.authority() ? QByteArray() : url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    }

    /// A token as the challenge says, by GET: Basic credentials, a parameter for each scope. Without a key: anonymously.
    HttpReply askByGet(const HttpReply &challenge, const QByteArrayList &scopes, const QByteArray &more = {})
    {
        QByteArray query = more;
        for (const auto &scope : scopes)
            query += "scope=" + goEncoded(scope) + "&";
        const auto reply = withAuthorization(m_key.id.isEmpty() ? QByteArray() : basicCredentials(),
            [&] { return send("GET", realmOf(challenge) + "?" + query + "service=" + goEncoded(challengeOf(challenge).value("service"))); });
        take(reply, "token");
        return reply;
    }
    /// By POST, OAuth2's way: everything in a form, the scopes in one field.
    HttpReply askByPost(const HttpReply &challenge, const QByteArrayList &scopes)
    {
        const auto form = "client_id=containerd-client&grant_type=password&password=" + goEncoded(m_key.secret) + "&scope=" + goEncoded(scopes.join(' '))
            + "&service=" + goEncoded(challengeOf(challenge).value("service")) + "&username=" + goEncoded(m_key.id);
        const auto reply =
            withAuthorization({}, [&] { return send("POST", realmOf(challenge), {"Content-Type: application/x-www-form-urlencoded; charset=utf-8"}, form); });
        take(reply, "access_token");
        return reply;
    }
    /// The path of the token service; a realm on another server gives an address that there is not.
    QByteArray realmOf(const HttpReply &challenge) const
    {
        const auto realm = challengeOf(challenge).value("realm");
        const auto server = "http://" + m_host;
        return realm.startsWith(server + "/") ? realm.mid(server.size()) : "/realm-elsewhere";
    }

    /// A blob as containerd and ORAS push it: HEAD, POST, one PUT. What went otherwise; empty if nothing.
    QByteArray pushWhole(const QByteArray &repository, const Part &blob, const QByteArrayList &headLines = {})
    {
        const auto path = "/v2/" + repository + "/blobs/";
        if (auto fault = faultOf(send("HEAD", path + blob.digest(), headLines), 404); !fault.isEmpty())
            return "HEAD: " + fault;
        const auto session = send("POST", path + "uploads/");
        if (auto fault = faultOf(session, 202, {{"range", "0-0"}, {"content-length", "0"}}); !fault.isEmpty() || locationOf(session).isEmpty())
            return "POST: " + fault;
        return putWhole(repository, blob, locationOf(session));
    }
    /// The PUT that ends it.
    QByteArray putWhole(const QByteArray &repository, const Part &blob, const QByteArray &location)
    {
        const auto done = send("PUT", withDigest(location, blob.digest()), {"Content-Type: application/octet-stream"}, blob.bytes);
        const auto fault = faultOf(
            done, 201, {{"location", "/v2/" + repository + "/blobs/" + blob.digest()}, {"docker-content-digest", blob.digest()}, {"content-length", "0"}});
        return fault.isEmpty() ? fault : "PUT: " + fault;
    }
    /// As go-containerregistry pushes: HEAD, POST, PATCH without Content-Range, PUT without a body.
    QByteArray pushStreamed(const QByteArray &repository, const Part &blob, bool lengthIsKnown)
    {
        const auto path = "/v2/" + repository + "/blobs/";
        if (auto fault = faultOf(send("HEAD", path + blob.digest()), 404); !fault.isEmpty())
            return "HEAD: " + fault;
        const auto session = send("POST", path + "uploads/", {"Content-Type: application/json"});
        if (auto fault = faultOf(session, 202); !fault.isEmpty() || locationOf(session).isEmpty())
            return "POST: " + fault;
        return streamTo(repository, blob, locationOf(session), lengthIsKnown);
    }
    QByteArray streamTo(const QByteArray &repository, const Part &blob, const QByteArray &location, bool lengthIsKnown)
    {
        const auto sent =
            lengthIsKnown ? send("PATCH", location, {"Content-Type: application/octet-stream"}, blob.bytes) : stream("PATCH", location, blob.bytes);
        if (auto fault = faultOf(sent, 202, {{"range", "0-" + QByteArray::number(blob.bytes.size() - 1)}}); !fault.isEmpty() || locationOf(sent).isEmpty())
            return "PATCH: " + fault;
        const auto done = send("PUT", withDigest(locationOf(sent), blob.digest()), {"Content-Type: application/octet-stream"});
        const auto fault = faultOf(done, 201, {{"location", "/v2/" + repository + "/blobs/" + blob.digest()}, {"docker-content-digest", blob.digest()}});
        return fault.isEmpty() ? fault : "PUT: " + fault;
    }
    /// A manifest that is not there yet: HEAD, PUT.
    QByteArray pushManifest(const QByteArray &repository, const QByteArray &reference, const Part &manifest, const QByteArray &subject = {})
    {
        const auto path = "/v2/" + repository + "/manifests/";
        if (auto fault = faultOf(send("HEAD", path + reference, {"Accept: " + manifest.type + ", */*"}), 404); !fault.isEmpty())
            return "HEAD: " + fault;
        const auto fault = faultOf(send("PUT", path + reference, {"Content-Type: " + manifest.type}, manifest.bytes), 201,
            {{"location", path + manifest.digest()}, {"docker-content-digest", manifest.digest()}, {"oci-subject", subject}});
        return fault.isEmpty() ? fault : "PUT: " + fault;
    }
    /// HEAD tells all that a descriptor holds.
    QByteArray headManifest(const QByteArray &repository, const QByteArray &reference, const Part &manifest, const QByteArray &accept)
    {
        return faultOf(send("HEAD", "/v2/" + repository + "/manifests/" + reference, {"Accept: " + accept}), 200,
            {{"content-type", manifest.type}, {"content-length", manifest.size()}, {"docker-content-digest", manifest.digest()}});
    }
    QByteArray getManifest(const QByteArray &repository, const QByteArray &reference, const Part &manifest, const QByteArray &accept)
    {
        return get("/v2/" + repository + "/manifests/" + reference, manifest, manifest.type, {"Accept: " + accept});
    }
    QByteArray getBlob(const QByteArray &repository, const Part &blob, const QByteArrayList &lines = {})
    {
        return get("/v2/" + repository + "/blobs/" + blob.digest(), blob, "application/octet-stream", lines);
    }

private:
    template <class Call> HttpReply withAuthorization(const QByteArray &own, Call call)
    {
        const auto kept = std::exchange(authorization, own);
        const auto reply = call();
        authorization = kept;
        return reply;
    }
    void take(const HttpReply &reply, const char *member)
    {
        authorization = reply.status == 200 ? "Bearer " + QByteArray::fromStdString(json::text(reply.jsonBody(), member)) : QByteArray();
    }
    /// Byte for byte, and not encoded by the way: clients compare length and digest.
    QByteArray get(const QByteArray &path, const Part &part, const QByteArray &type, const QByteArrayList &lines)
    {
        const auto reply = send("GET", path, lines);
        const auto fault =
            faultOf(reply, 200, {{"content-type", type}, {"content-length", part.size()}, {"docker-content-digest", part.digest()}, {"content-encoding", ""}});
        return fault.isEmpty() && reply.body != part.bytes ? "other bytes" : fault;
    }
    QByteArray headOf(const QByteArray &method, const QByteArray &target, QByteArrayList lines) const
    {
        lines << "User-Agent: " + m_agent;
        if (!lines.join('\n').contains("Accept-Encoding: "))
            lines << "Accept-Encoding: gzip";
        if (!authorization.isEmpty())
            lines << "Authorization: " + authorization;
        return head(method, target, m_host, lines);
    }
    void write(const QByteArray &bytes)
    {
        if (!m_connection)
            m_connection = std::make_unique<RawConnection>(m_peer);
        m_connection->send(bytes);
    }

    QString m_peer;
    QByteArray m_host;
    QByteArray m_agent;
    TestKey m_key;
    std::unique_ptr<RawConnection> m_connection;
};

} // namespace berth::test
