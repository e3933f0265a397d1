// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/TagMove.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/Ask.h"

namespace berth {

QCoro::Task<Result<void>> moveTag(QPointer<Session> session, QString repository, QString tag, QString from, QString to)
{
    if (!session || !session->registryClient())
        co_return closedMeanwhile();
    // A session that goes ends its calls with Cancelled, so that after one that did not fail it is still there.
    const auto now = co_await session->registryClient()->digestOfTag(repository, tag);
    if (!now)
        co_return tl::unexpected(now.error());
    if (now->isEmpty())
        co_return fail(ErrorCode::Conflict, TagMoveCard::tr("The tag %1 was deleted meanwhile. Create it instead.").arg(tag).toStdString());
    if (*now != from)
        co_return fail(ErrorCode::Conflict,
            TagMoveCard::tr("The tag %1 was moved meanwhile, to %2. Look again before you move it.")
                .arg(tag, now->section(QLatin1Char(':'), 1).left(12))
                .toStdString());
    const auto manifest = co_await session->registryClient()->fetchManifest(repository, to);
    if (!manifest)
        co_return tl::unexpected(manifest.error());
    const auto done = co_await session->registryClient()->pushManifest(repository, tag, manifest->bytes, manifest->mediaType);
    if (!done && session)
        session->learn(Deed::Push, done.error());
    co_return done;
}

QString tagsText(const ArtifactSummary &artifact)
{
    if (artifact.tags.isEmpty())
        return {};
    const QStringList first = artifact.tags.mid(0, 4);
    const int more = int(qMax<qint64>(artifact.tagCount, artifact.tags.size()) - first.size());
    return more > 0 ? TagMoveCard::tr("%1 and %n more", nullptr, more).arg(first.join(QStringLiteral(", "))) : first.join(QStringLiteral(", "));
}

TagMoveCard::TagMoveCard(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
    , m_rows(new QGridLayout)
{
    m_rows->setHorizontalSpacing(20);
    m_rows->setVerticalSpacing(6);
    m_rows->setColumnStretch(2, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addLayout(m_rows);
}

void TagMoveCard::show(const QString &tag, const ArtifactSummary &now, const ArtifactSummary &then)
{
    m_banner->show(Banner::Kind::Warn,
        now.pushed.isValid() ? tr("%1 is on %2, pushed %3").arg(tag, now.shortDigest(), dateText(now.pushed)) : tr("%1 is on %2").arg(tag, now.shortDigest()),
        tr("Creating never moves a tag. Move it if that is what you want: whoever pulls %1 then gets the other artifact.").arg(tag));
    while (auto *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    ArtifactSummary after = then;
    after.tags.append(tag);
    after.tagCount = after.tagCount < 0 ? -1 : after.tagCount + 1;
    const auto addRow = [this](int row, const QString &label, const ArtifactSummary &artifact) {
        auto *digest = new ElidedLabel(artifact.digest, TextRole::Mono, Shade::Text, this);
        digest->setFixedWidth(digest->fontMetrics().horizontalAdvance(QLatin1Char('0')) * 30); // both ends; the whole is in the tooltip
        digest->setAccessibleName(label);
        auto *tags = makeLabel(tagsText(artifact), TextRole::Body, Shade::Text2, this);
        tags->setWordWrap(true);
        m_rows->addWidget(makeLabel(label, TextRole::Body, Shade::Text3, this), row, 0, Qt::AlignTop);
        m_rows->addWidget(digest, row, 1, Qt::AlignTop);
        m_rows->addWidget(tags, row, 2);
    };
    addRow(0, tr("Now"), now);
    addRow(1, tr("Then"), after);
    QWidget::show();
}

} // namespace berth
