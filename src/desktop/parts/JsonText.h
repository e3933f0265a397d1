// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace berth {

/// JSON for reading: spaces and line ends are set anew outside of strings; everything else stays as it is written.
QString prettyJson(const QByteArray &json);

} // namespace berth
