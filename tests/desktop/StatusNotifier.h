// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRect>
#include <QVariant>

namespace berth::test {

/// Xfce's panel with nothing but its tray: a real host of StatusNotifierItems, and of XEmbed icons. Its services are on this process's
/// session bus, whose programs must see `environment`.
class TrayPanel {
public:
    explicit TrayPanel(QProcessEnvironment environment);
    ~TrayPanel() { stop(); }

    /// False if it takes no items within 15 s.
    bool start();
    /// Waits until nobody takes items any more.
    void stop();

    /// Where the icons are on the screen; null while there is none.
    QRect icons() const;

private:
    QProcessEnvironment m_environment;
    QProcess m_process;
};

/// Whether somebody on the session bus takes items.
bool hasTrayHost();

/// What a tray host reads of the only item that it knows, and does with it.
class TrayItem {
public:
    struct Entry {
        int id = 0;
        QString label;
        bool isEnabled = true;
    };

    /// The connection that the item belongs to; empty while none is registered.
    static QString service();
    static QVariant property(const QString &name);
    static QString toolTip();
    /// All bytes of the icon, in all of its sizes.
    static QByteArray icon();
    /// The entries of the menu without its separators.
    static QList<Entry> menu();
    static QStringList labels();
    /// Chooses that entry; false if there is none, or it is disabled.
    static bool choose(const QString &label);
};

} // namespace berth::test
