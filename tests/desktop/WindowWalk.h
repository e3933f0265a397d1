// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QMap>
#include <QStringList>

#include "DesktopFixture.h"

class QMenu;

namespace berth::test {

/// A walk through the whole program: every place, page, dialog and menu is opened and looked at, and the faults are kept with where they
/// were met first. The window is looked at in its smallest size and in its first one.
class WindowWalk {
public:
    /// `certificate` is a file with one, to be distrusted.
    explicit WindowWalk(const QString &certificate);

    void walk();

    /// A line each; empty if all is well.
    QStringList faults() const;
    int looks() const { return m_looks; }

    static constexpr QSize screen{1280, 720};

private:
    enum class Keys { Walked, Left };

    void look(QWidget &window, const QString &where, Keys keys = Keys::Walked);
    void look(QMenu *menu, const QString &where);
    void lookAtWindow(const QString &where, Keys keys = Keys::Walked);
    /// Opens, looks, does something and looks again, closes.
    using Act = std::function<void(QWidget &dialog)>;
    void dialog(const QString &where, const std::function<void()> &open, const QList<std::pair<QString, Act>> &then = {});
    void note(const QString &where, const QString &kind, const QStringList &faults);
    void mustBe(bool holds, const QString &what);
    void settle(int ms = 15);
    void goTo(const Place &place);

    void beforeTheRegistryRuns();
    void fill();
    void lists();
    void artifacts();
    void details(const QString &what);
    void connections();
    void connectDialogs();
    void imports();
    void transfers();
    void tools();
    void access();
    void policies();
    void preferencesAndMenus();
    void withoutItsKey();

    DesktopFixture m_berth;
    QString m_certificate;
    QMap<QString, QStringList> m_faults; ///< Where each was met.
    int m_looks = 0;
};

} // namespace berth::test
