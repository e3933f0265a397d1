// SPDX-License-Identifier: Apache-2.0
#include "desktop/details/LayersPage.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "core/SizeSum.h"
#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/RowDelegate.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/ArtifactContent.h"
#include "desktop/parts/Parts.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

namespace {

enum Column { NumberColumn, CommandColumn, SizeBarColumn, SizeColumn, DigestColumn, ColumnCount };
constexpr int shareRole = KeyRole + 1;

/// A bar as wide as the layer's share of the largest one.
class SizeBarDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = qMax(8, int((option.rect.width() - 16) * index.data(shareRole).toDouble()));
        paintRounded(
            painter, QRect(option.rect.left() + 8, option.rect.center().y() - 3, qMin(width, option.rect.width() - 16), 8), 3, Theme::current().accent);
    }
};

} // namespace

LayersPage::LayersPage(ArtifactContent &content, QWidget *parent)
    : LayersPage(content, new QWidget(parent), parent)
{
}

LayersPage::LayersPage(ArtifactContent &content, QWidget *body, QWidget *parent)
    : ContentPage(content, body, parent)
    , m_strip(new StackBar(14, tr("Layers by size"), body))
    , m_sum(makeLabel({}, TextRole::Body, Shade::Text2, body))
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_view(new TableView(body))
    , m_command(new CodeLine(tr("Command of the selected layer"), body))
{
    m_model->setHorizontalHeaderLabels({tr("#"), tr("Command that made it"), tr("Size"), QString(), tr("Digest")});
    m_model->setHeaderData(SizeColumn, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_view->setModel(m_model);
    m_view->setSortingEnabled(false);
    m_view->setRootIsDecorated(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAccessibleName(tr("Layers"));
    m_view->setItemDelegateForColumn(SizeBarColumn, new SizeBarDelegate(m_view));
    const QFontMetrics metrics(m_view->font());
    auto *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(CommandColumn, QHeaderView::Stretch);
    m_view->setColumnWidth(NumberColumn, 60);
    m_view->setColumnWidth(SizeBarColumn, 130);
    m_view->setColumnWidth(SizeColumn, metrics.horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24);
    m_view->setColumnWidth(DigestColumn, QFontMetrics(fontFor(TextRole::Mono)).horizontalAdvance(QStringLiteral("7a398144c5a2")) + 30);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(18, 8, 18, 4);
    top->setSpacing(14);
    top->addWidget(m_strip, 1);
    top->addWidget(m_sum);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(18, 4, 18, 8);
    foot->addWidget(m_command);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    column->addLayout(foot);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &index) { m_command->setText(index.siblingAtColumn(CommandColumn).data().toString()); });
}

QString LayersPage::nothing() const { return content().imageManifest()->layers.empty() ? tr("This artifact has no layers") : QString(); }

void LayersPage::write()
{
    const auto &layers = content().imageManifest()->layers;
    qint64 sum = 0, largest = 1;
    for (const auto &layer : layers) {
        sum = sizeSum(sum, layer.sizeBytes);
        largest = qMax<qint64>(largest, layer.sizeBytes);
    }
    QList<std::pair<double, StackBar::Fill>> parts;
    m_model->setRowCount(0);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        parts.emplaceBack(double(layers[i].sizeBytes), StackBar::Fill::Accent);
        const QString command = QString::fromStdString(content().details()->commandOfLayer(i));
        const QString digest = QString::fromStdString(layers[i].digest.shortHex());
        QList<QStandardItem *> row{new QStandardItem(QString::number(i + 1)),
            new QStandardItem(command.isEmpty() ? QString::fromStdString(layers[i].mediaType) : command), new QStandardItem,
            new QStandardItem(sizeText(layers[i].sizeBytes)), new QStandardItem(digest)};
        row[NumberColumn]->setData(true, QuietRole);
        row[CommandColumn]->setData(true, MonoRole);
        row[CommandColumn]->setToolTip(plainTip(command));
        row[SizeBarColumn]->setData(double(layers[i].sizeBytes) / double(largest), shareRole);
        row[SizeColumn]->setData(int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        row[DigestColumn]->setData(true, MonoRole);
        row[DigestColumn]->setData(true, QuietRole);
        row[DigestColumn]->setToolTip(QString::fromStdString(layers[i].digest.toString()));
        row[NumberColumn]->setData(tr("Layer %1, %2, made by %3").arg(i + 1).arg(sizeText(layers[i].sizeBytes), command), Qt::AccessibleTextRole);
        m_model->appendRow(row);
    }
    m_strip->setParts(parts, true);
    m_sum->setText(tr("%n layers, %1", nullptr, int(layers.size())).arg(sizeText(sum)));
    m_view->setCurrentIndex(m_model->index(0, 0));
}

} // namespace berth
