// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QByteArray>

namespace berth::test {

/// One operation of a sequence. What the numbers mean depends on the kind; any number means something.
struct ModelStep {
    std::string kind;
    int a = 0;
    int b = 0;
    int c = 0;
};

using ModelSteps = std::vector<ModelStep>;

/// Drawn by chance, the same for the same seed.
ModelSteps randomSteps(unsigned seed, int length);

QByteArray toText(const ModelSteps &steps);
ModelSteps stepsOf(const QByteArray &text);

/// What went wrong, and after how many steps.
struct ModelFailure {
    std::string text; ///< Empty: all went well.
    std::size_t steps = 0;
};

/// Runs the steps on a new store and on the model and compares after each.
ModelFailure runSteps(const ModelSteps &steps);

/// The steps that are needed for a failure, as far as trying finds out within the time.
ModelSteps shrunk(ModelSteps steps, int seconds);

} // namespace berth::test
