// SPDX-License-Identifier: Apache-2.0
#include "desktop/policies/PreviewPanel.h"

#include <QHBoxLayout>
#include <QHash>
#include <QPainter>
#include <QVBoxLayout>

#include "desktop/lists/RichList.h"
#include "desktop/parts/Buttons.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/StackBar.h"
#include "desktop/policies/PolicySentence.h"

namespace berth {

void setShares(StackBar &bar, const CleanupSums &sums)
{
    const double total = double(qMax<qint64>(1, sums.total));
    QList<std::pair<double, StackBar::Fill>> parts;
    if (sums.kept > 0)
        parts.emplaceBack(double(sums.kept + sums.failed) / total, StackBar::Fill::Accent);
    if (sums.shielded > 0)
        parts.emplaceBack(double(sums.shielded) / total, StackBar::Fill::Protected);
    if (sums.deleted > 0)
        parts.emplaceBack(double(sums.deleted) / total, StackBar::Fill::Deleted);
    bar.setParts(parts, !parts.isEmpty());
}

PreviewPanel::PreviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_sum(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_bar(new StackBar(10, tr("Shares of what stays and goes"), this))
    , m_noteGlyph(new QLabel(this))
    , m_note(makeLabel({}, TextRole::Caption, Shade::Text2, this))
    , m_list(new RichList(tr("Preview"), this))
{
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Preview"), TextRole::BodyStrong, Shade::Text, this));
    head->addStretch(1);
    head->addWidget(m_sum);
    m_note->setWordWrap(true);
    auto *note = new QHBoxLayout;
    note->setSpacing(6);
    note->addWidget(m_noteGlyph, 0, Qt::AlignTop);
    note->addWidget(m_note, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addLayout(note);
    column->addWidget(m_list, 1);
    m_list->setMinimumHeight(240);
    setNote({});
}

void PreviewPanel::paintEvent(QPaintEvent *) { QPainter(this).fillRect(QRect(0, 0, 1, height()), Theme::current().line); }

void PreviewPanel::setNote(const QString &note, bool isError)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_noteGlyph->setVisible(!note.isEmpty());
    m_noteGlyph->setPixmap(icon(isError ? "error" : "info", isError ? Tint::Danger : Tint::Accent).pixmap(QSize(14, 14), devicePixelRatioF()));
}

void PreviewPanel::setSum(const QString &sum, bool isDangerous)
{
    m_sum->setText(sum);
    m_sum->setProperty("shade", shadeName(isDangerous ? Shade::Danger : Shade::Text2));
}

void PreviewPanel::setBar(const CleanupSums &sums)
{
    m_bar->show();
    setShares(*m_bar, sums);
}

void PreviewPanel::hideBar() { m_bar->hide(); }

void PreviewPanel::showCleanup(const CleanupPreview &preview, const std::vector<CleanupRule> &rules, const std::vector<ProtectionRule> &protection)
{
    using Outcome = CleanupEntry::Outcome;
    const qint64 stays = preview.sums.total - preview.sums.deleted;
    setSum(tr("keeps %1, deletes %2, %3", "numbers, frees a size").arg(stays).arg(preview.sums.deleted).arg(freedWords(preview)),
        stays == preview.sums.shielded && preview.sums.deleted > 0);
    setBar(preview.sums);
    QHash<QString, CleanupSums> sums;
    for (const auto &image : preview.images)
        sums.insert(image.image, image.sums);
    QList<RichRow> rows;
    QString image;
    for (const auto &entry : preview.entries) {
        if (rows.isEmpty() || entry.image != image) {
            image = entry.image;
            const auto own = sums.value(image);
            RichRow heading;
            heading.key = image;
            heading.isHeading = true;
            heading.title = image;
            heading.right = tr("%1, %2", "17 artifacts, 7 go").arg(tr("%n artifacts", nullptr, int(own.total)), tr("%n go", nullptr, int(own.deleted)));
            rows << heading;
        }
        const bool goes = entry.outcome == Outcome::Deleted;
        RichRow row;
        row.key = image + QLatin1Char('\n') + entry.digest;
        row.lead = RichRow::Lead::Glyph;
        row.glyph = goes ? "trash" : entry.outcome == Outcome::Protected ? "lock" : entry.outcome == Outcome::Kept ? "check" : "error";
        row.tint = goes || entry.outcome == Outcome::Failed ? Tint::Danger : entry.outcome == Outcome::Protected ? Tint::Protected : Tint::Ok;
        row.title = entry.name();
        row.isMono = entry.tags.isEmpty();
        row.second = verdictWords(entry, reasonOf(entry, rules, protection), false);
        row.secondShade = goes ? Shade::Danger : Shade::Text2;
        row.right = dateText(entry.pushed);
        rows << row;
    }
    if (preview.entries.size() < preview.sums.total) {
        RichRow rest;
        rest.key = QStringLiteral("\n");
        rest.isHeading = true;
        rest.title = tr("and %n more artifacts", nullptr, int(preview.sums.total - preview.entries.size()));
        rows << rest;
    }
    m_list->setRows(rows);
}

} // namespace berth
