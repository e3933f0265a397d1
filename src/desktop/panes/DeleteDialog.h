// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QCoroTask>

#include "client/roles/Types.h"
#include "core/Result.h"
#include "desktop/parts/DialogFrame.h"

namespace berth {

namespace Ui {
class DeleteDialog;
}

/// What a deletion took, for the way back.
struct DeletedItems {
    QString glyph;           ///< Of the items: what they are.
    QStringList names;
    QList<qint64> trashIds;  ///< Empty where the server has no trash.
    qint64 bytes = -1;       ///< What returns; -1: unknown.
    QDateTime returns;       ///< When, unless the trash is emptied before.
};

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
        std::function<QCoro::Task<Result<Deletion>>()> remove;
    };
    struct Words {
        QString heading;  ///< "Delete 2 artifacts from api/gateway?"
        QString verb;     ///< "Delete 2 artifacts"
        QString sentence; ///< What will stop working; may be empty.
        QString room = {}; ///< What is known about space without a forecast.
    };

    /// `forecast` may be null where the server cannot tell.
    DeleteDialog(const Words &words, QList<Item> items, std::function<QCoro::Task<Result<DeletionForecast>>()> forecast, QWidget *parent);
    ~DeleteDialog() override;

    using End = std::function<QCoro::Task<Result<void>>(qint64 trashId)>;
    /// Where the server has a trash: a box, not ticked, that takes what goes out of it again at once.
    void offerForGood(End end);

    /// Also when it is closed while it deletes.
    void done(int result) override;

Q_SIGNALS:
    /// What went, in the order of the list.
    void deletedSome(const berth::DeletedItems &gone);

private:
    void listItems();
    void showForecast(const Result<DeletionForecast> &forecast);
    void addFigure(const QString &number, const QString &words);
    bool isForGood() const;
    /// What returns when, and until when it can be restored.
    void showWayBack();
    QCoro::Task<void> removeAll();
    void tellWhatWent();

    QList<Item> m_items;
    std::unique_ptr<Ui::DeleteDialog> m_ui;
    QWidget *m_list = nullptr;
    QPushButton *m_verb;
    QString m_verbText;
    End m_end;
    DeletedItems m_gone; ///< Not told by deletedSome() yet.
    qint64 m_onlyHereBytes = -1;
    QDateTime m_returns;
};

} // namespace berth
