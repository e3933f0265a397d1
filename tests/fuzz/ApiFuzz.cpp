// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <QCoreApplication>

#include "core/Json.h"
#include "fuzz/Exchange.h"
#include "registry/LocalRegistry.h"

using namespace berth;
using berth::test::exchange;
using berth::test::require;

namespace {

/// A whole registry with an administrator's key that costs nothing to check.
class Registry {
public:
    Registry()
        : m_folder(std::filesystem::temp_directory_path() / ("apifuzz-" + std::to_string(::getpid())))
    {
        LocalRegistryOptions options;
        options.folder = m_folder;
        options.port = 0;
        options.administrator = AccessKeyPair{"fuzz", Secret("fuzzing secret")};
        options.administratorIsTemporary = true;
        auto registry = LocalRegistry::start(std::move(options));
        require(registry.has_value(), "the registry starts");
        m_registry = std::move(*registry);
    }
    ~Registry()
    {
        m_registry.reset();
        std::error_code ec;
        std::filesystem::remove_all(m_folder, ec);
    }
    std::uint16_t port() const { return m_registry->port(); }

private:
    std::filesystem::path m_folder;
    std::unique_ptr<LocalRegistry> m_registry;
};

} // namespace

/// "METHOD /path" in the first line, the body behind it: names and bodies of all APIs, signed as an administrator.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static int count = 1;
    static char name[] = "apifuzz";
    static char *arguments[] = {name, nullptr};
    // Qt's databases want one, and newer ones want it to be there until they have gone themselves, which is after this function's statics.
    [[maybe_unused]] static const auto *const application = new QCoreApplication(count, arguments);
    static Registry registry;
    const std::string input(reinterpret_cast<const char *>(data), size);
    const auto line = input.find('\n');
    std::string first = input.substr(0, line);
    for (char &c : first)
        c = c == '\r' || c == '\0' ? '_' : c;
    const std::string body = line == std::string::npos ? std::string() : input.substr(line + 1);
    const auto answer = exchange(registry.port(),
        first
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-TC-AUTHENTICATION-ID: fuzz\r\nX-TC-AUTHENTICATION-SECRET: fuzzing secret\r\nAuthorization: Basic ZnV6ejpmdXp6aW5nIHNlY3JldA==\r\n"
              "Content-Type: application/vnd.oci.image.manifest.v1+json\r\nContent-Length: "
            + std::to_string(body.size()) + "\r\n\r\n" + body);
    require(answer.starts_with("HTTP/1.1 "), "every request is answered");
    require(!answer.starts_with("HTTP/1.1 5"), "no request is the server's own fault");
    require(answer.find("its log says more") == std::string::npos, "no request is the server's own fault, in NCR's form either");
    const auto end = answer.find("\r\n\r\n");
    const auto content = end == std::string::npos ? std::string() : answer.substr(end + 4);
    if (answer.find("Content-Type: application/json") < end && !content.empty())
        require(json::parseStrict(content).has_value(), "JSON is JSON");
    return 0;
}
