// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QPointer>

#include "desktop/parts/DialogFrame.h"
#include "transfer/ImportRequest.h"

class QLabel;

namespace berth {

namespace Ui {
class ImportDialog;
}
class ImportCard;
class LayerMap;
class Session;

/// What the dropped archives hold and where each image goes. Nothing is stored until Import is pressed.
class ImportDialog : public DialogFrame {
    Q_OBJECT

public:
    struct Order {
        ImportRequest request;
        QString title;
    };

    /// `session` and `layers` are borrowed. `registry` may be empty.
    ImportDialog(Session &session, const LayerMap &layers, const QString &registry, QWidget *parent);
    ~ImportDialog() override;

    /// Reads one more archive; may be called again while the dialog is open.
    void addFile(const QString &path);

Q_SIGNALS:
    void importRequested(const QList<berth::ImportDialog::Order> &orders);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void update();
    void accepted();

    QPointer<Session> m_session; ///< May go while the dialog is open.
    const LayerMap &m_layers;
    QString m_registry;
    std::unique_ptr<Ui::ImportDialog> m_ui;
    QLabel *m_sum;
    QLabel *m_there;
    QPushButton *m_verb;
    QList<ImportCard *> m_cards;
    int m_reading = 0;
    int m_files = 0;
};

} // namespace berth
