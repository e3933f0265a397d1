// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QMetaType>
#include <QRect>
#include <QString>
#include <QWidget>

class QPainter;

namespace berth {

/// A sentence with words that stand out and patterns in chips, as policies read.
class Sentence {
public:
    struct Part {
        enum class Kind { Plain, Strong, Chip } kind;
        QString text;
    };

    Sentence() = default;
    Sentence(const QString &plain); // NOLINT: plain text is a sentence
    static Sentence strong(const QString &text);
    /// One that fits no line is cut in its middle.
    static Sentence chip(const QString &text);
    /// A translated pattern with "%1" to "%9", each of which may stand anywhere.
    static Sentence of(const QString &pattern, const QList<Sentence> &values);

    bool isEmpty() const { return m_parts.isEmpty(); }
    /// For screen readers.
    QString plain() const;

    /// So high in that width, with lines of that font.
    int height(const QFont &font, int width) const;
    int lineWidth(const QFont &font) const; ///< If it stood in one line.

    struct Colours {
        QColor text;
        QColor chip;
    };
    void paint(QPainter &painter, const QRect &rect, const QFont &font, const Colours &colours) const;

private:
    struct Piece;
    QList<Piece> layOut(const QFont &font, int width) const;

    QList<Part> m_parts;
};

/// A sentence as high as its words need.
class SentenceLabel : public QWidget {
    Q_OBJECT

public:
    explicit SentenceLabel(QWidget *parent = nullptr);

    void setSentence(const Sentence &sentence);
    const Sentence &sentence() const { return m_sentence; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, heightForWidth(qMax(80, width()))}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sentence m_sentence;
};

} // namespace berth

Q_DECLARE_METATYPE(berth::Sentence)
