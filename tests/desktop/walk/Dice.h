// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRandomGenerator>

namespace berth::test {

/// Choices that follow from one number, so that they can be made again.
class Dice {
public:
    explicit Dice(quint32 seed)
        : m_numbers(seed)
    {
    }

    /// 0 to `count` - 1; 0 if there is nothing to choose from.
    int below(qsizetype count) { return count > 0 ? int(m_numbers.bounded(int(count))) : 0; }
    bool oneIn(int count) { return below(count) == 0; }
    quint32 number() { return m_numbers.generate(); }
    template <class List> auto of(const List &list) { return list.at(below(list.size())); }

private:
    QRandomGenerator m_numbers;
};

} // namespace berth::test
