// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace berth {

/// One server, as its driver manages it. What its kind can do are roles, which the driver implements: as<Trash>() is null where it has none.
/// What a person's role may do is learnt from refusals.
///
/// Roles belong to the thread and live as long as the server. Errors carry a sentence ready to show. Destroying it ends its calls with Cancelled.
class RemoteServer : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    template <class Role> Role *as() { return dynamic_cast<Role *>(this); }
};

} // namespace berth
