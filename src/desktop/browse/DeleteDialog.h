// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QCoroTask>

#include "client/Management.h"
#include "desktop/parts/DialogFrame.h"

namespace berth {

class Banner;

/// Says exactly what a deletion takes along and how many bytes only it holds, then deletes one by one.
///
/// What failed stays in the dialog with its reason; the rest is gone.
class DeleteDialog : public DialogFrame {
    Q_OBJECT

public:
    struct Item {
        QString glyph;
        QString name;
        bool isMono = false;
        QStringList tags;
        qint64 sizeBytes = -1;
        std::function<QCoro::Task<Result<void>>()> remove;
    };
    struct Words {
        QString heading;  ///< "Delete 2 artifacts from api/gateway?"
        QString verb;     ///< "Delete 2 artifacts"
        QString sentence; ///< What will stop working; may be empty.
    };

    /// `forecast` may be null where the server cannot tell.
    DeleteDialog(const Words &words, QList<Item> items, std::function<QCoro::Task<Result<DeletionForecast>>()> forecast, QWidget *parent);

    /// Also when it is closed while it deletes.
    void done(int result) override;

Q_SIGNALS:
    void deletedSome();

private:
    void listItems();
    void showForecast(const Result<DeletionForecast> &forecast);
    QCoro::Task<void> removeAll();

    QList<Item> m_items;
    QWidget *m_list;
    QWidget *m_figures;
    Banner *m_banner;
    QPushButton *m_verb;
    bool m_anyGone = false; ///< Not told by deletedSome() yet.
};

} // namespace berth
