// SPDX-License-Identifier: Apache-2.0
#include "core/Hasher.h"

#include <array>

#include <openssl/evp.h>

namespace berth {

struct Hasher::Context {
    EVP_MD_CTX *evp = EVP_MD_CTX_new();
    DigestAlgorithm algorithm;

    explicit Context(DigestAlgorithm wanted)
        : algorithm(wanted)
    {
        restart();
    }
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;
    ~Context() { EVP_MD_CTX_free(evp); }

    void restart() { EVP_DigestInit_ex(evp, algorithm == DigestAlgorithm::Sha512 ? EVP_sha512() : EVP_sha256(), nullptr); }
};

Hasher::Hasher(DigestAlgorithm algorithm)
    : m_context(std::make_unique<Context>(algorithm))
{
}

Hasher::Hasher(Hasher &&) noexcept = default;
Hasher &Hasher::operator=(Hasher &&) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::add(std::span<const std::byte> bytes) { EVP_DigestUpdate(m_context->evp, bytes.data(), bytes.size()); }

void Hasher::add(std::string_view bytes) { add(std::as_bytes(std::span(bytes.data(), bytes.size()))); }

Hasher Hasher::copy() const
{
    Hasher other(m_context->algorithm);
    EVP_MD_CTX_copy_ex(other.m_context->evp, m_context->evp);
    return other;
}

Digest Hasher::finish()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(m_context->evp, raw.data(), &length);
    const bool sha512 = m_context->algorithm == DigestAlgorithm::Sha512;
    m_context->restart();
    return *Digest::parse((sha512 ? "sha512:" : "sha256:") + toHex(std::span(raw).first(length)));
}

Digest Hasher::of(std::string_view bytes, DigestAlgorithm algorithm)
{
    Hasher hasher(algorithm);
    hasher.add(bytes);
    return hasher.finish();
}

std::string toHex(std::span<const unsigned char> bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

} // namespace berth
