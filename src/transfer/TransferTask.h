// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include <QList>
#include <QString>
#include <QStringList>

#include "client/auth/Connection.h"
#include "core/Json.h"

namespace berth {

class LayerMap;
class TransferJob;
class TransferLinks;

/// What the jobs of one queue share. Outlives them.
struct TransferContext {
    LayerMap &layers;     ///< Thread-safe.
    TransferLinks &links; ///< Of the transfers' thread.
};

/// One thing that a person wants moved: says what it is, makes the job that does it, and can be stored. A value: making its job does not
/// change it, and each try gets a new one. Tasks.h has the kinds; a new one is a class and a row there.
///
/// Belongs to the GUI thread.
class TransferTask {
public:
    virtual ~TransferTask() = default;

    /// Its row in Tasks.h.
    virtual QString kind() const = 0;

    struct Description {
        QString title;             ///< "ubuntu-24.04.tar".
        QString target;            ///< "Local › library › ubuntu:18.04".
        qint64 totalBytes = 0;     ///< As far as it is known before it begins.
        bool keepsProgress = false; ///< Stopped, it goes on near where it was and can be paused; otherwise it begins anew.
    };
    virtual Description describe() const = 0;

    /// Where its outcome is to be found: an image of a connection, or a file.
    struct Outcome {
        QString connectionId;
        QString registry;
        QString imageName;
        std::filesystem::path file;
    };
    virtual Outcome outcome() const = 0;

    /// The servers that it talks to. Whoever runs it looks at each anew, since a secret, a port or a certificate may have changed since then.
    virtual QList<Connection> servers() const = 0;
    /// In the same order. Only what begins after that knows of it.
    virtual void setServers(const QList<Connection> &servers) = 0;

    /// What two tasks may not have in hand at the same time: a file, a repository that is written. Who shares a claim goes in turn.
    virtual QStringList claims() const = 0;

    /// To be moved to the transfers' thread and started there.
    virtual std::unique_ptr<TransferJob> makeJob(const TransferContext &context) const = 0;

    /// All that Tasks.h needs to make it again, without a secret.
    virtual json::object stored() const = 0;
};

} // namespace berth
