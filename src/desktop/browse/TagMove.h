// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

#include <QCoroTask>

#include "client/roles/Types.h"
#include "core/Result.h"

class QGridLayout;

namespace berth {

class Banner;
class Session;

/// Makes `tag` name the manifest `to`, by pushing its bytes again under the tag. Conflict if the tag no longer names `from`; a refusal
/// teaches the session what the role may not do.
QCoro::Task<Result<void>> moveTag(QPointer<Session> session, QString repository, QString tag, QString from, QString to);

/// What moving a tag means: from which artifact to which, both digests, and what their tags are before and after.
class TagMoveCard : public QWidget {
    Q_OBJECT

public:
    explicit TagMoveCard(QWidget *parent = nullptr);

    void show(const QString &tag, const ArtifactSummary &now, const ArtifactSummary &then);

private:
    Banner *m_banner;
    QGridLayout *m_rows;
};

/// "v2.14.0, latest and 3 more"; empty for none.
QString tagsText(const ArtifactSummary &artifact);

} // namespace berth
