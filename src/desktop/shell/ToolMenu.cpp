// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/ToolMenu.h"

#include <QMenu>

#include "desktop/shell/Features.h"
#include "desktop/style/Icons.h"

namespace berth {

void addTools(QMenu &menu, const Features &features, const Session &session, const std::function<void(const QString &id)> &open)
{
    menu.setToolTipsVisible(true);
    menu.addSeparator();
    for (const auto &tool : features.tools()) {
        if (!tool.offered(session))
            continue;
        auto *action = menu.addAction(icon(tool.glyph), tool.text());
        const QString refused = tool.whyNot(session);
        action->setEnabled(refused.isEmpty());
        action->setToolTip(refused);
        QObject::connect(action, &QAction::triggered, &menu, [open, id = tool.id] { open(id); });
    }
    menu.addSeparator();
}

} // namespace berth
