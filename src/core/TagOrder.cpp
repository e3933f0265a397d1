// SPDX-License-Identifier: Apache-2.0
#include "core/TagOrder.h"

#include <algorithm>
#include <array>

namespace berth {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

/// True for what stands behind a version that is not yet out: "-rc1", ".beta", "_alpha2".
bool isBeforeRelease(std::string_view rest)
{
    if (rest.empty() || (rest.front() != '-' && rest.front() != '.' && rest.front() != '_'))
        return false;
    rest.remove_prefix(1);
    constexpr std::array words{"alpha", "beta", "rc", "pre", "dev", "snapshot", "nightly", "canary", "preview", "milestone"};
    return std::ranges::any_of(words, [&](std::string_view word) {
        if (rest.size() < word.size() || !std::ranges::equal(rest.substr(0, word.size()), word, {}, lower))
            return false;
        const auto after = rest.substr(word.size());
        return after.empty() || !((after.front() >= 'a' && after.front() <= 'z') || (after.front() >= 'A' && after.front() <= 'Z'));
    });
}

std::string_view takeNumber(std::string_view &text)
{
    std::size_t length = 0;
    while (length < text.size() && isDigit(text[length]))
        ++length;
    auto number = text.substr(0, length);
    text.remove_prefix(length);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

} // namespace

std::strong_ordering compareTags(std::string_view a, std::string_view b)
{
    const auto wholeA = a, wholeB = b;
    // "v1.2" and "1.2" belong side by side.
    const auto dropLetter = [](std::string_view &text) {
        if (text.size() > 1 && lower(text[0]) == 'v' && isDigit(text[1]))
            text.remove_prefix(1);
    };
    dropLetter(a);
    dropLetter(b);
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const auto numberA = takeNumber(a), numberB = takeNumber(b);
            if (numberA.size() != numberB.size())
                return numberA.size() <=> numberB.size();
            if (const auto order = numberA.compare(numberB); order != 0)
                return order <=> 0;
            continue;
        }
        if (const bool earlyA = isBeforeRelease(a), earlyB = isBeforeRelease(b); earlyA != earlyB)
            return earlyA ? std::strong_ordering::less : std::strong_ordering::greater;
        const char first = lower(a.front()), second = lower(b.front());
        if (first != second)
            return first <=> second;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    if (a.empty() != b.empty()) {
        const bool longerIsEarly = isBeforeRelease(a.empty() ? b : a);
        return a.empty() != longerIsEarly ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    return wholeA.compare(wholeB) <=> 0;
}

} // namespace berth
