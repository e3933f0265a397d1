// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "core/Protection.h"
#include "desktop/parts/DialogFrame.h"

namespace berth {

namespace Ui {
class TryTagDialog;
}

/// Says of a tag, whether it exists or not, which policy would protect it.
class TryTagDialog : public DialogFrame {
    Q_OBJECT

public:
    TryTagDialog(const QString &registry, std::vector<ProtectionRule> rules, QWidget *parent);
    ~TryTagDialog() override;

private:
    void look();

    QString m_registry;
    std::vector<ProtectionRule> m_rules;
    std::unique_ptr<Ui::TryTagDialog> m_ui;
};

} // namespace berth
