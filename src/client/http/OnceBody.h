// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>

#include <QByteArray>
#include <QIODevice>
#include <QPointer>

namespace berth {

/// A body that can be read once. Qt sends a request again by itself when a kept-alive connection ends before an answer, changes included;
/// with a body that cannot go back to its beginning it cannot, and says ContentReSendError.
class OnceBody final : public QIODevice {
public:
    /// Both borrowed or copied; `device` wins.
    OnceBody(QIODevice *device, QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_device(device)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    qint64 wholeSize() const { return m_device ? m_device->size() : m_bytes.size(); }
    qint64 bytesAvailable() const override { return (m_device ? m_device->size() - m_device->pos() : m_bytes.size() - m_at) + QIODevice::bytesAvailable(); }
    bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        if (m_device)
            return m_device->read(into, most);
        const qint64 count = qMin(most, qint64(m_bytes.size()) - m_at);
        memcpy(into, m_bytes.constData() + m_at, size_t(count));
        m_at += count;
        return count == 0 && most > 0 ? -1 : count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QPointer<QIODevice> m_device;
    QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace berth
