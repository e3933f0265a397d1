// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/Sentence.h"

#include <QFontMetrics>
#include <QPainter>

#include "desktop/style/BerthStyle.h"
#include "desktop/style/Theme.h"

namespace berth {

namespace {

constexpr int chipPadding = 6;
constexpr int lineGap = 7;

QFont fontOf(Sentence::Part::Kind kind, const QFont &font)
{
    if (kind == Sentence::Part::Kind::Chip)
        return fontFor(TextRole::Mono);
    QFont own = font;
    if (kind == Sentence::Part::Kind::Strong)
        own.setWeight(QFont::DemiBold);
    return own;
}

int lineHeight(const QFont &font) { return QFontMetrics(font).height() + lineGap; }

} // namespace

/// A word or a chip in its place.
struct Sentence::Piece {
    Part::Kind kind;
    QString text;
    int x;
    int width;
    int line;
};

Sentence::Sentence(const QString &plain)
{
    if (!plain.isEmpty())
        m_parts << Part{Part::Kind::Plain, plain};
}

Sentence Sentence::strong(const QString &text)
{
    Sentence sentence;
    sentence.m_parts << Part{Part::Kind::Strong, text};
    return sentence;
}

Sentence Sentence::chip(const QString &text)
{
    Sentence sentence;
    sentence.m_parts << Part{Part::Kind::Chip, text};
    return sentence;
}

Sentence Sentence::of(const QString &pattern, const QList<Sentence> &values)
{
    Sentence sentence;
    QString words;
    const auto flush = [&] {
        if (!words.isEmpty())
            sentence.m_parts << Part{Part::Kind::Plain, words};
        words.clear();
    };
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const int number = pattern.at(at) == QLatin1Char('%') && at + 1 < pattern.size() ? pattern.at(at + 1).digitValue() : -1;
        if (number < 1 || number > values.size()) {
            words += pattern.at(at);
            continue;
        }
        flush();
        sentence.m_parts += values.at(number - 1).m_parts;
        ++at;
    }
    flush();
    return sentence;
}

QString Sentence::plain() const
{
    QString text;
    for (const auto &part : m_parts)
        text += part.text;
    return text;
}

QList<Sentence::Piece> Sentence::layOut(const QFont &font, int width) const
{
    QList<Piece> pieces;
    int x = 0;
    int line = 0;
    bool isGlued = true; // no blank stood before it: it goes with the piece before
    qsizetype firstOfWord = 0;
    const auto place = [&](Part::Kind kind, QString text) {
        const QFontMetrics metrics(fontOf(kind, font));
        const int padding = kind == Part::Kind::Chip ? 2 * chipPadding : 0;
        if (kind == Part::Kind::Chip)
            text = metrics.elidedText(text, Qt::ElideMiddle, qMax(20, width - padding));
        const int own = metrics.horizontalAdvance(text) + padding;
        if (!isGlued)
            firstOfWord = pieces.size();
        if (x + own > width && x > 0) {
            // What is written together stays together, if there is anything before it on this line.
            const bool moves = firstOfWord < pieces.size() && pieces.at(firstOfWord).x > 0;
            ++line;
            const int shift = moves ? pieces.at(firstOfWord).x : x;
            for (qsizetype i = moves ? firstOfWord : pieces.size(); i < pieces.size(); ++i) {
                pieces[i].x -= shift;
                ++pieces[i].line;
            }
            x -= shift;
        }
        pieces << Piece{kind, text, x, own, line};
        x += own;
        isGlued = true;
    };
    for (const auto &part : m_parts) {
        if (part.kind == Part::Kind::Chip) {
            place(part.kind, part.text);
            continue;
        }
        const int blank = QFontMetrics(fontOf(part.kind, font)).horizontalAdvance(QLatin1Char(' '));
        QString word;
        for (const auto letter : part.text) {
            if (letter != QLatin1Char(' ')) {
                word += letter;
                continue;
            }
            if (!word.isEmpty())
                place(part.kind, std::exchange(word, {}));
            x += x > 0 ? blank : 0;
            isGlued = false;
        }
        if (!word.isEmpty())
            place(part.kind, word);
    }
    return pieces;
}

int Sentence::height(const QFont &font, int width) const
{
    const auto pieces = layOut(font, width);
    return (pieces.isEmpty() ? 1 : pieces.constLast().line + 1) * lineHeight(font);
}

int Sentence::lineWidth(const QFont &font) const
{
    const auto pieces = layOut(font, QWIDGETSIZE_MAX);
    return pieces.isEmpty() ? 0 : pieces.constLast().x + pieces.constLast().width;
}

void Sentence::paint(QPainter &painter, const QRect &rect, const QFont &font, const Colours &colours) const
{
    const int high = lineHeight(font);
    painter.save();
    painter.setPen(colours.text);
    for (const auto &piece : layOut(font, rect.width())) {
        const QRect place(rect.left() + piece.x, rect.top() + piece.line * high, piece.width, high);
        painter.setFont(fontOf(piece.kind, font));
        if (piece.kind == Part::Kind::Chip) {
            paintRounded(&painter, place.adjusted(0, 2, 0, -2), 4, colours.chip);
            painter.setPen(colours.text);
            painter.drawText(place, Qt::AlignCenter, piece.text);
        } else {
            painter.drawText(place.adjusted(0, 0, 2, 0), Qt::AlignVCenter | Qt::AlignLeft, piece.text);
        }
    }
    painter.restore();
}

SentenceLabel::SentenceLabel(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SentenceLabel::setSentence(const Sentence &sentence)
{
    m_sentence = sentence;
    setAccessibleName(sentence.plain());
    updateGeometry();
    update();
}

int SentenceLabel::heightForWidth(int width) const { return m_sentence.height(font(), width); }

QSize SentenceLabel::sizeHint() const { return {qMin(420, m_sentence.lineWidth(font()) + 2), heightForWidth(qMax(width(), 80))}; }

void SentenceLabel::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    m_sentence.paint(painter, rect(), font(), {t.text, t.fill});
}

} // namespace berth
