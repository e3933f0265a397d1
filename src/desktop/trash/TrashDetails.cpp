// SPDX-License-Identifier: Apache-2.0
#include "desktop/trash/TrashDetails.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTabBar>

#include "core/Names.h"
#include "core/SizeText.h"
#include "desktop/browse/ItemRoles.h"
#include "desktop/browse/TableView.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"
#include "desktop/trash/TrashModel.h"

namespace berth {

namespace {

enum Page { RestorePage, ContentsPage, HintPage };
enum ContentsColumn { DigestColumn, TagsColumn, SizeColumn, PushedColumn };

void empty(QLayout *layout)
{
    while (auto *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

TrashDetails::TrashDetails(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_subject(makeLabel({}, TextRole::Body, Shade::Text3, this))
    , m_pages(new QStackedWidget(this))
    , m_hint(makeLabel({}, TextRole::Body, Shade::Text3, this))
    , m_view(new TableView(this))
    , m_artifacts(new QStandardItemModel(0, 4, this))
{
    m_tabs->setAccessibleName(tr("Deletion"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Restore"));
    m_tabs->addTab(tr("Contents"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(6, 0, 16, 0);
    bar->addWidget(m_tabs, 1);
    bar->addWidget(m_subject);

    auto *restorePage = new QWidget;
    m_banner = new Banner(restorePage);
    auto *left = new QWidget(restorePage);
    m_fields = new QVBoxLayout(left);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(12);
    m_restore = makeButton(tr("Restore"), "primary", "undo", restorePage);
    auto *right = new QWidget(restorePage);
    m_facts = new QGridLayout(right);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(8);
    m_facts->setColumnStretch(1, 1);
    auto *leftColumn = new QVBoxLayout;
    leftColumn->addWidget(left);
    leftColumn->addWidget(m_restore, 0, Qt::AlignLeft);
    leftColumn->addStretch();
    auto *rightColumn = new QVBoxLayout;
    rightColumn->addWidget(right);
    rightColumn->addStretch();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(leftColumn, 1);
    columns->addLayout(rightColumn, 1);
    auto *restoreColumn = new QVBoxLayout(restorePage);
    restoreColumn->setContentsMargins(18, 12, 18, 12);
    restoreColumn->setSpacing(12);
    restoreColumn->addWidget(m_banner);
    restoreColumn->addLayout(columns, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Restore"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(restorePage);
    restorePage->setAutoFillBackground(false);

    auto *contents = new QWidget(this);
    m_restoreSome = makeButton(tr("Restore selected"), "flat", "undo", contents);
    m_view->setModel(m_artifacts);
    m_view->setRootIsDecorated(false);
    m_view->setAccessibleName(tr("Artifacts in this deletion"));
    m_view->setSortingEnabled(false);
    auto *contentsBar = new QHBoxLayout;
    contentsBar->setContentsMargins(16, 6, 12, 2);
    contentsBar->addStretch();
    contentsBar->addWidget(m_restoreSome);
    auto *contentsColumn = new QVBoxLayout(contents);
    contentsColumn->setContentsMargins(0, 0, 0, 0);
    contentsColumn->setSpacing(2);
    contentsColumn->addLayout(contentsBar);
    contentsColumn->addWidget(m_view, 1);

    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    for (QWidget *page : {static_cast<QWidget *>(scroll), contents, static_cast<QWidget *>(m_hint)})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 4);
    column->setSpacing(1);
    column->addLayout(bar);
    column->addWidget(m_pages, 1);

    m_artifacts->setHorizontalHeaderLabels({tr("Artifact"), tr("Tags"), tr("Size"), tr("Pushed")});
    m_artifacts->setHeaderData(SizeColumn, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(TagsColumn, QHeaderView::Stretch);
    m_view->setColumnWidth(DigestColumn, QFontMetrics(fontFor(TextRole::Mono)).horizontalAdvance(QStringLiteral("7a398144c5a2")) + 84);
    m_view->setColumnWidth(SizeColumn, fontMetrics().horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24);
    m_view->setColumnWidth(PushedColumn, dateWidth(fontMetrics()) + 20);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_pages->currentIndex() != HintPage)
            m_pages->setCurrentIndex(tab);
    });
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreRequested({}); });
    connect(m_restoreSome, &QPushButton::clicked, this, [this] {
        QStringList digests;
        for (const auto &index : m_view->selectionModel()->selectedRows())
            digests << index.data(KeyRole).toString();
        if (!digests.isEmpty())
            Q_EMIT restoreRequested(digests);
    });
    const auto follow = [this] { m_restoreSome->setEnabled(m_view->selectionModel()->hasSelection()); };
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, follow);
    connect(m_artifacts, &QAbstractItemModel::modelReset, this, follow);
    clear({});
}

void TrashDetails::clear(const QString &hint)
{
    m_hint->setText(hint);
    m_subject->clear();
    m_names.clear();
    m_lost.clear();
    m_artifacts->removeRows(0, m_artifacts->rowCount());
    m_restoreSome->setEnabled(false);
    m_tabs->setTabEnabled(ContentsPage, false);
    m_pages->setCurrentIndex(HintPage);
    Q_EMIT changed();
}

void TrashDetails::addFact(const QString &name, const QString &value, bool isMono)
{
    const int row = m_facts->rowCount();
    m_facts->addWidget(makeLabel(name, TextRole::Body, Shade::Text3, m_facts->parentWidget()), row, 0, Qt::AlignTop);
    auto *label = makeLabel(value, isMono ? TextRole::Mono : TextRole::Body, Shade::Text, m_facts->parentWidget());
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->addWidget(label, row, 1);
}

void TrashDetails::addConflict(const TrashConflict &conflict)
{
    auto *name = new QLineEdit(conflict.freeName, m_fields->parentWidget());
    auto *field = new LabelledField(tr("Restore the tag %1 as").arg(conflict.tag), name, m_fields->parentWidget());
    name->setAccessibleName(tr("Restore the tag %1 as").arg(conflict.tag));
    const auto check = [field, name] {
        const auto good = checkTag(name->text().toStdString());
        field->setError(good ? QString() : tr("Tags have letters, digits and _ . -, begin with a letter, digit or _, and have 128 characters at most."));
    };
    field->setHint(tr("The name %1 stays where it is now: restoring never overwrites.").arg(conflict.tag));
    connect(name, &QLineEdit::textChanged, this, [this, check] {
        check();
        Q_EMIT changed();
    });
    m_fields->addWidget(field);
    m_names.insert(conflict.tag, name);
    addFact(tr("%1 then").arg(conflict.tag), conflict.digest.section(QLatin1Char(':'), 1).left(12), true);
    addFact(tr("%1 now").arg(conflict.tag), conflict.nowDigest.section(QLatin1Char(':'), 1).left(12), true);
}

void TrashDetails::showContents(const TrashContents &contents)
{
    const auto &entry = contents.entry;
    m_names.clear();
    m_lost.clear();
    empty(m_fields);
    empty(m_facts);
    m_subject->setText(entry.path());
    addFact(tr("What"), TrashModel::what(entry));
    addFact(tr("From"), entry.path());
    addFact(tr("Deleted"), dateTextWithUtc(entry.deleted));
    addFact(tr("Goes on"), dateTextWithUtc(entry.ends));
    if (entry.returnsBytes > 0)
        addFact(tr("Returns"), sizeText(entry.returnsBytes));
    for (const auto &conflict : contents.conflicts) {
        if (conflict.nowDigest.isEmpty())
            m_lost << conflict.tag;
        else
            addConflict(conflict);
    }
    if (!m_lost.isEmpty())
        m_banner->show(Banner::Kind::Warn, tr("The artifact of %1 is not there any more").arg(m_lost.join(QStringLiteral(", "))), tr("It was deleted itself. Restore that deletion first, then this one."));
    else if (m_names.size() == 1)
        m_banner->show(Banner::Kind::Warn, tr("The name %1 is taken: another artifact has it since %2").arg(contents.conflicts.first().tag, dateText(contents.conflicts.first().since)), tr("Restoring never overwrites. Pick what the old artifact gets instead."));
    else if (!m_names.isEmpty())
        m_banner->show(Banner::Kind::Warn, tr("%n names are taken by other artifacts", nullptr, int(m_names.size())), tr("Restoring never overwrites. Pick what the old artifacts get instead."));
    else
        m_banner->hide();
    m_fields->parentWidget()->setVisible(!m_names.isEmpty());
    m_artifacts->removeRows(0, m_artifacts->rowCount());
    for (const auto &artifact : contents.artifacts) {
        auto *digest = new QStandardItem(artifact.digest.section(QLatin1Char(':'), 1).left(12));
        digest->setData(artifact.digest, KeyRole);
        digest->setData(QStringLiteral("artifact"), GlyphRole);
        digest->setData(true, MonoRole);
        digest->setToolTip(artifact.digest);
        auto *tags = new QStandardItem(artifact.tags.isEmpty() ? tr("No tags") : artifact.tags.join(QStringLiteral(", ")));
        tags->setData(artifact.tags, ChipsRole);
        auto *size = new QStandardItem(sizeText(artifact.sizeBytes));
        size->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *pushed = new QStandardItem(dateText(artifact.pushed));
        m_artifacts->appendRow({digest, tags, size, pushed});
    }
    m_tabs->setTabEnabled(ContentsPage, !contents.artifacts.isEmpty());
    m_tabs->setTabText(ContentsPage, contents.artifacts.isEmpty() ? tr("Contents") : tr("Contents %1").arg(contents.artifacts.size()));
    if (contents.artifacts.isEmpty())
        m_tabs->setCurrentIndex(RestorePage);
    m_restoreSome->setEnabled(false);
    m_restore->setEnabled(reasonAgainst().isEmpty());
    m_pages->setCurrentIndex(m_tabs->currentIndex());
    Q_EMIT changed();
}

QMap<QString, QString> TrashDetails::tagNames() const
{
    QMap<QString, QString> names;
    for (auto it = m_names.cbegin(); it != m_names.cend(); ++it)
        names.insert(it.key(), it.value()->text());
    return names;
}

QString TrashDetails::reasonAgainst() const
{
    if (!m_lost.isEmpty())
        return tr("Its artifact is not there any more; restore that deletion first");
    for (const auto *name : m_names) {
        if (!checkTag(name->text().toStdString()))
            return tr("Give the tag a name that is allowed");
    }
    return {};
}

void TrashDetails::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, Theme::current().line);
    painter.fillRect(0, m_pages->y() - 1, width(), 1, Theme::current().line);
}

} // namespace berth
