// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/TagsPage.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/roles/TagHistory.h"
#include "client/roles/Tags.h"
#include "core/ErrorText.h"
#include "desktop/browse/ListModels.h"
#include "desktop/browse/TagHistoryPanel.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/PagedLoader.h"
#include "desktop/lists/RowFilter.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/Session.h"

namespace berth {

TagsPage::TagsPage(QWidget *parent)
    : DetailPage(parent)
    , m_model(new TagTableModel(this))
    , m_rows(new RowFilter(this))
    , m_view(new TableView(this))
    , m_filter(new QLineEdit(this))
    , m_bar(new ActionBar(this))
    , m_create(m_bar->addAction(tr("Create tag…"), "tag"))
    , m_move(m_bar->addAction(tr("Move tag…"), "edit"))
    , m_delete(m_bar->addAction(tr("Delete tag…"), "trash"))
    , m_history(m_bar->addAction(tr("History"), "history"))
    , m_panel(new TagHistoryPanel(this))
    , m_banner(new Banner(this))
{
    setUpTable();
    layOut();
    connectParts();
    m_loader = std::make_unique<PagedLoader<TagSummary>>(this,
        PagedLoader<TagSummary>::Receiver{[this](QList<TagSummary> rows) {
                                              m_view->setLoading(false);
                                              m_model->reset(std::move(rows));
                                          },
            [this](const QList<TagSummary> &rows) { m_model->append(rows); },
            [this](const Error &error) {
                m_view->setLoading(false);
                m_banner->show(Banner::Kind::Danger, tr("The tags could not be loaded"), errorText(error), tr("Retry"));
            },
            [this](bool hasMore) {
                if (hasMore)
                    m_loader->more();
            }});
    updateActions();
}

void TagsPage::setUpTable()
{
    m_rows->setSourceModel(m_model);
    m_rows->setFilterCaseSensitivity(Qt::CaseSensitive);
    m_rows->setFilterKeyColumn(0);
    m_view->setModel(m_rows);
    m_view->setRootIsDecorated(false);
    m_view->setAccessibleName(tr("Tags"));
    m_view->sortByColumn(TagTableModel::PushedColumn, Qt::DescendingOrder);
    m_view->header()->setSectionResizeMode(TagTableModel::NameColumn, QHeaderView::Stretch);
    m_view->header()->setStretchLastSection(false);
    const int date = dateWidth(m_view->fontMetrics()) + 20;
    m_view->setColumnWidth(TagTableModel::PushedColumn, date);
    m_view->setColumnWidth(TagTableModel::PulledColumn, date);
}

void TagsPage::layOut()
{
    m_filter->setPlaceholderText(tr("Search tags"));
    m_filter->setAccessibleName(tr("Search tags"));
    m_filter->setProperty("quiet", true);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(240);
    m_bar->addLeft(m_filter);
    m_bar->row().setContentsMargins(16, 6, 16, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_bar);
    column->addWidget(m_banner);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    sides->addWidget(m_view, 3);
    sides->addWidget(m_panel, 2);
    column->addLayout(sides, 1);
    m_history->setCheckable(true);
    m_panel->hide();
}

void TagsPage::connectParts()
{
    // Literal and case-sensitive: "_", "%" and "*" mean themselves.
    connect(m_filter, &QLineEdit::textChanged, m_rows, [this](const QString &text) {
        m_rows->setFilterFixedString(text);
        if (!text.isEmpty() && m_loader)
            m_loader->more();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TagsPage::updateActions);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &TagsPage::updateActions);
    connect(m_create, &QPushButton::clicked, this, &TagsPage::createTagRequested);
    connect(m_move, &QPushButton::clicked, this, [this] { Q_EMIT moveTagRequested(selectedTags().value(0)); });
    connect(m_delete, &QPushButton::clicked, this, [this] { Q_EMIT deleteTagsRequested(selectedTags()); });
    connect(m_banner, &Banner::actionTriggered, this, &TagsPage::refresh);
    connect(m_history, &QPushButton::toggled, this, &TagsPage::showHistory);
}

TagsPage::~TagsPage() = default;

void TagsPage::setSubject(const Subject &subject)
{
    auto *session = subject.session.get();
    const auto &[registry, image, digest] = std::tie(subject.image.registry, subject.image.name, subject.artifact.digest);
    if (session == m_session && registry == m_registry && image == m_image && digest == m_digest)
        return;
    if (m_session)
        disconnect(m_session, &Session::rightsChanged, this, nullptr);
    if (session)
        connect(session, &Session::rightsChanged, this, &TagsPage::updateActions);
    m_session = session;
    m_registry = registry;
    m_image = image;
    m_digest = digest;
    m_model->reset({});
    refresh();
}

QStringList TagsPage::selectedTags() const
{
    QStringList tags;
    for (const auto &index : m_view->selectionModel()->selectedRows(TagTableModel::NameColumn))
        tags << index.data().toString();
    return tags;
}

void TagsPage::updateActions()
{
    const auto set = [this](QPushButton &button, const QString &whyNot) { m_bar->setReason(&button, whyNot); };
    const auto refused = [this](Deed deed) { return m_session ? m_session->refusal(deed, m_registry) : QString(); };
    set(*m_create, refused(Deed::CreateTag));
    const auto selected = m_view->selectionModel()->selectedRows().size();
    set(*m_move, selected == 1 ? refused(Deed::Push) : tr("Select a tag first"));
    m_bar->setShown(m_history, m_session && m_session->as<TagHistory>());
    showHistory();
    set(*m_delete, m_view->selectionModel()->hasSelection() ? refused(Deed::DeleteTag) : tr("Select a tag first"));
}

void TagsPage::showHistory()
{
    const bool isShown = m_history->isChecked() && m_session && m_session->as<TagHistory>();
    m_panel->setVisible(isShown);
    if (isShown)
        m_panel->setTag(m_session, m_registry, m_image, selectedTags().size() == 1 ? selectedTags().first() : QString());
}

void TagsPage::refresh()
{
    if (m_panel->isVisible())
        m_panel->refresh();
    m_banner->hide();
    m_loader->stop();
    if (!m_session || !m_session->isConnected() || m_digest.isEmpty())
        return;
    m_view->setLoading(true);
    m_loader->start(
        [session = m_session, registry = m_registry, image = m_image, digest = m_digest](const QString &cursor) {
            auto *tags = session ? session->as<Tags>() : nullptr;
            return tags ? tags->listTags(registry, image, digest, cursor) : cancelledPage<TagSummary>();
        },
        m_model->rowCount());
}

} // namespace berth
