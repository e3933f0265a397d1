// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QCoreApplication>
#include <QString>

class QWidget;

namespace berth {

class Session;
class ToolPane;

/// A tool: a pane that a connection offers beside its content. A row of shell/Features, from which menus, sidebar, local card, breadcrumb,
/// search, preferences and the restored place know it.
struct ToolFeature {
    QString id;        ///< Stable: settings and the record of a run name it.
    const char *glyph; ///< Of style/Icons.
    const char *title; ///< English; QT_TRANSLATE_NOOP("Features", …).
    /// Whether that kind of server has it; also while it is not connected.
    std::function<bool(const Session &)> offered;
    /// Why this person may not use it there, in a sentence; empty if nothing is known against it. Null: everyone may.
    std::function<QString(const Session &)> refusal = {};
    /// The parent's.
    std::function<ToolPane *(QWidget *parent)> make;
    /// What it is for, where the preferences lead to it for the local registry; QT_TRANSLATE_NOOP("Features", …). Null: they do not.
    const char *hint = nullptr;

    QString text() const { return QCoreApplication::translate("Features", title); }
    QString hintText() const { return hint ? QCoreApplication::translate("Features", hint) : QString(); }
    QString whyNot(const Session &session) const { return refusal ? refusal(session) : QString(); }
};

} // namespace berth
