// SPDX-License-Identifier: Apache-2.0
#include "core/ErrorText.h"

#include <QCoreApplication>

namespace berth {

QString errorText(const Error &error)
{
    if (!error.pattern)
        return QString::fromStdString(error.message);
    const QString pattern = QCoreApplication::translate("Error", error.pattern);
    QStringList values;
    for (const auto &value : error.values)
        values << QString::fromStdString(value);
    if (error.reason)
        values << errorText(*error.reason);
    QString text;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const int number = pattern[at] == u'%' && at + 1 < pattern.size() ? pattern[at + 1].digitValue() : -1;
        if (number >= 1 && number <= values.size()) {
            text += values[number - 1];
            ++at;
        } else {
            text += pattern[at];
        }
    }
    return text;
}

} // namespace berth
