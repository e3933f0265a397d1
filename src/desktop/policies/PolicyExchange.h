// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QPointer>

#include <QCoroTask>

#include "core/PolicyFile.h"
#include "core/Result.h"

class QPushButton;
class QWidget;

namespace berth {

class PolicyPage;
class Session;

/// Policies of a registry as a file: out of it, and into another registry.
namespace policyexchange {

/// What the registry has now, with the server's numbers.
QCoro::Task<Result<PolicyFile>> read(QPointer<Session> session, QString registry);

/// The menu of a page's button: export, apply a file, take over those of another registry of the same server. `session()` and `registry()` are asked
/// when it is opened; `applied` is called after changes; `failed` gets what to say otherwise.
struct ExchangePlace {
    std::function<QPointer<Session>()> session;
    std::function<QString()> registry;
    std::function<QString()> refusal; ///< Why policies cannot be changed here; empty: they can.
    std::function<void()> applied;
    std::function<void(const QString &what, const Error &error)> failed;
};
void addMenu(QPushButton &button, const ExchangePlace &place);

} // namespace policyexchange

} // namespace berth
