// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "registry/store/DatabaseLocation.h"

namespace berth::test {

/// A new database for a test of the store: the file of its folder; or with BERTH_TEST_DATABASE=postgresql in the environment one of a
/// PostgreSQL server that the test program starts for itself, on a socket of its own. The program ends with a sentence if it cannot.
DatabaseLocation newDatabase(const std::filesystem::path &folder);

} // namespace berth::test
