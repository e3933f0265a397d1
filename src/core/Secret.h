// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

namespace berth {

/// A secret in memory. Has no way into streams or logs; its bytes are wiped when it goes.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string text)
        : m_text(std::move(text))
    {
    }
    Secret(const Secret &) = default;
    Secret &operator=(const Secret &) = default;
    Secret(Secret &&other) noexcept
        : m_text(std::exchange(other.m_text, {}))
    {
    }
    Secret &operator=(Secret &&other) noexcept
    {
        wipe();
        m_text = std::exchange(other.m_text, {});
        return *this;
    }
    ~Secret() { wipe(); }

    bool isEmpty() const { return m_text.empty(); }

    /// The text, for the one place that hands it on. Never log it.
    const std::string &reveal() const { return m_text; }

private:
    void wipe()
    {
        volatile char *bytes = m_text.data();
        for (std::size_t i = 0; i < m_text.size(); ++i)
            bytes[i] = 0;
    }

    std::string m_text;
};

/// Name and secret of one access key: user name and password to `docker login`.
struct AccessKeyPair {
    std::string id;
    Secret secret;
};

/// A new key: an ID of 10 and a secret of 40 letters and digits from the system's random source.
AccessKeyPair makeAccessKeyPair();

/// Letters and digits from the system's random source, about 5.95 bits each.
std::string randomText(int length);

} // namespace berth
