// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

namespace berth::test {

/// A stand-in for wordy languages: every text of the program grows by 40 %. Places like %1 and what ends a text stay where they are.
class LongerTexts final : public QTranslator {
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }

    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (context && context[0] == 'Q' && context[1] >= 'A' && context[1] <= 'Z')
            return {}; // Qt's own, keys among them
        const QString text = QString::fromUtf8(source);
        const auto tab = text.indexOf(QLatin1Char('\t'));
        return tab < 0 ? longer(text) : longer(text.left(tab)) + text.mid(tab);
    }

    static QString longer(const QString &text)
    {
        qsizetype letters = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i) == QLatin1Char('%') && i + 1 < text.size() && !text.at(i + 1).isSpace())
                ++i; // a place, whose value comes later
            else
                ++letters;
        }
        auto end = text.size();
        while (end > 0 && QStringLiteral("….:?!”’) ").contains(text.at(end - 1)))
            --end;
        // In words no longer than those of such a language, so that sentences can wrap.
        constexpr qsizetype wordLength = 9;
        const bool hasWords = text.contains(QLatin1Char(' '));
        QString filler;
        for (qsizetype i = 0; i < (letters * 2 + 4) / 5; ++i)
            filler += hasWords && i % wordLength == wordLength - 1 ? QLatin1Char(' ') : QLatin1Char("aerostiln"[i % 9]);
        return text.left(end) + filler.trimmed() + text.mid(end);
    }
};

} // namespace berth::test
