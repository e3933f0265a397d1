// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>

namespace berth {

/// Bytes a second, averaged over the last seconds, and how long it has run.
class SpeedMeter {
public:
    SpeedMeter() { m_clock.start(); }

    qint64 elapsedMs() const { return m_clock.elapsed(); }

    /// Of all bytes so far; returns the speed.
    double at(qint64 doneBytes)
    {
        constexpr qint64 everyMs = 500;
        const auto now = m_clock.elapsed();
        if (now - m_markMs < everyMs)
            return m_bytesPerSecond;
        const double speed = double(doneBytes - m_markBytes) / double(now - m_markMs) * 1000.0;
        m_bytesPerSecond = m_bytesPerSecond > 0 ? m_bytesPerSecond * 0.7 + speed * 0.3 : speed;
        m_markMs = now;
        m_markBytes = doneBytes;
        return m_bytesPerSecond;
    }

private:
    QElapsedTimer m_clock;
    qint64 m_markMs = 0;
    qint64 m_markBytes = 0;
    double m_bytesPerSecond = 0;
};

} // namespace berth
