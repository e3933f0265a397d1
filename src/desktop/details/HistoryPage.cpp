// SPDX-License-Identifier: Apache-2.0
#include "desktop/details/HistoryPage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "core/SizeText.h"
#include "core/Time.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/ArtifactContent.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"

namespace berth {

namespace {
enum Column { StepColumn, CommandColumn, LayerColumn, MadeColumn, ColumnCount };
}

HistoryPage::HistoryPage(ArtifactContent &content, QWidget *parent)
    : HistoryPage(content, new QWidget(parent), parent)
{
}

HistoryPage::HistoryPage(ArtifactContent &content, QWidget *body, QWidget *parent)
    : ContentPage(content, body, parent)
    , m_which(new Segments({tr("All steps"), tr("Only with a layer")}, tr("Which steps"), body))
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_view(new TableView(body))
{
    auto *copyButton = makeButton(tr("Copy as Dockerfile lines"), "secondary", "copy", body);
    copyButton->setProperty("mini", true);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(18, 8, 18, 4);
    top->setSpacing(10);
    top->addWidget(m_which);
    top->addStretch();
    top->addWidget(copyButton);
    m_model->setHorizontalHeaderLabels({tr("Step"), tr("Command"), tr("Layer"), tr("Made")});
    m_model->setHeaderData(LayerColumn, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_view->setModel(m_model);
    m_view->setSortingEnabled(false);
    m_view->setRootIsDecorated(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAccessibleName(tr("History"));
    const QFontMetrics metrics(m_view->font());
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(CommandColumn, QHeaderView::Stretch);
    m_view->setColumnWidth(StepColumn, 72);
    m_view->setColumnWidth(LayerColumn, metrics.horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24);
    m_view->setColumnWidth(MadeColumn, metrics.horizontalAdvance(QStringLiteral("2026-11-02 09:14 PM")) + 20);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    auto *note = makeLabel(tr("Times are those that the builder wrote."), TextRole::Caption, Shade::Text3, body);
    note->setWordWrap(true);
    note->setContentsMargins(18, 2, 18, 4);
    column->addWidget(note);
    connect(m_which, &Segments::currentChanged, this, &HistoryPage::list);
    connect(copyButton, &QPushButton::clicked, this, &HistoryPage::copy);
}

QString HistoryPage::nothing() const { return content().details()->history.empty() ? tr("The builder wrote no history") : QString(); }

void HistoryPage::write() { list(); }

void HistoryPage::list()
{
    if (!content().details())
        return;
    m_model->setRowCount(0);
    const auto &history = content().details()->history;
    for (std::size_t i = history.size(); i-- > 0;) {
        const auto &step = history[i];
        const bool hasLayer = step.layer >= 0;
        if (m_which->current() == 1 && !hasLayer)
            continue;
        const auto made = fromRfc3339(step.created);
        const QString command = step.command.empty() ? tr("Not written down") : QString::fromStdString(step.command);
        QList<QStandardItem *> row{new QStandardItem(QString::number(i + 1)), new QStandardItem(command),
            new QStandardItem(hasLayer ? sizeText(step.sizeBytes) : tr("no layer")), new QStandardItem(made == 0 ? tr("Unknown") : dateText(toDateTime(made)))};
        row[StepColumn]->setData(true, QuietRole);
        row[CommandColumn]->setData(true, MonoRole);
        row[CommandColumn]->setData(!hasLayer, QuietRole);
        row[CommandColumn]->setToolTip(plainTip(command));
        row[LayerColumn]->setData(int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        row[LayerColumn]->setData(!hasLayer, QuietRole);
        row[MadeColumn]->setData(true, QuietRole);
        row[StepColumn]->setData(tr("Step %1: %2").arg(i + 1).arg(command), Qt::AccessibleTextRole);
        m_model->appendRow(row);
    }
}

void HistoryPage::copy() const
{
    QStringList lines;
    for (const auto &step : content().details()->history) {
        if (!step.command.empty())
            lines << QString::fromStdString(step.command);
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

} // namespace berth
