// SPDX-License-Identifier: Apache-2.0
#include "client/roles/ListedCleanup.h"

#include <algorithm>

namespace berth {

namespace {

constexpr qsizetype mostEntries = 1'000;

TimeMs timeOf(const QDateTime &time) { return time.isValid() ? time.toMSecsSinceEpoch() : 0; }

std::vector<std::string> namesOf(const QStringList &tags)
{
    std::vector<std::string> names;
    for (const auto &tag : tags)
        names.push_back(tag.toStdString());
    return names;
}

CleanupEntry::Outcome outcomeOf(CleanupVerdict::Outcome outcome)
{
    switch (outcome) {
    case CleanupVerdict::Outcome::Kept: return CleanupEntry::Outcome::Kept;
    case CleanupVerdict::Outcome::Protected: return CleanupEntry::Outcome::Protected;
    case CleanupVerdict::Outcome::Deleted: break;
    }
    return CleanupEntry::Outcome::Deleted;
}

CleanupEntry entryOf(const QString &image, const ArtifactSummary &artifact, const CleanupVerdict &verdict)
{
    CleanupEntry entry;
    entry.image = image;
    entry.digest = artifact.digest;
    entry.tags = artifact.tags;
    entry.tagCount = artifact.tagCount;
    entry.sizeBytes = artifact.sizeBytes;
    entry.pushed = artifact.pushed;
    entry.pulled = artifact.pulled;
    entry.outcome = outcomeOf(verdict.outcome);
    entry.rule = verdict.outcome == CleanupVerdict::Outcome::Deleted ? -1 : int(verdict.rule);
    entry.protectedTag = QString::fromStdString(verdict.protectedTag);
    if (verdict.until)
        entry.until = toDateTime(*verdict.until);
    return entry;
}

void count(CleanupSums &sums, CleanupEntry::Outcome outcome)
{
    ++sums.total;
    switch (outcome) {
    case CleanupEntry::Outcome::Kept: ++sums.kept; break;
    case CleanupEntry::Outcome::Protected: ++sums.shielded; break;
    case CleanupEntry::Outcome::Failed:
    case CleanupEntry::Outcome::Gone: ++sums.failed; break;
    case CleanupEntry::Outcome::Deleted: ++sums.deleted; break;
    }
}

void add(CleanupSums &to, const CleanupSums &sums)
{
    to.total += sums.total;
    to.kept += sums.kept;
    to.shielded += sums.shielded;
    to.deleted += sums.deleted;
    to.failed += sums.failed;
}

} // namespace

CleanupPreview previewOf(const Cleanup &cleanup, const std::vector<ListedImage> &images, const QString &onlyEntriesOf, TimeMs now)
{
    CleanupPreview preview;
    preview.sums = {0, 0, 0, 0, 0};
    for (const auto &image : images) {
        const auto name = image.name.toStdString();
        if (!cleanup.chooses(name))
            continue;
        std::vector<CleanupCandidate> candidates;
        for (const auto &artifact : image.artifacts)
            candidates.push_back({artifact.digest.toStdString(), namesOf(artifact.tags), timeOf(artifact.pushed), timeOf(artifact.pulled)});
        const auto verdicts = cleanup.decide(name, candidates, now);
        CleanupImageSums sums{image.name, {0, 0, 0, 0, 0}};
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            const auto &artifact = image.artifacts.at(qsizetype(i));
            const auto entry = entryOf(image.name, artifact, verdicts[i]);
            count(sums.sums, entry.outcome);
            if (entry.outcome == CleanupEntry::Outcome::Deleted) {
                preview.mostBytes += qMax<qint64>(0, artifact.sizeBytes);
                preview.neverPulled += !artifact.pulled.isValid();
            }
            if (preview.entries.size() < mostEntries && (onlyEntriesOf.isEmpty() || onlyEntriesOf == image.name))
                preview.entries << entry;
        }
        add(preview.sums, sums.sums);
        preview.images << sums;
        ++preview.imageCount;
    }
    return preview;
}

QList<CleanupDifference> differencesOf(const Cleanup &cleanup, const QString &image, const QList<CleanupEntry> &entries, TimeMs begin)
{
    using Outcome = CleanupEntry::Outcome;
    std::vector<CleanupCandidate> candidates;
    for (const auto &entry : entries)
        candidates.push_back({entry.digest.toStdString(), namesOf(entry.tags), timeOf(entry.pushed), timeOf(entry.pulled)});
    const auto name = image.toStdString();
    QList<CleanupDifference> differences;
    if (!cleanup.chooses(name)) {
        for (const auto &entry : entries) {
            if (entry.outcome == Outcome::Deleted)
                differences << CleanupDifference{entry, Outcome::Kept};
        }
        return differences;
    }
    const auto verdicts = cleanup.decide(name, candidates, begin);
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const auto &entry = entries.at(qsizetype(i));
        const auto expected = outcomeOf(verdicts[i].outcome);
        // What could not be deleted was judged as one that goes.
        const auto judged = entry.outcome == Outcome::Failed || entry.outcome == Outcome::Gone ? Outcome::Deleted : entry.outcome;
        const bool isExplained = entry.outcome == Outcome::Kept && !entry.message.isEmpty();
        if (judged != expected && !isExplained)
            differences << CleanupDifference{entry, expected};
    }
    return differences;
}

} // namespace berth
