// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace berth {

/// What was found where a docker engine may be.
struct EngineReport {
    enum class State {
        Running,    ///< It answered; see version.
        Absent,     ///< There is nothing at any of the addresses.
        NotRunning, ///< Its socket is there, but nobody listens.
        Refused,    ///< The system does not let this account in.
        Silent,     ///< Something is there that did not answer in time, or not as an engine does.
        Elsewhere,  ///< The address names another computer, or a way of speaking that is not known here.
    };
    State state = State::Absent;
    std::string address;
    std::string version; ///< "20.10.24"
};

/// Asks for the version of the docker engine (Docker Engine API, GET /version) at the first of these addresses that answers; else says
/// what is wrong with the one that came nearest to it. Blocks, for each address `timeout` at most; any thread. Never throws.
EngineReport askEngine(const std::vector<std::string> &addresses, std::chrono::milliseconds timeout);

} // namespace berth
