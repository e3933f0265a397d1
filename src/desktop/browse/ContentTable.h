// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QPointer>
#include <QWidget>

#include "client/roles/Types.h"
#include "desktop/browse/ContentColumns.h"
#include "desktop/browse/ContentRows.h"
#include "desktop/lists/KeptSelection.h"
#include "desktop/lists/PagedLoader.h"
#include "desktop/sessions/Place.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace berth {

class ActionBar;
class ArtifactTreeModel;
class ImageTableModel;
class RegistryTableModel;
class RowFilter;
class Segments;
class Session;
class TableView;
class TagRowModel;

/// The one table of the sheet: registries, images or artifacts of a place, fetched as it is scrolled, with its filter and count.
class ContentTable : public QWidget {
    Q_OBJECT

public:
    explicit ContentTable(QWidget *parent);
    ~ContentTable() override;

    using Rows = ContentRows;

    /// Empties the table and fetches the place's rows; `session` is borrowed. Registries come by showRegistries().
    void setPlace(Session *session, const Place &place);
    /// What the rows are of, and what they are: never of one place while they are another's.
    const Place &place() const { return m_place; }
    Rows rows() const { return m_kind; }
    /// Fetches anew and keeps rows, selection and scroll position until the new ones are here.
    void refresh();
    void showRegistries(const QList<RegistrySummary> &rows, bool loading);

    enum class ArtifactView { ByArtifact, ByTag };
    ArtifactView artifactView() const;
    void setArtifactView(ArtifactView view);
    bool hidesUntagged() const;
    void setHidesUntagged(bool hides);
    /// Widths and sorting of the columns, for the settings.
    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

    bool isEmpty() const;
    ActionBar &bar() { return *m_bar; }
    TableView &view() { return *m_view; }
    void focusFilter();
    /// Shows only rows with that text.
    void filterFor(const QString &text);

    QList<RegistrySummary> selectedRegistries() const;
    QList<ImageSummary> selectedImages() const;
    QList<ArtifactSummary> selectedArtifacts() const; ///< By tag, those of the tags' rows, once each.
    QStringList selectedTags() const;                 ///< By tag only.
    const QList<ArtifactSummary> &loadedArtifacts() const;
    /// Digest of the platform if the one selected row is one.
    QString selectedPlatform() const;
    int selectedCount() const;
    bool onlyPlatformsSelected() const;

Q_SIGNALS:
    void selectionChanged();
    void opened(const berth::Place &place);
    /// `isRest`: the first rows are here, more could not be fetched.
    void loadFailed(const berth::Error &error, bool isRest);
    void loaded();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void connectParts();
    /// What the place's rows are in the present view.
    Rows kindOf(const Place &place) const;
    enum class Former { Keep, Drop };
    /// Takes the former rows out of sight before anything says that they are others, and only then puts these in.
    void bind(const Place &place, Former rows);
    void load(qsizetype atLeast);
    void rowsReset();
    void settled(bool hasMore);
    void failed(const Error &error);
    void more();
    void sortBy(int column, Qt::SortOrder order);
    void restoreSelection();
    void updateCount();
    void openRow(const QModelIndex &index);
    QModelIndexList selectedRows() const;

    QPointer<Session> m_session;
    Place m_place;
    Rows m_kind = Rows::Registries; ///< Of the model that is bound; only bind() changes it.
    ActionBar *m_bar;
    Segments *m_by;
    QLineEdit *m_filter;
    QCheckBox *m_untagged;
    QLabel *m_count;
    QStackedWidget *m_pages;
    TableView *m_view;
    StatePage *m_empty;
    RegistryTableModel *m_registries;
    ImageTableModel *m_images;
    ArtifactTreeModel *m_artifacts;
    TagRowModel *m_tags;
    RowFilter *m_rows;
    PagedLoader<ImageSummary> m_imageLoader;
    PagedLoader<ArtifactSummary> m_artifactLoader;
    ContentColumns m_columns;
    KeptSelection m_selection;
    bool m_loading = false;
    bool m_hasMore = false;
    bool m_sortWaits = false; ///< For the rest of the rows.
};

} // namespace berth
