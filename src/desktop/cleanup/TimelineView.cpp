// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/TimelineView.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "core/SizeText.h"
#include "desktop/parts/DateText.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/Icons.h"
#include "desktop/style/Theme.h"

namespace berth {

namespace {

constexpr int stayingAtFirst = 3; ///< Of each image; the rest is a number.
constexpr int rightMargin = 26;
constexpr int barWidth = 10;
constexpr int barsHeight = 70;

void paintHatched(QPainter &painter, const QRect &rect)
{
    const Theme &t = Theme::current();
    paintRounded(&painter, rect, 3, t.danger);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect.adjusted(1, 1, -1, -1));
    painter.setPen(QPen(t.dangerSoft, 1.2));
    for (int y = rect.top(); y < rect.bottom() + rect.width(); y += 5)
        painter.drawLine(rect.left(), y, rect.right(), y - rect.width());
    painter.restore();
}

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("Arrow keys go from run to run. The table shows the same."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void TimelineView::setData(const TimelineData &timeline, const QDateTime &now, int days)
{
    m_data = timeline;
    m_now = now;
    m_days = days;
    if (!m_data.runs.contains(m_chosen))
        m_chosen = m_data.runs.isEmpty() ? QDateTime() : m_data.runs.firstKey();
    layOut();
    updateGeometry();
    update();
    Q_EMIT chosenChanged();
}

void TimelineView::choose(const QDateTime &run)
{
    if (run == m_chosen || !m_data.runs.contains(run))
        return;
    m_chosen = run;
    update();
    Q_EMIT chosenChanged();
}

void TimelineView::layOut()
{
    m_lines.clear();
    for (int i = 0; i < m_data.lanes.size();) {
        const QString image = m_data.lanes.at(i).entry.image;
        const int heading = int(m_lines.size());
        m_lines << Line{Line::Kind::Heading, -1, image};
        int going = 0, all = 0, hidden = 0;
        for (; i < m_data.lanes.size() && m_data.lanes.at(i).entry.image == image; ++i, ++all) {
            const bool goes = m_data.lanes.at(i).goes.isValid();
            going += goes;
            if (!goes && all - going >= stayingAtFirst)
                ++hidden;
            else
                m_lines << Line{Line::Kind::Lane, i, m_data.lanes.at(i).entry.name()};
        }
        m_lines[heading].note = tr("%1, %2", "17 artifacts, 8 go").arg(tr("%n artifacts", nullptr, all), tr("%n go", nullptr, going));
        if (hidden > 0)
            m_lines << Line{Line::Kind::More, -1, tr("%n more stay", nullptr, hidden)};
    }
}

int TimelineView::lineHeight() const { return qMax(25, fontMetrics().height() + 7); }
int TimelineView::chartHeight() const { return barsHeight + 2 * fontMetrics().height() + 22; }
int TimelineView::labelWidth() const { return qBound(110, width() / 5, 190); }
QSize TimelineView::sizeHint() const { return {640, chartHeight() + int(m_lines.size()) * lineHeight() + 8}; }

int TimelineView::xOf(const QDateTime &time) const
{
    const int left = labelWidth();
    const int room = width() - left - rightMargin;
    return left + int(double(room) * double(qMax<qint64>(0, m_now.msecsTo(time))) / (double(m_days) * 24 * 3600 * 1000));
}

void TimelineView::paintChart(QPainter &painter) const
{
    const Theme &t = Theme::current();
    const auto caption = fontFor(TextRole::Caption);
    painter.setFont(caption);
    const auto metrics = painter.fontMetrics();
    const int top = metrics.height() + 8;
    const int floor = top + barsHeight;
    painter.setPen(t.text2);
    painter.drawText(QRect(0, top, labelWidth() - 40, barsHeight), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, tr("Size of what goes in a run"));
    painter.fillRect(QRect(labelWidth(), floor, width() - labelWidth() - rightMargin, 1), t.line2);
    qint64 most = 1;
    for (const auto &run : m_data.runs)
        most = qMax(most, run.bytes);
    int freeFrom = 0;
    int freeFromDay = 0;
    for (const auto &run : m_data.runs) {
        const int high = qMax(4, int(double(barsHeight) * double(run.bytes) / double(most)));
        const int x = xOf(run.at);
        const QRect bar(x - barWidth / 2, floor - high, barWidth, high);
        const bool isChosen = run.at == m_chosen;
        const int ring = qMax(32, qMax(metrics.horizontalAdvance(sizeText(run.bytes)), metrics.horizontalAdvance(QStringLiteral("00-00"))) + 12);
        if (isChosen)
            paintRounded(&painter, QRect(x - ring / 2, 2, ring, floor + metrics.height() + 6), 6, {}, hasFocus() ? t.accent : t.border, 2);
        paintHatched(painter, bar);
        const QString size = sizeText(run.bytes);
        const int wide = metrics.horizontalAdvance(size);
        if (isChosen || x - wide / 2 > freeFrom) {
            painter.setPen(isChosen ? t.text : t.text2);
            painter.drawText(QRect(x - wide / 2 - 2, bar.top() - metrics.height() - 1, wide + 4, metrics.height()), Qt::AlignCenter, size);
            freeFrom = x + wide / 2 + 6;
        }
        const QString day = QLocale().toString(run.at.toLocalTime().date(), QStringLiteral("MM-dd"));
        const int dayWidth = metrics.horizontalAdvance(day);
        if (x - dayWidth / 2 > freeFromDay) {
            painter.setPen(t.text2);
            painter.drawText(QRect(x - dayWidth / 2 - 2, floor + 4, dayWidth + 4, metrics.height()), Qt::AlignCenter, day);
            freeFromDay = x + dayWidth / 2 + 6;
        }
    }
    if (m_data.runs.isEmpty()) {
        painter.setPen(t.text3);
        painter.drawText(QRect(labelWidth(), top, width() - labelWidth() - rightMargin, barsHeight), Qt::AlignCenter, tr("Nothing goes in these days"));
    }
}

void TimelineView::paintLane(QPainter &painter, const TimelineData::Lane &lane, const QRect &rect) const
{
    const Theme &t = Theme::current();
    const int left = labelWidth();
    const bool goes = lane.goes.isValid();
    const bool isChosen = goes && lane.goes == m_chosen;
    if (isChosen)
        paintRounded(&painter, rect.adjusted(-6, 0, 0, -1), 5, t.accentSoft);
    painter.setFont(lane.entry.tags.isEmpty() ? fontFor(TextRole::Mono) : font());
    painter.setPen(t.text);
    const QRect label(rect.left() + 10, rect.top(), left - rect.left() - 20, rect.height());
    painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(lane.entry.name(), Qt::ElideMiddle, label.width()));
    const int end = goes ? qMax(left + 3, xOf(lane.goes) - 8) : width() - rightMargin;
    const QRect bar(left, rect.top() + 2, qMax(3, end - left), rect.height() - 5);
    const bool isProtected = lane.entry.outcome == CleanupEntry::Outcome::Protected;
    QColor ground = goes ? (isChosen ? t.accentSoft2 : t.fill) : t.accentSoft;
    QColor edge = goes ? t.border : t.accent;
    if (isProtected) {
        edge = t.protectedKept;
        ground = edge;
        ground.setAlphaF(0.16F);
    }
    paintRounded(&painter, bar, 4, ground);
    paintRounded(&painter, QRect(bar.left(), bar.top(), 3, bar.height()), 1.5, edge);
    painter.setFont(fontFor(TextRole::Caption));
    const auto metrics = painter.fontMetrics();
    painter.setPen(goes ? t.text2 : t.text);
    if (!goes) {
        painter.drawText(bar.adjusted(10, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(lane.reason, Qt::ElideRight, bar.width() - 14));
        paintIcon(&painter, {width() - 20, bar.center().y() - 7, 14, 14}, isProtected ? "lock" : "chevron-right", isProtected ? Tint::Protected : Tint::Accent);
        return;
    }
    paintIcon(&painter, {end + 1, bar.center().y() - 7, 14, 14}, "trash", Tint::Danger);
    const int behind = width() - end - 24;
    const int before = bar.width() - 14;
    if (behind > before)
        painter.drawText(
            QRect(end + 22, bar.top(), behind, bar.height()), Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(lane.reason, Qt::ElideRight, behind));
    else
        painter.drawText(bar.adjusted(10, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(lane.reason, Qt::ElideRight, before));
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    const int high = lineHeight();
    const int top = chartHeight();
    if (event->rect().top() < top)
        paintChart(painter);
    for (int i = qMax(0, (event->rect().top() - top) / high); i < m_lines.size(); ++i) {
        const QRect rect(6, top + i * high, width() - 6, high);
        if (rect.top() > event->rect().bottom())
            break;
        const auto &line = m_lines.at(i);
        switch (line.kind) {
        case Line::Kind::Lane: paintLane(painter, m_data.lanes.at(line.lane), rect); break;
        case Line::Kind::Heading:
            painter.setFont(fontFor(TextRole::BodyStrong));
            painter.setPen(t.text2);
            painter.drawText(QRect(rect.left() - 6, rect.top(), labelWidth() - 8, high), Qt::AlignVCenter | Qt::AlignLeft,
                painter.fontMetrics().elidedText(line.text, Qt::ElideMiddle, labelWidth() - 8));
            painter.setFont(fontFor(TextRole::Caption));
            painter.drawText(QRect(labelWidth() + 6, rect.top(), width() - labelWidth() - 6, high), Qt::AlignVCenter | Qt::AlignLeft, line.note);
            break;
        case Line::Kind::More:
            painter.setFont(fontFor(TextRole::Caption));
            painter.setPen(t.text3);
            painter.drawText(rect.adjusted(10, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, line.text);
            break;
        }
    }
}

const TimelineData::Run *TimelineView::runAt(int x) const
{
    const TimelineData::Run *nearest = nullptr;
    int distance = 18;
    for (const auto &run : m_data.runs) {
        if (const int own = qAbs(xOf(run.at) - x); own < distance) {
            distance = own;
            nearest = &run;
        }
    }
    return nearest;
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    const int y = int(event->position().y());
    if (y < chartHeight()) {
        if (const auto *run = runAt(int(event->position().x())))
            choose(QDateTime(run->at));
        return;
    }
    const int line = (y - chartHeight()) / lineHeight();
    if (line < m_lines.size() && m_lines.at(line).kind == Line::Kind::Lane)
        choose(QDateTime(m_data.lanes.at(m_lines.at(line).lane).goes));
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const auto runs = m_data.runs.keys();
    const auto at = runs.indexOf(m_chosen);
    const bool isRight = event->key() == Qt::Key_Right;
    if ((isRight || event->key() == Qt::Key_Left) && !runs.isEmpty())
        choose(runs.at(qBound<qsizetype>(0, at + (isRight ? 1 : -1), runs.size() - 1)));
    else
        QWidget::keyPressEvent(event);
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = (help->pos().y() - chartHeight()) / lineHeight();
    if (help->pos().y() >= chartHeight() && line < m_lines.size() && m_lines.at(line).kind == Line::Kind::Lane) {
        const auto &lane = m_data.lanes.at(m_lines.at(line).lane);
        QToolTip::showText(help->globalPos(),
            lane.goes.isValid() ? tr("%1 goes %2: %3").arg(lane.entry.name(), dateTextWithUtc(lane.goes), lane.reason)
                                : tr("%1 stays: %2").arg(lane.entry.name(), lane.reason),
            this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

} // namespace berth
