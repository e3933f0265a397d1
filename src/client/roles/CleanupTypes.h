// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QDateTime>
#include <QList>
#include <QStringList>

#include "core/Cleanup.h"
#include "core/Protection.h"

/// What servers tell about cleanups. Times are UTC; numbers of -1 mean that the server does not tell.
namespace berth {

/// An artifact in a run, a test run or a preview.
struct CleanupEntry {
    enum class Outcome {
        Kept,
        Protected,
        Deleted,
        Failed, ///< It stays though no policy keeps it; see message.
        Gone,   ///< Somebody else had deleted it.
    };

    QString image;
    QString digest;
    QStringList tags; ///< Perhaps not all.
    qint64 tagCount = 0;
    qint64 sizeBytes = -1;
    QDateTime pushed, pulled; ///< Of the artifact or its newest tag, whichever is later.
    Outcome outcome = Outcome::Kept;
    int rule = -1; ///< Place of the first policy that keeps or protects it; -1: not told.
    QString protectedTag = {};
    QString message = {};
    QDateTime until = {}; ///< Kept, in a preview: when it goes if nobody pushes or pulls. Invalid: never.

    QString shortDigest() const { return digest.section(QLatin1Char(':'), 1).left(12); }
    /// Its tags, or its digest where it has none.
    QString name() const { return tags.isEmpty() ? shortDigest() : tags.join(QStringLiteral(", ")); }
};

struct CleanupSums {
    qint64 total = -1;
    qint64 kept = -1; ///< By policies.
    qint64 shielded = -1; ///< Would go, were they not protected.
    qint64 deleted = -1;
    qint64 failed = -1;
};

struct CleanupRun {
    enum class State { Running, Done, Failed, Stopped, Interrupted, Skipped };

    qint64 id = 0;
    State state = State::Running;
    bool isTest = false;
    bool isScheduled = false;
    QString actor; ///< Who asked for it; empty: unknown.
    QDateTime started, finished;
    QString failure;
    CleanupSums sums;
    qint64 images = -1;
    qint64 neverPulled = -1;
    qint64 onlyHereBytes = -1; ///< What returns to the disk.
    bool isAtLeast = false;
    qint64 inTrash = 0; ///< Deletions of it that can still be undone.
    qint64 restoring = 0; ///< Those that are on their way back.
    bool tellsPolicies = false; ///< The two that follow are known.
    std::vector<CleanupRule> rules = {}; ///< As they stood when it began.
    std::vector<ProtectionRule> protection = {};

    bool isOver() const { return state != State::Running; }
};

struct CleanupRunImage {
    qint64 id = 0;
    QString image;
    CleanupSums sums;
    QString failure;
    bool isOver = true;
};

struct CleanupWish {
    QString registry;
    std::vector<CleanupRule> rules;
    std::vector<ProtectionRule> protection;
    QString image = {};   ///< Entries of that one only; empty: of all.
    bool isFresh = false; ///< Nothing that was fetched before may be used.
};

struct CleanupImageSums {
    QString image;
    CleanupSums sums;
};

struct CleanupPreview {
    QList<CleanupImageSums> images; ///< Those that a policy chooses; perhaps not all, see imageCount.
    qint64 imageCount = 0;
    CleanupSums sums;
    qint64 neverPulled = 0;  ///< Of those that go.
    qint64 leastBytes = 0;   ///< What returns to the disk: at least
    qint64 mostBytes = 0;    ///< and at most; the same where the server counts.
    bool isPartial = false;  ///< There is more than was looked at.
    QList<CleanupEntry> entries; ///< Image by image; perhaps not all, see sums.total.
};

} // namespace berth
