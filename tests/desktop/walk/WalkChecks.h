// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace berth {
class BrowsePane;
class MainWindow;
} // namespace berth

namespace berth::test {

/// Collects what Qt warns of from now on.
void listenToWarnings();
/// What it warned of since the last time; empty if of nothing.
QString takeWarnings();

/// Lets each model of the window be held against the rules for item models, which warns when one is broken. Models that came meanwhile too.
void watchModels(MainWindow &window);

/// Whether the details below the table are those of its selection; a sentence if not.
QString detailsFault(BrowsePane &browser);

/// Whether the row that the sidebar marks is that of the place; a sentence if not.
QString sidebarFault(MainWindow &window);

/// Whether each row of the table is of its place; a sentence if not.
QString foreignRowFault(BrowsePane &browser);

/// Words of a banner, of a state page or of a list that is still coming: why the table does not show what the server has.
QString excuseOf(BrowsePane &browser);

/// Memory of this process that is in use, in kilobytes; 0 where the system does not tell.
qint64 memoryKb();

} // namespace berth::test
