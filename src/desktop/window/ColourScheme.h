// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace berth {

/// Follows the system's light or dark, live. ColourScheme_<system>.cpp asks the system; without an answer the palette that the program
/// started with decides.
class ColourScheme : public QObject {
    Q_OBJECT

public:
    explicit ColourScheme(QObject *parent = nullptr);

    /// Sets the application's palette now and at each change.
    void follow();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key);

private:
    void ask();
    void apply(bool dark);

    bool m_startedDark = false;
};

} // namespace berth
