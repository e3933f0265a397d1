// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "DesktopFixture.h"
#include "support/FakeNcr.h"

namespace berth::test {

/// What all pictures of a run share: where they go, and what their names say of theme, language and scale.
struct Shots {
    QString folder;
    QString suffix;     ///< "-ko-dark"
    bool isEnglish = true;

    /// Waits for the painting to come to rest and writes NAME<suffix>.png.
    void take(QWidget &widget, const QString &name) const;
    /// The same with what lies over it: a dialog, a menu, a tooltip.
    void takeOver(QWidget &window, const QWidget &above, const QString &name) const;
    /// With the tooltip of that widget, as when the pointer rests on it.
    void takeWithTip(QWidget &window, QWidget &pointed, const QString &name) const;

    /// Opens a dialog, takes it and closes it; `then` is done between.
    void dialog(const QString &name, const std::function<void()> &open, const std::function<void(QDialog &dialog)> &then = {}) const;
};

void settle(int milliseconds = 250);

/// Waits until that holds; ends the program with `what` if it never does.
void await(const std::function<bool()> &holds, const char *what);

/// Registries, images and tags of a usual house.
void fillWithImages(DesktopFixture &berth);

/// A docker archive in that folder; without `repoTag` it names no image.
QString dockerArchive(const QString &folder, const QString &name, const QByteArray &repoTag, int seed);

/// Goes there and waits for the rows.
void goTo(DesktopFixture &berth, const Place &place);

/// Clicks the visible button of that kind: primary, danger, secondary.
void clickVerb(const QWidget &widget, const char *kind);

/// A connection to the fake, as an NCR of that name; it is saved and open.
void connectTo(DesktopFixture &berth, const FakeNcr &fake, const QString &id, const QString &name);

// The pictures, by topic.
void takeControls(const Shots &shots);
void takeUnfinishedRun(const Shots &shots, DesktopFixture &berth);
void takeNoRights(const Shots &shots, DesktopFixture &berth);
void takeLoading(const Shots &shots, DesktopFixture &berth);
void takeLockedKey(const Shots &shots, DesktopFixture &berth);
void takeDrop(const Shots &shots, DesktopFixture &berth);
void takeTransfers(const Shots &shots, DesktopFixture &berth);
void takeLongTexts(const Shots &shots);
void takeDialogs(const Shots &shots, DesktopFixture &berth);
void takeConnectDialogs(const Shots &shots, DesktopFixture &berth);
void takeImports(const Shots &shots, DesktopFixture &berth);
void takeMenus(const Shots &shots, DesktopFixture &berth);
void takeTrashAndStorage(const Shots &shots, DesktopFixture &berth);
void takePolicies(const Shots &shots, DesktopFixture &berth);
void takeAccess(const Shots &shots, DesktopFixture &berth);
void takeLostKey(const Shots &shots, DesktopFixture &berth);

} // namespace berth::test
