// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/TokenHandler.h"

#include <chrono>

#include <QUrlQuery>

#include "registry/distribution/ErrorResponse.h"

namespace berth {

namespace asio = boost::asio;

namespace {

constexpr std::size_t maxScopes = 100; ///< Clients ask for a handful; a token is no place to keep thousands.

std::vector<Grant> readScopes(const std::vector<std::string> &parameters)
{
    std::vector<Grant> grants;
    for (const auto &parameter : parameters) {
        std::string_view rest = parameter; // several scopes: repeated parameters, or one list with spaces
        while (!rest.empty()) {
            const auto space = rest.find(' ');
            if (space != 0 && grants.size() < maxScopes)
                grants.push_back(parseScope(rest.substr(0, space)));
            if (space == std::string_view::npos)
                break;
            rest.remove_prefix(space + 1);
        }
    }
    return grants;
}

json::object grantReply(Authenticator &authenticator, std::chrono::seconds lifetime, const Access &access, const std::vector<Grant> &wanted)
{
    std::vector<Grant> given;
    for (const auto &grant : wanted)
        given.push_back(access.narrowed(grant));
    const auto now = nowMs();
    const auto token = authenticator.tokens().make(access.actor(), access.rights().version, given, now, lifetime);
    return {{"token", token}, {"access_token", token}, {"expires_in", lifetime.count()}, {"issued_at", toRfc3339(now)}};
}

std::chrono::minutes lifetimeIn(const ServiceCall &call) { return std::chrono::minutes(call.context.store.settings().get()->tokenMinutes); }

} // namespace

asio::awaitable<http::Response> giveToken(ServiceCall &call)
{
    const auto header = call.request.header("authorization");
    if (header.size() > 7 && (header[1] == 'e' || header[1] == 'E'))
        co_return errorResponse({ErrorCode::BadRequest, "Tokens are given for a key and its secret, not for a token"});
    const auto access = co_await call.context.authenticator.checkAuthorization(header, call.request.peer);
    if (!access)
        co_return errorResponse(access.error());
    co_return http::jsonResponse(200, grantReply(call.context.authenticator, lifetimeIn(call), *access, readScopes(call.request.parameters("scope"))));
}

asio::awaitable<http::Response> giveTokenForForm(ServiceCall &call)
{
    call.request.body->setPatience(std::chrono::seconds(10)); // nobody is known yet
    const auto body = co_await http::readWholeBody(*call.request.body, 64 << 10);
    if (!body)
        co_return errorResponse(body.error());
    QString form = QString::fromStdString(*body);
    form.replace(QLatin1Char('+'), QLatin1String("%20"));
    const QUrlQuery query(form);
    const auto field = [&](const char *name) { return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toStdString(); };
    if (field("grant_type") != "password")
        co_return errorResponse({ErrorCode::BadRequest, "grant_type must be password: no refresh tokens are given out"});
    AccessKeyPair pair{field("username"), Secret(field("password"))};
    const auto access = co_await call.context.authenticator.checkKey(std::move(pair), call.request.peer);
    if (!access)
        co_return errorResponse(access.error());
    auto reply = grantReply(call.context.authenticator, lifetimeIn(call), *access, readScopes({field("scope")}));
    reply["scope"] = field("scope");
    co_return http::jsonResponse(200, reply);
}

} // namespace berth
