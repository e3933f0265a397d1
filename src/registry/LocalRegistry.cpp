// SPDX-License-Identifier: Apache-2.0
#include "registry/LocalRegistry.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <QtGlobal>

#include "registry/Log.h"
#include "registry/Process.h"
#include "registry/access/Authenticator.h"
#include "registry/access/MasterKey.h"
#include "registry/access/SecretHash.h"
#include "registry/distribution/Distribution.h"
#include "registry/distribution/ErrorResponse.h"
#include "registry/http/Forwarded.h"
#include "registry/http/Server.h"
#include "registry/jobs/Housekeeping.h"
#include "registry/management/berth/BerthApi.h"
#include "registry/management/berth/BerthReply.h"
#include "registry/management/ncr/NcrApi.h"
#include "registry/management/ncr/NcrReply.h"
#include "registry/store/AccessKeys.h"
#include "registry/store/People.h"
#include "registry/store/PublicUrl.h"
#include "registry/store/Store.h"

namespace berth {

namespace asio = boost::asio;

namespace {

constexpr const char *administratorName = "administrator";

AnonymousAccess toAccess(AnonymousMode mode)
{
    return mode == AnonymousMode::Off ? AnonymousAccess::Off : mode == AnonymousMode::Pull ? AnonymousAccess::Pull : AnonymousAccess::Push;
}

/// An address, not a name that begins like one: 127.0.0.1.example.org belongs to whoever registered it.
bool isLoopback(const std::string &address)
{
    return address == "::1" || (address.starts_with("127.") && address.find_first_not_of("0123456789.") == std::string::npos);
}

/// Stores the administrator's key where the folder has none, or where the caller says so. The key if it was made here.
Result<std::optional<AccessKeyPair>> settleAdministrator(Sql &sql, const LocalRegistryOptions &options)
{
    if (options.administratorIsTemporary)
        return std::nullopt;
    const bool hasKeys = accesskeys::count(sql) > 0;
    if (hasKeys && !(options.administrator && options.replaceAdministrator))
        return std::nullopt;
    const AccessKeyPair pair = options.administrator ? *options.administrator : makeAccessKeyPair();
    if (!people::find(sql, administratorName)) {
        if (auto made = people::create(sql, {administratorName, "administrator", {}, 0, 0, 0, 0}); !made)
            return tl::unexpected(made.error());
    }
    AccessKeyRow key;
    key.id = pair.id;
    key.owner = administratorName;
    key.salt = makeSalt();
    key.hash = slowHash(pair.secret, key.salt);
    key.createdAt = nowMs();
    accesskeys::put(sql, key);
    if (hasKeys)
        accesskeys::removeOthers(sql, administratorName, pair.id);
    if (sql.hasFailed())
        return tl::unexpected(sql.takeError());
    return options.administrator ? std::nullopt : std::optional(pair);
}

/// The key that tokens are signed with, kept so that they outlive a restart.
struct ServerKeys {
    Secret signing;
    std::optional<Secret> master; ///< Not there in a run with a key for this run alone.
};
Result<ServerKeys> settleKeys(Sql &sql, const LocalRegistryOptions &options)
{
    const char *name = "token-signing-key";
    const bool lacksMasterKey = !options.masterKey && !std::filesystem::exists(masterKeyFile(options.folder));
    if (options.administratorIsTemporary && lacksMasterKey && sealed::isAny(sql))
        return ServerKeys{Secret(randomText(43)), {}}; // for this run; what is sealed stays for whoever has its master key
    const auto masterKey = settleMasterKey(options.folder, options.masterKey, sealed::isAny(sql));
    if (!masterKey)
        return tl::unexpected(masterKey.error());
    const auto kept = sealed::find(sql, name, *masterKey).value_or(std::nullopt);
    if (kept)
        return ServerKeys{*kept, *masterKey};
    // Under another master key this one is lost, which costs no more than fetching new tokens.
    Secret made(randomText(43));
    if (auto put = sealed::put(sql, name, made, *masterKey); !put)
        return tl::unexpected(put.error());
    if (sql.hasFailed())
        return tl::unexpected(sql.takeError());
    return ServerKeys{std::move(made), *masterKey};
}

/// Takes a key back that was made for a start which failed afterwards: nobody has been shown its secret. Runs when all else is closed again.
class MadeKeyGuard {
public:
    explicit MadeKeyGuard(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }
    MadeKeyGuard(const MadeKeyGuard &) = delete;
    MadeKeyGuard &operator=(const MadeKeyGuard &) = delete;
    ~MadeKeyGuard()
    {
        if (m_keyId.empty())
            return;
        const auto sql = Sql::open(Database::file(m_folder), Sql::Sync::Full);
        if (sql)
            accesskeys::removeOthers(**sql, administratorName, {}); // it is the folder's only one
        if (!sql || (*sql)->hasFailed())
            logLine(LogLevel::Error, "The access key " + m_keyId + " was made for a start that failed, and could not be taken back");
    }

    void made(const std::optional<AccessKeyPair> &key) { m_keyId = key ? key->id : std::string(); }
    void release() { m_keyId.clear(); }

private:
    std::filesystem::path m_folder;
    std::string m_keyId;
};

/// A refusal in the form of the API that the path belongs to.
http::Response refusalAt(std::string_view path, const Error &error)
{
    if (path.starts_with(NcrApi::prefix))
        return ncr::failure(error);
    if (path.starts_with(BerthApi::prefix))
        return failed(error);
    return errorResponse(error);
}

/// A request that a browser sends for a page of somebody else's, and that could change something with nobody's key. Simple POSTs need no
/// consent of the server.
bool isForeignPage(const http::Request &request)
{
    const bool changes = request.method != http::Method::Get && request.method != http::Method::Head;
    const auto site = request.header("sec-fetch-site");
    const bool fromPage = request.hasHeader("origin") || site == "cross-site" || site == "same-site";
    const bool isSigned = request.hasHeader("authorization") || request.hasHeader("x-tc-authentication-id");
    return changes && fromPage && !isSigned;
}

/// A busy connection needs a handle for itself and one for the file it sends; the store has some of its own.
int connectionsFor(std::int64_t handles)
{
    constexpr std::int64_t ownHandles = 200;
    return int(std::clamp<std::int64_t>((handles - ownHandles) / 3, 50, 8000));
}

} // namespace

struct LocalRegistry::Parts {
    LocalRegistryOptions options;
    std::optional<AccessKeyPair> madeKey;
    std::unique_ptr<Store> store;
    std::unique_ptr<Housekeeping> housekeeping;
    std::unique_ptr<Webhooks> webhooks;
    std::optional<Secret> masterKey; ///< Until the webhooks have it.
    http::TrustedProxies trustedProxies;
    std::unique_ptr<Authenticator> authenticator;
    std::unique_ptr<UploadSessions> uploads;
    Budget manifests{24 << 20, 256};
    Budget anonymousManifests{8 << 20, 64};
    http::ServerLoad load;
    std::unique_ptr<Distribution> distribution;
    std::unique_ptr<NcrApi> ncr;
    std::unique_ptr<BerthApi> berth;
    std::unique_ptr<http::Server> server; // last: stops first

    /// The address that clients are told, if one is set for this run or in the settings.
    std::optional<PublicUrl> publicUrl() const
    {
        const auto &text = options.publicUrl.empty() ? store->settings().get()->publicUrl : options.publicUrl;
        auto url = text.empty() ? Result<PublicUrl>(fail(ErrorCode::NotFound, "")) : PublicUrl::parse(text);
        return url ? std::optional(std::move(*url)) : std::nullopt;
    }

    Webhooks::Parts webhookParts()
    {
        const auto settings = [this] { return store->settings().get(); };
        return {.database = store->database(),
            .writer = store->writer(),
            .masterKey = std::exchange(masterKey, std::nullopt),
            .server =
                [this] {
                    const auto url = publicUrl();
                    return url ? url->authority : Store::announcedAddress(store->folder());
                },
            .ports =
                [this, settings] {
                    return options.webhooksToAnyPort.value_or(settings()->webhookPorts == "any") ? WebhookPorts::Any : WebhookPorts::PublicCloud;
                },
            .reach = [settings] { return settings()->webhookTargets == "any" ? WebhookReach::Everywhere : WebhookReach::Guarded; },
            .flushPulls = [this] { store->pulls().flush(store->writer()); }};
    }

    bool isOwnName(const std::string &host) const
    {
        return host == "localhost" || isLoopback(host) || host == options.address || host == "host.docker.internal"
            || std::ranges::find(options.hostNames, host) != options.hostNames.end();
    }

    asio::awaitable<http::Response> handle(http::Request &request)
    {
        applyForwarded(request, trustedProxies);
        const auto url = publicUrl();
        // A page that a name of its own resolves to this computer must not reach the registry (DNS rebinding).
        if (const auto host = http::hostOf(request.host); !isOwnName(host) && !(url && host == http::hostOf(url->authority)))
            co_return http::jsonResponse(421,
                json::object{
                    {"errors", json::array{json::object{{"code", "DENIED"}, {"message", "This server does not answer to that name; --host-name adds one"}}}}});
        if (url) {
            request.scheme = url->scheme;
            request.host = url->authority;
        }
        const std::string_view path = request.path;
        if (isForeignPage(request) && path != "/service/token")
            co_return refusalAt(path, {ErrorCode::Denied, "A web page of another place may change nothing here without an access key"});
        if (path == "/v2" || path.starts_with("/v2/") || path == "/service/token")
            co_return co_await distribution->handle(request);
        if (path.starts_with(NcrApi::prefix))
            co_return co_await ncr->handle(request);
        if (path.starts_with(BerthApi::prefix))
            co_return co_await berth->handle(request);
        co_return errorResponse({ErrorCode::NotFound, "There is nothing at this address"});
    }
};

LocalRegistry::LocalRegistry(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

LocalRegistry::~LocalRegistry()
{
    if (!m_parts)
        return;
    // The network's threads first; then all that still works for them, which posts its results to loops that nobody runs any more; then
    // the requests that waited for these; then what those held.
    m_parts->server->stop();
    m_parts->webhooks->stop();
    m_parts->housekeeping->stop();
    m_parts->store->finish();
    m_parts->authenticator->abandon();
    m_parts->server.reset();
}

Result<std::unique_ptr<LocalRegistry>> LocalRegistry::start(LocalRegistryOptions options)
{
    if (!isLoopback(options.address))
        return fail(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "Berth listens on this computer's own addresses only (127.0.0.1, ::1), not on %1"),
            {options.address});
    MadeKeyGuard madeKey(options.folder);
    auto parts = std::make_unique<Parts>();
    for (auto &name : options.hostNames)
        name = http::hostOf(name);
    for (const auto &proxy : options.trustedProxies) {
        if (auto added = parts->trustedProxies.add(proxy); !added)
            return tl::unexpected(added.error());
    }
    if (auto url = PublicUrl::parse(options.publicUrl); !options.publicUrl.empty() && !url)
        return tl::unexpected(url.error());
    parts->options = std::move(options);
    auto store = Store::open(parts->options.folder);
    if (!store)
        return tl::unexpected(store.error());
    parts->store = std::move(*store);
    Secret signingKey;
    {
        auto sql = Sql::open(Database::file(parts->options.folder), Sql::Sync::Full);
        if (!sql)
            return tl::unexpected(sql.error());
        auto made = settleAdministrator(**sql, parts->options);
        if (!made)
            return tl::unexpected(made.error());
        parts->madeKey = std::move(*made);
        madeKey.made(parts->madeKey);
        auto key = settleKeys(**sql, parts->options);
        if (!key)
            return tl::unexpected(key.error());
        signingKey = std::move(key->signing);
        parts->masterKey = std::move(key->master);
        parts->options.masterKey.reset();
    }
    auto housekeeping = Housekeeping::start(*parts->store);
    if (!housekeeping)
        return tl::unexpected(housekeeping.error());
    parts->housekeeping = std::move(*housekeeping);
    parts->webhooks = std::make_unique<Webhooks>(parts->webhookParts());
    std::optional<AnonymousAccess> anonymous;
    if (const auto &mode = parts->options.anonymous)
        anonymous = toAccess(*mode);
    parts->authenticator = std::make_unique<Authenticator>(*parts->store, anonymous, signingKey);
    if (const auto given = std::exchange(parts->options.administrator, std::nullopt); given && parts->options.administratorIsTemporary)
        parts->authenticator->trustForThisRun(*given);
    parts->uploads = std::make_unique<UploadSessions>(parts->store->blobs());
    parts->distribution = std::make_unique<Distribution>(DistributionContext{
        *parts->store, *parts->authenticator, *parts->uploads, parts->manifests, parts->anonymousManifests, parts->options.createsRegistries});
    parts->ncr = std::make_unique<NcrApi>(*parts->store, *parts->housekeeping, *parts->webhooks, *parts->authenticator);
    parts->berth = std::make_unique<BerthApi>(*parts->store, *parts->housekeeping, *parts->webhooks, *parts->authenticator, parts->load);
    http::Server::Options listening{parts->options.address, parts->options.port};
    listening.mostConnections = connectionsFor(fileHandleLimit());
    auto server = http::Server::start(listening,
        {[p = parts.get()](http::Request &request) { return p->handle(request); },
            [](const std::string &path, const Error &error) { return refusalAt(path, error); }},
        parts->load);
    if (!server)
        return tl::unexpected(server.error());
    parts->server = std::move(*server);
    std::unique_ptr<LocalRegistry> registry(new LocalRegistry(std::move(parts)));
    if (auto announced = registry->m_parts->store->announce(registry->address()); !announced)
        return tl::unexpected(announced.error());
    madeKey.release();
    return registry;
}

std::string LocalRegistry::address() const
{
    const auto &host = m_parts->options.address;
    return (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" + std::to_string(port());
}

std::uint16_t LocalRegistry::port() const { return m_parts->server->port(); }

const std::optional<AccessKeyPair> &LocalRegistry::madeKey() const { return m_parts->madeKey; }

const std::optional<Error> &LocalRegistry::notice() const { return m_parts->store->state().notice; }

bool LocalRegistry::folderHasData(const std::filesystem::path &folder)
{
    std::error_code ec;
    return std::filesystem::exists(Database::file(folder), ec);
}

bool LocalRegistry::hasMasterKeyFile(const std::filesystem::path &folder)
{
    std::error_code ec;
    return std::filesystem::exists(masterKeyFile(folder), ec);
}

bool LocalRegistry::isServed(const std::filesystem::path &folder) { return Store::isServed(folder); }

std::string LocalRegistry::addressOfFolder(const std::filesystem::path &folder) { return Store::announcedAddress(folder); }

void LocalRegistry::logAlsoTo(std::function<void(std::string_view)> sink) { setLogSink(std::move(sink)); }

} // namespace berth
