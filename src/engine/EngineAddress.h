// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace berth {

/// Where the docker engine of this computer may answer, the likeliest first: "unix:///var/run/docker.sock". What DOCKER_HOST says stands
/// alone, as docker itself has it. Reads the environment; any thread.
std::vector<std::string> engineAddresses();

} // namespace berth
