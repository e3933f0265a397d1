// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/TagHistoryPanel.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include "core/ErrorText.h"
#include "desktop/lists/RichList.h"
#include "desktop/parts/Buttons.h"
#include "desktop/parts/DateText.h"
#include "desktop/sessions/Session.h"

namespace berth {

namespace {

QString shortDigest(const QString &digest) { return digest.section(QLatin1Char(':'), 1).left(12); }

Sentence sentenceOf(const TagHistoryEntry &change)
{
    const auto now = Sentence::chip(shortDigest(change.digest));
    const auto former = Sentence::chip(shortDigest(change.formerDigest));
    if (change.digest.isEmpty())
        return Sentence::of(TagHistoryPanel::tr("Deleted; it was on %1"), {former});
    if (change.formerDigest.isEmpty())
        return Sentence::of(TagHistoryPanel::tr("Put on %1; it was new"), {now});
    return change.digest == change.formerDigest ? Sentence::of(TagHistoryPanel::tr("Pushed again on %1"), {now})
                                                : Sentence::of(TagHistoryPanel::tr("Moved from %1 to %2"), {former, now});
}

} // namespace

TagHistoryPanel::TagHistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_note(makeLabel({}, TextRole::Body, Shade::Text3, this))
    , m_list(new RichList(tr("History of the tag"), this))
    , m_loader(this,
          {[this](const QList<TagHistoryEntry> &changes) { add(changes, true); }, [this](const QList<TagHistoryEntry> &changes) { add(changes, false); },
              [this](const Error &error) {
                  m_note->setText(tr("The history could not be read. %1").arg(errorText(error)));
                  m_note->show();
              },
              [](bool) {}})
{
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 14, 4);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_list, 1);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const auto *scroll = m_list->verticalScrollBar();
        if (value > scroll->maximum() - scroll->pageStep())
            m_loader.more();
    });
}

TagHistoryPanel::~TagHistoryPanel() { m_loader.stop(); }

void TagHistoryPanel::setTag(Session *session, const QString &registry, const QString &image, const QString &tag)
{
    if (session == m_session && registry == m_registry && image == m_image && tag == m_tag)
        return;
    m_session = session;
    m_registry = registry;
    m_image = image;
    m_tag = tag;
    m_changes.clear();
    m_list->setRows({});
    refresh();
}

void TagHistoryPanel::refresh()
{
    m_loader.stop();
    m_title->setText(m_tag.isEmpty() ? QString() : tr("History of %1").arg(m_tag));
    m_title->setVisible(!m_tag.isEmpty());
    m_note->setText(m_tag.isEmpty() ? tr("Select a tag to see where it was") : QString());
    m_note->setVisible(m_tag.isEmpty());
    if (m_tag.isEmpty() || !m_session || !m_session->isConnected())
        return;
    m_loader.start(
        [session = m_session, registry = m_registry, image = m_image, tag = m_tag](const QString &cursor) {
            auto *history = session ? session->as<TagHistory>() : nullptr;
            return history ? history->tagHistory(registry, image, tag, cursor) : cancelledPage<TagHistoryEntry>();
        },
        m_changes.size());
}

void TagHistoryPanel::add(const QList<TagHistoryEntry> &changes, bool isFirst)
{
    m_changes = isFirst ? changes : m_changes + changes;
    QList<RichRow> rows;
    for (const auto &change : std::as_const(m_changes)) {
        RichRow row;
        row.key = rowKey(change);
        row.lead = RichRow::Lead::Glyph;
        row.glyph = change.digest.isEmpty() ? "trash" : "tag";
        row.title = sentenceOf(change);
        const QString who = change.actor.isEmpty() ? tr("the server itself") : change.actor;
        row.second = change.source.isEmpty() ? who : tr("%1, from %2", "who, address").arg(who, change.source);
        row.right = dateText(change.at);
        rows << row;
    }
    m_list->setRows(rows);
    m_note->setText(rows.isEmpty() ? tr("Nothing is kept of it. The server's settings say for how many days it keeps this.") : QString());
    m_note->setVisible(rows.isEmpty());
}

} // namespace berth
