// SPDX-License-Identifier: Apache-2.0
#include "walk/WalkServers.h"

#include <csignal>

#include <QUrlQuery>

#include "desktop/sessions/ConnectionList.h"
#include "support/TestImage.h"

namespace berth::test {

namespace {

using namespace Qt::StringLiterals;

constexpr int manyTags = 130; ///< Of one artifact: more than a page.

Connection connectionTo(const QString &id, const QString &kind, const QString &host)
{
    Connection connection;
    connection.id = connection.name = id;
    connection.kind = kind;
    connection.url = QUrl(u"http://"_s + host);
    connection.appKey = kind == ServerKind::Berth ? u"local"_s : QString();
    connection.network.proxy = NetworkAccess::Proxy::None;
    return connection;
}

HttpReply send(const QString &host, const QByteArray &authorization, const QByteArray &method, const QString &path, const QByteArray &body = {},
    const QByteArray &type = {})
{
    QList<std::pair<QByteArray, QByteArray>> headers{{"Accept", "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json"}};
    if (!authorization.isEmpty())
        headers.emplaceBack("Authorization", authorization);
    if (!type.isEmpty())
        headers.emplaceBack("Content-Type", type);
    return call({method, QUrl(u"http://"_s + host + path), headers, body});
}

/// Pushes without caring how it goes: the server may be away.
bool push(const QString &host, const QByteArray &authorization, const QString &repository, const QStringList &tags, const TestImage &image)
{
    for (const auto &blob : image.layers + QList<QByteArray>{image.config}) {
        const auto begun = send(host, authorization, "POST", u"/v2/%1/blobs/uploads/"_s.arg(repository));
        if (begun.status != 202)
            return false;
        QUrl location = QUrl(u"http://"_s + host).resolved(QUrl::fromEncoded(begun.headers.value("location")));
        QUrlQuery query(location);
        query.addQueryItem(u"digest"_s, QString::fromUtf8(digestOf(blob)));
        if (send(host, authorization, "PUT", location.path() + u'?' + query.toString(QUrl::FullyEncoded), blob, "application/octet-stream").status != 201)
            return false;
    }
    for (const auto &tag : tags) {
        if (send(host, authorization, "PUT", u"/v2/%1/manifests/%2"_s.arg(repository, tag), image.manifest, "application/vnd.oci.image.manifest.v1+json").status
            != 201)
            return false;
    }
    return true;
}

} // namespace

WalkServers::WalkServers(DesktopFixture &berth)
    : m_berth(berth)
{
}

WalkServers::~WalkServers()
{
    awaitOtherClient();
    if (m_otherIsFrozen)
        ::kill(pid_t(m_other.processId()), SIGCONT);
}

QString WalkServers::start(Extent extent)
{
    if (extent == Extent::LocalOnly)
        return fill(3);
    const QString failed = startOthers();
    return failed.isEmpty() ? fill(manyTags) : failed;
}

QString WalkServers::startOthers()
{
    if (!m_other.start())
        return m_other.errorOutput();
    m_otherHost = m_other.host();
    if (!m_ncr.start({u"--registries"_s, u"3"_s, u"--images"_s, u"4"_s, u"--artifacts"_s, u"3"_s, u"--tags"_s, u"4"_s, u"--absent"_s, u"0"_s}))
        return m_ncr.errorOutput();
    if (!m_plain.start(true))
        return m_plain.errorOutput();
    m_silent = std::make_unique<FixedServer>(QByteArray());
    m_wrong = std::make_unique<FixedServer>("HTTP/1.1 200 OK\r\nContent-Length: 21\r\nConnection: close\r\n\r\n<html>hello</html>\r\n\r");

    auto other = connectionTo(u"other-berth"_s, ServerKind::Berth, m_otherHost);
    other.keyId = QLatin1String(RegistryProcess::keyId);
    other.secret = Secret(RegistryProcess::secret);
    auto ncr = connectionTo(u"team-ncr"_s, ServerKind::Ncr, m_ncr.address());
    ncr.appKey = QLatin1String(FakeNcr::appKey);
    ncr.keyId = QLatin1String(FakeNcr::keyId);
    ncr.secret = Secret(FakeNcr::secret);
    m_connections = {other, ncr, connectionTo(u"plain"_s, ServerKind::Registry, m_plain.address()),
        connectionTo(u"silent"_s, ServerKind::Registry, m_silent->address()), connectionTo(u"wrong"_s, ServerKind::Berth, m_wrong->address())};
    for (const auto &connection : std::as_const(m_connections))
        m_berth.desktop().connections().save(connection);
    return {};
}

QString WalkServers::fill(int tagCount)
{
    const auto image = [](int seed) { return makeImage(seed, 2, 400); };
    QStringList many;
    for (int i = 0; i < tagCount; ++i)
        many << u"v%1"_s.arg(i);
    for (const auto &target : targets()) {
        // Two repositories share an artifact, so that tags of one could be taken for the other's.
        if (!push(target.host, target.authorization, u"library/one"_s, {u"1.0"_s, u"only-one"_s}, image(1))
            || !push(target.host, target.authorization, u"library/two"_s, {u"2.0"_s, u"only-two"_s}, image(1))
            || !push(target.host, target.authorization, u"library/two"_s, {u"2.1"_s}, image(2))
            || !push(target.host, target.authorization, u"team/many"_s, many, image(3))
            || !push(target.host, target.authorization, u"team/deep/name"_s, {u"latest"_s}, image(4)))
            return u"The server at %1 could not be filled"_s.arg(target.host);
    }
    return {};
}

QList<WalkServers::Target> WalkServers::targets() const
{
    QList<Target> all;
    if (!m_connections.isEmpty())
        all = {{m_otherHost, basic(RegistryProcess::keyId, RegistryProcess::secret), {}}, {m_plain.address(), {}, {}}};
    if (m_berth.server().isRunning()) {
        const auto &key = m_berth.server().key();
        all << Target{m_berth.server().address(), basic(QByteArray::fromStdString(key.id), QByteArray::fromStdString(key.secret.reveal())), {}};
    }
    return all;
}

QString WalkServers::tagOf(Dice &dice) { return u"w%1"_s.arg(dice.below(6)); }

void WalkServers::changeSomething(const Target &target, Dice &dice)
{
    const auto image = makeImage(10 + dice.below(8), 2, 300);
    const QString manifest = u"/v2/%1/manifests/"_s.arg(target.repository);
    switch (dice.below(4)) {
    case 0:
    case 1: push(target.host, target.authorization, target.repository, {tagOf(dice)}, image); break;
    case 2: send(target.host, target.authorization, "DELETE", manifest + tagOf(dice)); break;
    default: {
        const auto there = send(target.host, target.authorization, "GET", manifest + tagOf(dice));
        if (there.status == 200 && dice.oneIn(2))
            send(target.host, target.authorization, "PUT", manifest + tagOf(dice), there.body, there.headers.value("content-type"));
        else if (there.status == 200)
            send(target.host, target.authorization, "DELETE", manifest + QString::fromUtf8(digestOf(there.body)));
    }
    }
}

void WalkServers::letOtherClientWork(Dice dice)
{
    awaitOtherClient();
    auto all = targets();
    if (m_otherIsFrozen)
        all.removeFirst(); // it would wait for its answer
    if (all.isEmpty())
        return;
    auto target = dice.of(all);
    target.repository = dice.of(QStringList{u"library/one"_s, u"library/two"_s, u"team/many"_s, u"fresh/image"_s});
    m_work = std::async(std::launch::async, [target, dice, count = 1 + dice.below(4)]() mutable {
        for (int i = 0; i < count; ++i)
            changeSomething(target, dice);
    });
}

void WalkServers::awaitOtherClient()
{
    if (m_work.valid())
        m_work.get();
}

void WalkServers::disturb(Dice &dice)
{
    if (m_connections.isEmpty())
        return;
    switch (dice.below(5)) {
    case 0:
        if (!m_otherIsFrozen && m_other.isRunning()) {
            awaitOtherClient();
            ::kill(pid_t(m_other.processId()), SIGSTOP);
            m_otherIsFrozen = true;
        }
        break;
    case 1:
        if (!m_otherIsFrozen && m_other.isRunning()) {
            m_otherWasKilled = true;
            m_other.kill();
        }
        break;
    case 2: m_ncr.clearFaults(); break;
    default: {
        const QList<QByteArray> faults{R"({"kind":"slow","delay":0.3})", R"({"kind":"slow","delay":0.3})", R"({"kind":"slow","delay":0.6})",
            R"({"kind":"slow","delay":0.6})", R"({"kind":"slow","delay":1.5})", R"({"kind":"slow","delay":20})", R"({"kind":"html"})", R"({"kind":"empty"})",
            R"({"kind":"cut"})", R"({"kind":"garbage"})", R"({"kind":"http401"})", R"({"kind":"http403"})", R"({"kind":"http404"})", R"({"kind":"http429"})",
            R"({"kind":"http500"})", R"({"kind":"duplicate_page"})", R"({"kind":"extra"})", R"({"kind":"decline","code":400,"message":"no"})"};
        m_ncr.clearFaults();
        m_ncr.fault(dice.of(faults));
    }
    }
}

QString WalkServers::stateOfOther()
{
    const auto host = m_other.host() == m_otherHost ? m_otherHost : m_otherHost + u" and then "_s + m_other.host();
    return (m_other.isRunning() ? u"the other server runs at %1: "_s : u"the other server at %1 does not run: "_s).arg(host)
        + m_other.errorOutput().right(2000);
}

void WalkServers::calm()
{
    awaitOtherClient();
    if (m_connections.isEmpty())
        return;
    if (std::exchange(m_otherIsFrozen, false))
        ::kill(pid_t(m_other.processId()), SIGCONT);
    if (!m_other.isRunning() && !std::exchange(m_otherWasKilled, false))
        qWarning("The walk's other server ended by itself: %s", qPrintable(m_other.errorOutput().right(6000)));
    for (int i = 0; i < 5 && !m_other.isRunning(); ++i) { // its port may be in another's passing use
        if (!m_other.start({u"--listen"_s, m_otherHost}))
            qWarning("The walk's other server did not start: %s", qPrintable(m_other.errorOutput()));
    }
    m_ncr.clearFaults();
}

std::optional<QSet<QString>> WalkServers::listed(const Connection &connection, const QString &path, const char *list, const char *name) const
{
    QSet<QString> names;
    for (int page = 1; page < 20; ++page) {
        const auto reply = call({"GET",
            QUrl(u"http://%1/ncr/v2.0/appkeys/%2/%3?page=%4&page_size=100"_s.arg(connection.address(), connection.appKey, path).arg(page), QUrl::StrictMode),
            {{"X-TC-AUTHENTICATION-ID", connection.keyId.toUtf8()}, {"X-TC-AUTHENTICATION-SECRET", QByteArray::fromStdString(connection.secret.reveal())}},
            {}});
        const auto body = reply.jsonBody();
        if (reply.status != 200 || !body.is_object())
            return std::nullopt;
        const auto before = names.size();
        for (const auto &item : json::list(body, list))
            names << QString::fromStdString(json::text(item, name));
        if (names.size() == before)
            break;
    }
    return names;
}

std::optional<QSet<QString>> WalkServers::plainNamesAt(const Connection &connection, const Place &place, bool byTag) const
{
    const bool ofTags = place.level() == Place::Level::Artifacts;
    const auto reply = send(
        connection.address(), {}, "GET", ofTags ? u"/v2/%1/tags/list?n=1000"_s.arg(repositoryPath(place.registry, place.image)) : u"/v2/_catalog?n=1000"_s);
    if (reply.status != 200 || (ofTags && !byTag))
        return std::nullopt; // which digests there are is told tag by tag only
    QSet<QString> names;
    const auto body = reply.jsonBody();
    for (const auto &item : json::list(body, ofTags ? "tags" : "repositories")) {
        const QString name = item.is_string() ? QString::fromStdString(std::string(item.get_string())) : QString();
        if (ofTags)
            names << name;
        else if (place.level() == Place::Level::Registries)
            names << name.section(u'/', 0, 0);
        else if (name.startsWith(place.registry + u'/'))
            names << name.section(u'/', 1);
    }
    return names;
}

std::optional<QSet<QString>> WalkServers::namesAt(const Place &place, bool byTag, bool withUntagged) const
{
    const auto *session = m_berth.desktop().connections().find(place.connectionId);
    if (!session || !session->isConnected() || place.connectionId == u"silent"_s || place.connectionId == u"wrong"_s)
        return std::nullopt;
    const auto &connection = session->connection();
    if (connection.kind == ServerKind::Registry)
        return plainNamesAt(connection, place, byTag);
    switch (place.level()) {
    case Place::Level::Registries: return listed(connection, u"registries"_s, "registries", "name");
    case Place::Level::Images: {
        auto names = listed(connection, u"registries/%1/images"_s.arg(place.registry), "images", "name");
        QSet<QString> bare;
        for (const auto &name : names.value_or(QSet<QString>()))
            bare << (name.startsWith(place.registry + u'/') ? name.mid(place.registry.size() + 1) : name);
        return names ? std::optional(bare) : std::nullopt;
    }
    case Place::Level::Artifacts: break;
    }
    if (connection.kind != ServerKind::Berth || byTag || !withUntagged)
        return std::nullopt;
    QString image = place.image;
    return listed(connection, u"registries/%1/images/%2/artifacts"_s.arg(place.registry, image.replace(u"/"_s, u"%252F"_s)), "artifacts", "digest");
}

} // namespace berth::test
