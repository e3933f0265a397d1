// SPDX-License-Identifier: Apache-2.0
#include "engine/EngineAddress.h"

#include <cstdlib>

namespace berth {

namespace {

std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : std::string();
}

} // namespace

std::vector<std::string> engineAddresses()
{
    if (const auto host = environment("DOCKER_HOST"); !host.empty())
        return {host};
    std::vector<std::string> addresses{"unix:///var/run/docker.sock"};
    if (const auto folder = environment("XDG_RUNTIME_DIR"); !folder.empty()) // rootless
        addresses.push_back("unix://" + folder + "/docker.sock");
    if (const auto home = environment("HOME"); !home.empty()) { // Docker Desktop
        addresses.push_back("unix://" + home + "/.docker/run/docker.sock");
        addresses.push_back("unix://" + home + "/.docker/desktop/docker.sock");
    }
    return addresses;
}

} // namespace berth
