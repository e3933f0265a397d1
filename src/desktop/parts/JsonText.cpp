// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/JsonText.h"

namespace berth {

QString prettyJson(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    QString out;
    int depth = 0;
    bool inString = false;
    const auto breakLine = [&] { out += QLatin1Char('\n') + QString(depth * 2, QLatin1Char(' ')); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inString) {
            out += c;
            if (c == QLatin1Char('\\') && i + 1 < text.size())
                out += text[++i];
            else if (c == QLatin1Char('"'))
                inString = false;
            continue;
        }
        if (c.isSpace())
            continue;
        qsizetype next = i + 1;
        while (next < text.size() && text[next].isSpace())
            ++next;
        const bool isEmpty =
            next < text.size() && ((c == QLatin1Char('{') && text[next] == QLatin1Char('}')) || (c == QLatin1Char('[') && text[next] == QLatin1Char(']')));
        if (isEmpty) {
            out += c;
            out += text[next];
            i = next;
        } else if (c == QLatin1Char('{') || c == QLatin1Char('[')) {
            out += c;
            ++depth;
            breakLine();
        } else if (c == QLatin1Char('}') || c == QLatin1Char(']')) {
            depth = qMax(0, depth - 1);
            breakLine();
            out += c;
        } else if (c == QLatin1Char(',')) {
            out += c;
            breakLine();
        } else if (c == QLatin1Char(':')) {
            out += QStringLiteral(": ");
        } else {
            inString = c == QLatin1Char('"');
            out += c;
        }
    }
    return out;
}

} // namespace berth
