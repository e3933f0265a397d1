// SPDX-License-Identifier: Apache-2.0
#include "core/Secret.h"

#include <openssl/rand.h>

namespace berth {

std::string randomText(int length)
{
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string text;
    while (text.size() < size_t(length)) {
        unsigned char byte = 0;
        RAND_bytes(&byte, 1);
        if (byte < 248) // 4 × 62: every letter equally likely
            text += letters[byte % 62];
    }
    return text;
}

AccessKeyPair makeAccessKeyPair() { return {randomText(10), Secret(randomText(40))}; }

} // namespace berth
