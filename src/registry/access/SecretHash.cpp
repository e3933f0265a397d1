// SPDX-License-Identifier: Apache-2.0
#include "registry/access/SecretHash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

namespace berth {

namespace {
const unsigned char *bytesOf(const std::string &text) { return reinterpret_cast<const unsigned char *>(text.data()); }
} // namespace

std::string slowHash(const Secret &secret, const std::string &salt)
{
    std::string hash(32, '\0');
    const auto &text = secret.reveal();
    EVP_PBE_scrypt(text.data(), text.size(), bytesOf(salt), salt.size(), 32768, 8, 1, 64 << 20, reinterpret_cast<unsigned char *>(hash.data()), hash.size());
    return hash;
}

std::string makeSalt()
{
    std::string salt(16, '\0');
    RAND_bytes(reinterpret_cast<unsigned char *>(salt.data()), int(salt.size()));
    return salt;
}

bool equalInConstantTime(const std::string &a, const std::string &b) { return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0; }

std::string hmacSha256(const std::string &key, const std::string &text)
{
    std::string mac(32, '\0');
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.data(), int(key.size()), bytesOf(text), text.size(), reinterpret_cast<unsigned char *>(mac.data()), &length);
    return mac;
}

} // namespace berth
