// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QCoreApplication>
#include <QList>

#include "client/auth/Connection.h"
#include "client/http/ServerLink.h"
#include "client/roles/RemoteServer.h"

namespace berth {

/// A field that only one kind of server asks for, beside address, key and secret.
struct FormField {
    QString id; ///< As settings and options name it.
    enum class Kind { Code, Check } kind = Kind::Code;
    bool isRare = false; ///< Stands under "Network and API".
    const char *label;   ///< English; QT_TRANSLATE_NOOP("Drivers", …), as all words here.
    const char *hint;
    std::function<QString(const Connection &)> get; ///< "1" for a box that is ticked.
    std::function<void(Connection &, const QString &text)> set;
    std::function<QString(const Connection &)> usual = {}; ///< What holds where it is left empty; null: nothing.
};

/// What is wrong with what was entered.
struct FormFault {
    QString field; ///< Of FormField; empty: there is none.
    const char *sentence = nullptr;
};

/// A kind of server: what a person sees of it, what its form asks for, and how it is made. A row of drivers/Drivers.h.
struct Driver {
    QString id;   ///< Stable: stored connections name it.
    QString name; ///< A proper name.

    // Its tile and its icon in lists.
    QString letter;
    unsigned tileColour; ///< 0xRRGGBB, the same in light and dark.
    const char *glyph;

    // The form.
    QString addressExample;
    const char *addressHint;
    const char *keyLabel;
    const char *keyHint;
    const char *secretLabel;
    const char *secretHint;
    bool needsKey = true;
    QList<FormField> fields = {};
    /// Fills in what follows from what was entered; null: nothing does.
    std::function<void(Connection &)> complete = {};
    /// Null: nothing more than address and key can be wrong.
    std::function<FormFault(const Connection &)> check = {};

    /// Null where that connection can be spoken to by the distribution protocol only.
    std::function<std::unique_ptr<RemoteServer>(const Connection &, const std::shared_ptr<ServerLink> &)> make;

    static QString said(const char *words) { return QCoreApplication::translate("Drivers", words); }
};

} // namespace berth
