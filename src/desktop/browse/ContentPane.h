// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QSplitter>

#include <QCoroTask>

#include "client/roles/Types.h"
#include "core/Result.h"
#include "desktop/panes/DetailPage.h"
#include "desktop/panes/ExportChoice.h"
#include "desktop/parts/Banner.h"
#include "desktop/sessions/Place.h"

class QPushButton;

namespace berth {

class ContentTable;
class DetailsPane;
struct DeletedItems;
enum class Deed;

/// The content of a server: one table (registries, images or artifacts), the details of its selection, and what can be done with that.
class ContentPane : public QSplitter {
    Q_OBJECT

public:
    ContentPane(QList<DetailFeature> features, QWidget *parent);
    ~ContentPane() override;

    ContentTable &content() { return *m_content; }
    DetailsPane &details() { return *m_details; }

    /// Shows what lies there; `session` is borrowed and may go.
    void setPlace(Session *session, const Place &place);
    /// Fetches table and details anew.
    void refresh();
    /// What the session may do, or how it stands, has changed.
    void updateActions();
    void updateDetails();
    /// The table holds the rows of the place, and can be seen.
    bool showsRows() const;

    /// "host/registry/image:tag" of the selection; empty if nothing fitting is selected.
    QString selectedReference() const;
    QString selectedDigest() const;
    /// As selectedReference(), of each selected row, a line each.
    QString selectedReferences() const;

    void createTag();
    /// Of the selected tag: in the tab of tags if that has the focus, else of the row by tag.
    void moveSelectedTag();
    void deleteSelection();
    /// Asks for an export of the selected artifacts, or of all artifacts of the selected images.
    void exportSelection();

Q_SIGNALS:
    void opened(const berth::Place &place);
    void loadFailed(const berth::Error &error, bool isRest);
    void loaded();
    void exportRequested(const berth::Connection &source, const QList<berth::ExportChoice> &choices);
    void settingsRequested(const QString &registry);
    /// What it shows is another one now, and is to be fetched anew.
    void changed();
    void deleted(const berth::DeletedItems &gone);
    /// For the banner above the content.
    void said(berth::Banner::Kind kind, const QString &heading, const QString &sentence);

private:
    void connectParts();
    /// Why not, for each button at that level.
    void setRegistryActions();
    void setImageActions();
    void setArtifactActions();
    QString refused(Deed deed) const;
    bool isByTag() const;
    void openSelection();
    ImageSummary currentImage() const;
    QCoro::Task<> gatherImages(QList<ImageSummary> images);
    void deleteRegistries();
    void deleteImages();
    void deleteArtifacts();
    void deleteTags(const QString &digest, const QStringList &tags);
    void moveTag(const QString &digest, const QString &tag);

    QPointer<Session> m_session;
    Place m_place;
    bool m_isMoved = false; ///< The border between table and details, by hand.
    ContentTable *m_content;
    DetailsPane *m_details;
    QPushButton *m_open;
    QPushButton *m_registrySettings;
    QPushButton *m_tag;
    QPushButton *m_move;
    QPushButton *m_export;
    QPushButton *m_delete;
};

} // namespace berth
