// SPDX-License-Identifier: Apache-2.0
#include "desktop/policies/PolicySentence.h"

#include <QCoreApplication>

#include "core/SizeText.h"
#include "desktop/parts/DateText.h"

namespace berth {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PolicySentence)
};

/// "a", "b" or "c", as chips.
Sentence anyOf(const QStringList &patterns)
{
    Sentence sentence = Sentence::chip(patterns.first());
    for (qsizetype i = 1; i < patterns.size(); ++i)
        sentence = Sentence::of(
            i + 1 == patterns.size() ? Words::tr("%1 or %2", "patterns") : Words::tr("%1, %2", "patterns"), {sentence, Sentence::chip(patterns.at(i))});
    return sentence;
}

bool isLiteral(const QString &pattern)
{
    for (const auto special : {u'*', u'?', u'[', u'{', u'\\'}) {
        if (pattern.contains(special))
            return false;
    }
    return true;
}

Sentence imagesOf(const NameSelector &images)
{
    const QString pattern = QString::fromStdString(images.pattern);
    const bool isAll = pattern.isEmpty() || pattern == QLatin1String("**");
    if (isAll)
        return images.excludes ? Sentence::strong(Words::tr("no image")) : Sentence::strong(Words::tr("all images"));
    const auto named = anyOf(alternativesOf(pattern));
    return images.excludes ? Sentence::of(Words::tr("%1 but %2", "all images, patterns"), {Sentence::strong(Words::tr("all images")), named}) : named;
}

/// Which of the artifacts, by their tags: follows what is kept of them.
Sentence tagsOf(const TagSelector &tags)
{
    const QString pattern = QString::fromStdString(tags.pattern);
    const auto patterns = alternativesOf(pattern);
    const bool isAll = pattern.isEmpty() || pattern == QLatin1String("**");
    if (isAll && !tags.excludes)
        return Sentence(tags.untagged ? Words::tr("tagged or not") : Words::tr("with any tag"));
    if (isAll)
        return Sentence(tags.untagged ? Words::tr("of those that nothing can match") : Words::tr("without a tag"));
    const auto named = anyOf(patterns);
    if (tags.excludes)
        return Sentence::of(tags.untagged ? Words::tr("with a tag other than %1") : Words::tr("with a tag other than %1 or without a tag"), {named});
    const bool isPlain = std::all_of(patterns.begin(), patterns.end(), isLiteral);
    if (isPlain)
        return Sentence::of(tags.untagged ? Words::tr("tagged %1 or without a tag") : Words::tr("tagged %1"), {named});
    return Sentence::of(tags.untagged ? Words::tr("with a tag like %1 or without a tag") : Words::tr("with a tag like %1"), {named});
}

Sentence keptOf(const CleanupRule &rule)
{
    const int number = int(rule.number);
    switch (rule.keep) {
    case Keep::Always: return Sentence::strong(Words::tr("all artifacts"));
    case Keep::LatestPushed: return Sentence::strong(Words::tr("%n artifacts pushed last", nullptr, number));
    case Keep::LatestPulled: return Sentence::strong(Words::tr("%n artifacts pulled last", nullptr, number));
    case Keep::PushedWithin: return Sentence::strong(Words::tr("pushed within %n days", nullptr, number));
    case Keep::PulledWithin: break;
    }
    return Sentence::strong(Words::tr("pulled within %n days", nullptr, number));
}

QString patternOf(const CleanupEntry &entry, const std::vector<ProtectionRule> &protection)
{
    return entry.rule >= 0 && entry.rule < int(protection.size()) ? QString::fromStdString(protection[std::size_t(entry.rule)].tags.pattern) : QString();
}

QString keptBy(const CleanupEntry &entry, const std::vector<CleanupRule> &rules)
{
    if (!entry.message.isEmpty())
        return entry.message;
    if (entry.rule < 0 || entry.rule >= int(rules.size()))
        return Words::tr("a policy keeps it");
    const auto &rule = rules[std::size_t(entry.rule)];
    const QString place = Words::tr("policy %1").arg(entry.rule + 1);
    const int number = int(rule.number);
    switch (rule.keep) {
    case Keep::Always: return Words::tr("%1, all of these", "policy 3").arg(place);
    case Keep::LatestPushed: return Words::tr("%1, of the %n pushed last", "policy 3", number).arg(place);
    case Keep::LatestPulled: return Words::tr("%1, of the %n pulled last", "policy 3", number).arg(place);
    case Keep::PushedWithin: return Words::tr("%1, pushed %2", "policy 3, date").arg(place, dateText(entry.pushed));
    case Keep::PulledWithin: break;
    }
    return Words::tr("%1, pulled %2", "policy 3, date").arg(place, dateText(entry.pulled));
}

} // namespace

QStringList alternativesOf(const QString &pattern)
{
    const bool isList = pattern.size() > 2 && pattern.startsWith(QLatin1Char('{')) && pattern.endsWith(QLatin1Char('}'));
    const QString inner = pattern.mid(1, pattern.size() - 2);
    if (!isList || inner.contains(QLatin1Char('{')) || inner.contains(QLatin1Char('}')) || inner.contains(QLatin1Char('\\'))
        || inner.contains(QLatin1Char('[')))
        return {pattern};
    const auto parts = inner.split(QLatin1Char(','));
    return parts.contains(QString()) ? QStringList{pattern} : parts;
}

Sentence sentenceOf(const CleanupRule &rule)
{
    const QList<Sentence> values{imagesOf(rule.images), keptOf(rule), tagsOf(rule.tags)};
    switch (rule.keep) {
    case Keep::Always: return Sentence::of(Words::tr("In %1, keep %2 %3", "images, all artifacts, tagged or not"), values);
    case Keep::LatestPushed:
    case Keep::LatestPulled: return Sentence::of(Words::tr("In %1, keep the %2 %3", "images, 3 artifacts pushed last, tagged or not"), values);
    case Keep::PushedWithin:
    case Keep::PulledWithin: break;
    }
    return Sentence::of(Words::tr("In %1, keep artifacts %2 %3", "images, pulled within 3 days, tagged or not"), values);
}

Sentence sentenceOf(const ProtectionRule &rule)
{
    const QString pattern = QString::fromStdString(rule.tags.pattern);
    const auto patterns = alternativesOf(pattern);
    const auto images = imagesOf(rule.images);
    const bool isAll = pattern.isEmpty() || pattern == QLatin1String("**");
    if (isAll) {
        const auto all = Sentence::strong(rule.tags.excludes ? Words::tr("artifacts without a tag") : Words::tr("all tags"));
        return Sentence::of(Words::tr("In %1, %2 cannot be changed or deleted", "images, all tags"), {images, all});
    }
    const auto named = anyOf(patterns);
    if (rule.tags.excludes)
        return Sentence::of(Words::tr("In %1, tags other than %2, and what has no tag, cannot be changed or deleted", "images, patterns"), {images, named});
    const bool isPlain = std::all_of(patterns.begin(), patterns.end(), isLiteral);
    return Sentence::of(isPlain ? Words::tr("In %1, the tag %2 cannot be changed or deleted", "images, names")
                                : Words::tr("In %1, tags like %2 cannot be changed or deleted", "images, patterns"),
        {images, named});
}

QString reasonOf(const CleanupEntry &entry, const std::vector<CleanupRule> &rules, const std::vector<ProtectionRule> &protection)
{
    using Outcome = CleanupEntry::Outcome;
    switch (entry.outcome) {
    case Outcome::Kept: return keptBy(entry, rules);
    case Outcome::Protected: {
        const QString pattern = patternOf(entry, protection);
        return pattern.isEmpty() ? Words::tr("protected") : Words::tr("protected by “%1”").arg(pattern);
    }
    case Outcome::Failed: return entry.message.isEmpty() ? Words::tr("the server could not delete it") : entry.message;
    case Outcome::Gone: return entry.message.isEmpty() ? Words::tr("it was gone already") : entry.message;
    case Outcome::Deleted: break;
    }
    const bool isUntagged = entry.tags.isEmpty() && entry.tagCount <= 0;
    if (isUntagged)
        return entry.pulled.isValid() ? Words::tr("no policy keeps it, untagged") : Words::tr("no policy keeps it, untagged, never pulled");
    return entry.pulled.isValid() ? Words::tr("no policy keeps it, last pulled %1").arg(dateText(entry.pulled)) : Words::tr("no policy keeps it, never pulled");
}

QString verdictWords(const CleanupEntry &entry, const QString &reason, bool hasHappened)
{
    using Outcome = CleanupEntry::Outcome;
    switch (entry.outcome) {
    case Outcome::Kept:
    case Outcome::Protected: return (hasHappened ? Words::tr("Kept: %1") : Words::tr("Keep: %1")).arg(reason);
    case Outcome::Failed: return Words::tr("Not deleted: %1").arg(reason);
    case Outcome::Gone: return Words::tr("Gone: %1").arg(reason);
    case Outcome::Deleted: break;
    }
    return (hasHappened ? Words::tr("Deleted: %1") : Words::tr("Delete: %1")).arg(reason);
}

QString freedSize(const CleanupPreview &preview)
{
    if (preview.sums.deleted == 0)
        return sizeText(0);
    if (preview.leastBytes != preview.mostBytes)
        return Words::tr("up to %1", "size").arg(sizeText(preview.mostBytes));
    return preview.isPartial ? Words::tr("at least %1", "size").arg(sizeText(preview.leastBytes)) : sizeText(preview.leastBytes);
}

QString freedWords(const CleanupPreview &preview) { return Words::tr("frees %1", "size, up to a size").arg(freedSize(preview)); }

} // namespace berth
