// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/Result.h"
#include "core/Secret.h"
#include "desktop/browse/Place.h"

namespace berth {

class Session;

/// A pane that shows what a connection offers beside its content: trash, storage, keys, … It lives as long as the window and is shown for
/// one connection after the other.
class ToolPane : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Whose, where the place names someone; before setSession().
    virtual void setSubject(const QString &) { }

    /// From now on it is about that connection, which is borrowed and may go; fetches what it shows.
    virtual void setSession(Session *session) = 0;

    /// Fetches anew and keeps selection and scroll position.
    virtual void refresh() = 0;

    /// What the Delete key does here.
    virtual void deleteSelection() { }
    virtual void focusFilter() { }

Q_SIGNALS:
    void placeRequested(const berth::Place &place);

    /// The own key of that connection has another secret, which is to be kept.
    void keyReplaced(const QString &connectionId, const berth::AccessKeyPair &pair);

    /// The content of registries changed: lists of it are to be fetched anew.
    void contentChanged();
};

} // namespace berth
