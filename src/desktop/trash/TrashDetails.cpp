// SPDX-License-Identifier: Apache-2.0
#include "desktop/trash/TrashDetails.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QStandardItemModel>

#include "client/roles/Trash.h"
#include "core/Names.h"
#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/FactGrid.h"
#include "desktop/parts/Parts.h"
#include "desktop/trash/TrashModel.h"

namespace berth {

namespace {

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
    : ToolDetails(tr("Deletion"), parent)
    , m_view(new TableView(this))
    , m_artifacts(new QStandardItemModel(0, 4, this))
{
    addPage(tr("Restore"), makeRestorePage());
    m_contentsTab = addTablePage(tr("Contents"), makeContentsPage());
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

QWidget *TrashDetails::makeRestorePage()
{
    auto *page = new QWidget(this);
    m_banner = new Banner(page);
    auto *left = new QWidget(page);
    m_fields = new QVBoxLayout(left);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(12);
    m_restore = makeButton(tr("Restore"), "primary", "undo", page);
    m_facts = new FactGrid(page);
    auto *leftColumn = new QVBoxLayout;
    leftColumn->addWidget(left);
    leftColumn->addWidget(m_restore, 0, Qt::AlignLeft);
    leftColumn->addStretch();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(leftColumn, 1);
    columns->addWidget(m_facts, 1, Qt::AlignTop);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(18, 12, 18, 12);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addLayout(columns, 1);
    return page;
}

QWidget *TrashDetails::makeContentsPage()
{
    auto *page = new QWidget(this);
    m_restoreSome = makeButton(tr("Restore selected"), "flat", "undo", page);
    m_view->setModel(m_artifacts);
    m_view->setRootIsDecorated(false);
    m_view->setAccessibleName(tr("Artifacts in this deletion"));
    m_view->setSortingEnabled(false);
    m_artifacts->setHorizontalHeaderLabels({tr("Artifact"), tr("Tags"), tr("Size"), tr("Pushed")});
    m_artifacts->setHeaderData(SizeColumn, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(TagsColumn, QHeaderView::Stretch);
    m_view->setColumnWidth(DigestColumn, QFontMetrics(fontFor(TextRole::Mono)).horizontalAdvance(QStringLiteral("7a398144c5a2")) + 84);
    m_view->setColumnWidth(SizeColumn, fontMetrics().horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24);
    m_view->setColumnWidth(PushedColumn, dateWidth(fontMetrics()) + 20);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 6, 12, 2);
    bar->addStretch();
    bar->addWidget(m_restoreSome);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    return page;
}

void TrashDetails::clear(const QString &hint)
{
    m_names.clear();
    m_lost.clear();
    m_artifacts->removeRows(0, m_artifacts->rowCount());
    m_restoreSome->setEnabled(false);
    setPageEnabled(m_contentsTab, false);
    showHint(hint);
    Q_EMIT changed();
}

void TrashDetails::addConflict(const RestoreConflict &conflict)
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
    m_facts->add(tr("%1 then").arg(conflict.tag), conflict.digest.section(QLatin1Char(':'), 1).left(12), true);
    m_facts->add(tr("%1 now").arg(conflict.tag), conflict.nowDigest.section(QLatin1Char(':'), 1).left(12), true);
}

void TrashDetails::showContents(const TrashContents &contents)
{
    const auto &entry = contents.entry;
    m_names.clear();
    m_lost.clear();
    empty(m_fields);
    m_facts->clear();
    m_facts->add(tr("What"), TrashModel::what(entry));
    m_facts->add(tr("From"), entry.path());
    m_facts->add(tr("Deleted"), dateTextWithUtc(entry.deleted));
    m_facts->add(tr("Goes on"), dateTextWithUtc(entry.ends));
    if (entry.returnsBytes > 0)
        m_facts->add(tr("Returns"), sizeText(entry.returnsBytes));
    for (const auto &conflict : contents.conflicts) {
        if (conflict.nowDigest.isEmpty())
            m_lost << conflict.tag;
        else
            addConflict(conflict);
    }
    if (!m_lost.isEmpty())
        m_banner->show(Banner::Kind::Warn, tr("The artifact of %1 is not there any more").arg(m_lost.join(QStringLiteral(", "))),
            tr("It was deleted itself. Restore that deletion first, then this one."));
    else if (m_names.size() == 1)
        m_banner->show(Banner::Kind::Warn,
            tr("The name %1 is taken: another artifact has it since %2").arg(contents.conflicts.first().tag, dateText(contents.conflicts.first().since)),
            tr("Restoring never overwrites. Pick what the old artifact gets instead."));
    else if (!m_names.isEmpty())
        m_banner->show(Banner::Kind::Warn, tr("%n names are taken by other artifacts", nullptr, int(m_names.size())),
            tr("Restoring never overwrites. Pick what the old artifacts get instead."));
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
    setPageEnabled(m_contentsTab, !contents.artifacts.isEmpty());
    setTitle(m_contentsTab, contents.artifacts.isEmpty() ? tr("Contents") : tr("Contents %1").arg(contents.artifacts.size()));
    m_restoreSome->setEnabled(false);
    m_restore->setEnabled(reasonAgainst().isEmpty());
    showPages(entry.path());
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

} // namespace berth
