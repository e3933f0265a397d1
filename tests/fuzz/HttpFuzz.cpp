// SPDX-License-Identifier: Apache-2.0
#include "core/Text.h"
#include "fuzz/Exchange.h"
#include "registry/http/Server.h"

using namespace berth;
using berth::test::exchange;
using berth::test::require;

namespace {

/// What a handler may count on, whatever was sent.
void check(const http::Request &request)
{
    for (const auto &[name, value] : request.headers) {
        require(name.find_first_of("\r\n ") == std::string::npos && value.find_first_of("\r\n") == std::string::npos, "no header holds a line break");
        require(name != "transfer-encoding" || value.size() == 7, "chunked is the only transfer encoding");
    }
    for (const auto &[name, value] : request.query)
        require(isCleanText(name) && isCleanText(value), "the query is clean text");
    require(request.path.find_first_of("\r\n ?") == std::string::npos, "the path is one");
}

class Echo {
public:
    Echo()
    {
        http::Server::Options options;
        options.port = 0;
        options.threads = 1;
        auto server = http::Server::start(options,
            {[](http::Request &request) -> boost::asio::awaitable<http::Response> {
                 check(request);
                 auto body = co_await http::readWholeBody(*request.body, 64 << 10);
                 co_return http::Response{body ? 200 : 400, {}, body ? std::move(*body) : body.error().message, {}};
             },
                [](const std::string &, const Error &error) {
                    return http::Response{400, {}, error.message, {}};
                }},
            m_load);
        require(server.has_value(), "the server starts");
        m_server = std::move(*server);
    }
    std::uint16_t port() const { return m_server->port(); }

private:
    http::ServerLoad m_load;
    std::unique_ptr<http::Server> m_server;
};

} // namespace

/// Bytes as a peer may send them: heads, chunks, extensions, trailers, several requests at once.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static Echo echo;
    const auto answer = exchange(echo.port(), std::string(reinterpret_cast<const char *>(data), size));
    require(answer.empty() || answer.starts_with("HTTP/1.1 "), "what comes back is HTTP");
    return 0;
}
