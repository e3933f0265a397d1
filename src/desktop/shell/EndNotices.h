// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QObject>

namespace berth {

class Preferences;
class Transfer;
class TransferQueue;

/// Tells of a long transfer that has ended while nobody looked at the window. Of short ones, of cancelled ones, and of those that the
/// person could watch it says nothing.
class EndNotices : public QObject {
    Q_OBJECT

public:
    /// Queue and preferences are borrowed; `isSeen` says whether the person has the window in front.
    EndNotices(const TransferQueue &queue, const Preferences &preferences, std::function<bool()> isSeen);

    /// From how many milliseconds on a transfer is long: 30 s, which is what the preferences say.
    void setLongMs(qint64 longMs) { m_longMs = longMs; }

Q_SIGNALS:
    void told(const QString &title, const QString &text);

private:
    void ended(const Transfer &transfer);

    const Preferences &m_preferences;
    std::function<bool()> m_isSeen;
    qint64 m_longMs = 30'000;
};

} // namespace berth
