// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/CleanupTypes.h"
#include "desktop/parts/Sentence.h"

namespace berth {

/// Policies as effects, in the person's language: "In all images, keep the 10 artifacts pushed last with a tag like v*".
Sentence sentenceOf(const CleanupRule &rule);
Sentence sentenceOf(const ProtectionRule &rule);

/// What pattern a person sees as several: "{a,b}" as "a" and "b"; others as they are.
QStringList alternativesOf(const QString &pattern);

/// Why an artifact stays or goes: "policy 1, one of the 10 pushed last". The policies are those that were judged by; where they are not known,
/// what the entry itself tells.
QString reasonOf(const CleanupEntry &entry, const std::vector<CleanupRule> &rules, const std::vector<ProtectionRule> &protection);

/// "Keep: …", "Delete: …" for what would be, "Kept: …", "Deleted: …" for what was.
QString verdictWords(const CleanupEntry &entry, const QString &reason, bool hasHappened);

/// "frees 3.4 GB", "frees up to 3.4 GB", "frees at least 3.4 GB".
QString freedWords(const CleanupPreview &preview);
/// The same without the verb.
QString freedSize(const CleanupPreview &preview);

} // namespace berth
