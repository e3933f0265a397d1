// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QPointer>
#include <QSet>

#include "archive/ImageArchive.h"
#include "desktop/parts/Sheet.h"
#include "transfer/ImportRequest.h"

class QCheckBox;
class QTimer;

namespace berth {

namespace Ui {
class ImportCard;
}
class LayerMap;
class RegistryClient;
class Session;

/// One image of a dropped archive in the import dialog: what it is, where it goes, what of it is there already.
class ImportCard : public Sheet {
    Q_OBJECT

public:
    /// `session` and `layers` are borrowed.
    ImportCard(
        QString path, const ImageArchive &archive, std::size_t image, Session &session, const LayerMap &layers, const QString &registry, QWidget *parent);
    ~ImportCard() override;

    bool isWanted() const;
    /// Empty if names are not complete or nothing is selected.
    std::optional<ImportRequest> request(LayerHandling handling) const;
    QString title() const;

    qint64 totalBytes() const;
    qint64 presentBytes() const { return m_presentBytes; }

Q_SIGNALS:
    void changed();
    void removed();

private:
    void suggest(const QString &registry);
    void listPlatforms();
    void connectParts();
    void check();
    QString targetRegistry() const;
    QString targetImage() const;
    QString targetTag() const;
    void lookAtTarget();
    void showLayers();
    std::vector<bool> selection() const;
    QString describe() const;

    QString m_path;
    ImageArchive::Layout m_layout;
    QString m_compression;
    std::int64_t m_fileBytes, m_modifiedAt;
    ArchivedImage m_image;
    QPointer<Session> m_session; ///< May go while the dialog is open.
    const LayerMap &m_layers;

    std::unique_ptr<Ui::ImportCard> m_ui;
    QList<QCheckBox *> m_platforms;
    QTimer *m_delay;
    std::unique_ptr<RegistryClient> m_client;
    QSet<QString> m_presentDigests;
    qint64 m_presentBytes = 0;
    int m_generation = 0;
};

} // namespace berth
