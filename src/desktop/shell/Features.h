// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include "desktop/panes/DetailPage.h"
#include "desktop/panes/ToolFeature.h"

namespace berth {

/// What the window has: tools beside the content of a connection, and pages of details below it. A new pane is a folder and a row here.
///
/// Main menu, menus of the sidebar and of the local card, breadcrumb, search, preferences and the restored place read it.
class Features {
public:
    /// Those of the program.
    static Features standard();

    Features(QList<ToolFeature> tools, QList<DetailFeature> details);

    const QList<ToolFeature> &tools() const { return m_tools; }
    const QList<DetailFeature> &details() const { return m_details; }
    /// Null where none has that id.
    const ToolFeature *tool(const QString &id) const;

    /// Behind those that are here.
    void add(const ToolFeature &tool) { m_tools << tool; }
    void add(const DetailFeature &page) { m_details << page; }

private:
    QList<ToolFeature> m_tools;
    QList<DetailFeature> m_details;
};

} // namespace berth
