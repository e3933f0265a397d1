// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

#include "client/roles/Types.h"
#include "desktop/sessions/Session.h"

namespace berth {

class ArtifactContent;

/// What the details are about: the one row that is selected, or nothing.
struct Subject {
    enum class Kind { None = 0, Registry = 1, Image = 2, Artifact = 4 };
    Q_DECLARE_FLAGS(Kinds, Kind)

    Kind kind = Kind::None;
    QPointer<Session> session = {};
    RegistrySummary registry = {}; ///< Of a registry.
    ImageSummary image = {};       ///< Of an image, and the one that holds the artifact: then with its names only.
    ArtifactSummary artifact = {};
    QString platformDigest = {}; ///< Which platform of the artifact the row is; empty: itself.
    QString tag = {};            ///< Which of its tags the row is; empty: none.

    /// Of the platform, else of the artifact.
    QString digest() const { return platformDigest.isEmpty() ? artifact.digest : platformDigest; }
    /// "host/registry/image".
    QString imageAddress() const;
    /// What a pull names: the row's tag, or the artifact's first one; empty if there is only the digest.
    QString pullTag() const { return !tag.isEmpty() ? tag : platformDigest.isEmpty() ? artifact.tags.value(0) : QString(); }
    /// "host/registry/image:tag", or with the digest.
    QString reference() const;
};

/// A tab of the details below the table. Shows one subject after the other, none of an earlier one for a later one.
class DetailPage : public QWidget {
    Q_OBJECT

public:
    explicit DetailPage(QWidget *parent);

    /// Subject::Kind::None empties it.
    virtual void setSubject(const Subject &subject) = 0;
    /// Fetches anew what it shows and keeps selection and scroll position.
    virtual void refresh() { }
    /// What Copy takes of it; empty: nothing.
    virtual QString reference() const { return {}; }
    /// The tags that are selected in it.
    virtual QStringList selectedTags() const { return {}; }

Q_SIGNALS:
    /// What stands beside its title now; empty: nothing.
    void countChanged(const QString &count);
    /// What lies in the registry changed by what was done here.
    void contentChanged();
    void createTagRequested();
    void moveTagRequested(const QString &tag);
    void deleteTagsRequested(const QStringList &tags);
};

/// What detail pages share; all borrowed, and there as long as they are.
struct DetailContext {
    ArtifactContent &content; ///< Of the artifact in front.
};

/// A row of shell/Features.
struct DetailFeature {
    QString id;        ///< Stable: settings name it.
    const char *title; ///< English; QT_TRANSLATE_NOOP("Features", …).
    Subject::Kinds of; ///< What it can be about.
    std::function<DetailPage *(DetailContext &context, QWidget *parent)> make; ///< The parent's.
    /// Whether this subject has it; null: each of its kinds.
    std::function<bool(const Subject &)> offered = {};
    /// Why this person may not see it, in a sentence, which greys its tab; null: everyone may.
    std::function<QString(const Subject &)> refusal = {};
    /// Beside the title, where it is known before the page is looked at; null or empty: nothing.
    std::function<QString(const Subject &)> count = {};
    bool isOfPlatform = false; ///< It shows one platform of an index, which is chosen beside the tabs.

    QString text() const { return QCoreApplication::translate("Features", title); }
    bool isFor(const Subject &subject) const { return of.testFlag(subject.kind) && (!offered || offered(subject)); }
    QString whyNot(const Subject &subject) const { return refusal ? refusal(subject) : QString(); }
};

} // namespace berth
