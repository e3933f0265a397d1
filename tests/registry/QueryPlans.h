// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QStringList>

namespace berth::test {

/// The statements in a trace that tests/support/sqltrace.cpp wrote, each once.
QStringList statementsIn(const QString &traceFile);

/// Those whose plan reads all of a table that grows with the store, or all that an image, a registry or a shared layer has of it, or sorts
/// such a part: statement and plan. Pages that follow
/// an index up to their LIMIT are fine, and so is what QueryPlans.cpp names as an exception, with its reason.
QStringList scansOf(const QStringList &statements, const std::filesystem::path &database);

} // namespace berth::test
