// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QUrl>

#include "desktop/importing/ImportDialog.h"
#include "desktop/shell/MainWindow.h"
#include "transfer/TransferQueue.h"

namespace berth::test {

/// Drops files on the middle of the window as a file manager does: enter, then drop. False if the window refused them.
inline bool dropFiles(MainWindow &window, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const auto &path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    const QPoint where = window.rect().center();
    QDragEnterEvent enter(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(QPointF(where), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    return drop.isAccepted();
}

/// The import dialog that the drop opened; null if none came within 10 s.
inline ImportDialog *importDialog(MainWindow &window)
{
    ImportDialog *dialog = nullptr;
    (void)QTest::qWaitFor([&] { return (dialog = window.findChild<ImportDialog *>()) != nullptr; }, 10000);
    return dialog;
}

/// The dialog's verb.
inline QPushButton *verbOf(QWidget &dialog)
{
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->property("kind") == QLatin1String("primary"))
            return button;
    }
    return nullptr;
}

/// Waits until everything dropped has been read, and presses Import. False if that never became possible.
inline bool pressImport(ImportDialog &dialog, int timeoutMs = 60000)
{
    auto *verb = verbOf(dialog);
    if (!verb || !QTest::qWaitFor([&] { return verb->isEnabled(); }, timeoutMs))
        return false;
    verb->click();
    return true;
}

/// Waits until no transfer is active; the newest one.
inline Transfer *finishedTransfer(TransferQueue &queue, int timeoutMs = 120000)
{
    (void)QTest::qWaitFor([&] { return !queue.transfers().isEmpty(); }, 5000);
    (void)QTest::qWaitFor([&] { return !queue.isBusy(); }, timeoutMs);
    return queue.transfers().isEmpty() ? nullptr : queue.transfers().first();
}

} // namespace berth::test
