// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/WebhookInbox.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

namespace berth {

namespace {

constexpr std::size_t nameBytes = 16;

std::string hexOf(const unsigned char *bytes, std::size_t count)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

} // namespace

WebhookInbox::WebhookInbox(const std::optional<Secret> &masterKey)
{
    if (masterKey) {
        m_key = std::string(masterKey->reveal());
        return;
    }
    std::array<unsigned char, 32> random{};
    RAND_bytes(random.data(), int(random.size()));
    m_key.assign(random.begin(), random.end());
}

/// "12-5f0c…": the registry's number, and what only the server can make of it.
std::string WebhookInbox::boxOf(std::int64_t registry) const
{
    const auto text = "webhook inbox of registry " + std::to_string(registry);
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned length = 0;
    HMAC(EVP_sha256(), m_key.data(), int(m_key.size()), reinterpret_cast<const unsigned char *>(text.data()), text.size(), mac.data(), &length);
    return std::to_string(registry) + "-" + hexOf(mac.data(), std::min<std::size_t>(nameBytes, length));
}

bool WebhookInbox::take(const std::string &box, Message message)
{
    std::int64_t registry = 0;
    const auto read = std::from_chars(box.data(), box.data() + box.size(), registry);
    const auto name = read.ec == std::errc() ? boxOf(registry) : std::string();
    if (name.size() != box.size() || name.empty() || CRYPTO_memcmp(name.data(), box.data(), box.size()) != 0)
        return false;
    const std::lock_guard guard(m_mutex);
    message.id = ++m_lastId;
    m_bytes += message.body.size();
    m_kept.push_back({registry, std::move(message)});
    auto own = std::ranges::count(m_kept, registry, &Kept::registry);
    for (auto it = m_kept.begin(); it != m_kept.end() && (own > std::ptrdiff_t(mostMessages) || m_bytes > mostBytesOfAll);) {
        if (it->registry != registry && m_bytes <= mostBytesOfAll) {
            ++it;
            continue;
        }
        own -= it->registry == registry;
        m_bytes -= it->message.body.size();
        it = m_kept.erase(it);
    }
    return true;
}

std::vector<WebhookInbox::Message> WebhookInbox::messages(std::int64_t registry) const
{
    std::vector<Message> found;
    const std::lock_guard guard(m_mutex);
    for (auto it = m_kept.rbegin(); it != m_kept.rend(); ++it) {
        if (it->registry == registry)
            found.push_back(it->message);
    }
    return found;
}

void WebhookInbox::clear(std::int64_t registry)
{
    const std::lock_guard guard(m_mutex);
    std::erase_if(m_kept, [&](const Kept &kept) {
        if (kept.registry != registry)
            return false;
        m_bytes -= kept.message.body.size();
        return true;
    });
}

} // namespace berth
