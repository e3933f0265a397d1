// SPDX-License-Identifier: Apache-2.0
#include "desktop/details/PlatformsPage.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QSysInfo>
#include <QVBoxLayout>

#include "core/SizeText.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"

namespace berth {

namespace {

enum Column { PlatformColumn, HereColumn, DigestColumn, SizeColumn, PulledColumn, ColumnCount };

/// True if containers of that platform run here without emulation.
bool isThisComputer(const QString &platform)
{
    const QString cpu = QSysInfo::currentCpuArchitecture();
    const QString architecture = cpu == QLatin1String("x86_64") ? QStringLiteral("amd64") : cpu == QLatin1String("i386") ? QStringLiteral("386") : cpu;
    return platform.section(QLatin1Char('/'), 0, 0) == QLatin1String("linux") && platform.section(QLatin1Char('/'), 1, 1) == architecture;
}

} // namespace

PlatformsPage::PlatformsPage(QWidget *parent)
    : DetailPage(parent)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_view(new TableView(this))
    , m_command(new CodeLine(tr("Pull command of the selected platform"), this))
{
    m_model->setHorizontalHeaderLabels({tr("Platform"), QString(), tr("Digest"), tr("Size"), tr("Pulled")});
    m_model->setHeaderData(SizeColumn, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_view->setModel(m_model);
    m_view->setSortingEnabled(false);
    m_view->setRootIsDecorated(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAccessibleName(tr("Platforms"));
    const QFontMetrics metrics(m_view->font());
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(PlatformColumn, QHeaderView::Stretch);
    m_view->setColumnWidth(HereColumn, metrics.horizontalAdvance(tr("This computer")) + 50);
    m_view->setColumnWidth(DigestColumn, QFontMetrics(fontFor(TextRole::Mono)).horizontalAdvance(QStringLiteral("7a398144c5a2")) + 30);
    m_view->setColumnWidth(SizeColumn, metrics.horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24);
    m_view->setColumnWidth(PulledColumn, metrics.horizontalAdvance(QStringLiteral("2026-11-02 09:14 PM")) + 20);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(18, 4, 18, 8);
    foot->addWidget(m_command);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addLayout(foot);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_command->setText(QStringLiteral("docker pull --platform %1 %2").arg(index.siblingAtColumn(PlatformColumn).data().toString(), m_reference));
    });
}

void PlatformsPage::setSubject(const Subject &subject)
{
    m_reference = subject.reference();
    m_model->setRowCount(0);
    for (const auto &child : subject.artifact.references) {
        const bool isPlatform = !child.platform.isEmpty() && !child.platform.startsWith(QLatin1String("unknown"));
        QList<QStandardItem *> row{new QStandardItem(isPlatform ? child.platform : tr("Build record")),
            new QStandardItem(isPlatform ? QString() : tr("not a platform")), new QStandardItem(child.digest.section(QLatin1Char(':'), 1).left(12)),
            new QStandardItem(child.sizeBytes > 0 ? sizeText(child.sizeBytes) : tr("Unknown")), new QStandardItem(dateText(child.pulled))};
        row[PlatformColumn]->setData(isPlatform ? QStringLiteral("artifact") : QStringLiteral("archive"), GlyphRole);
        if (isThisComputer(child.platform))
            row[HereColumn]->setData(QStringList{tr("This computer")}, ChipsRole);
        row[HereColumn]->setData(true, QuietRole);
        row[DigestColumn]->setData(true, MonoRole);
        row[DigestColumn]->setToolTip(child.digest);
        row[SizeColumn]->setData(int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        row[PulledColumn]->setData(true, QuietRole);
        m_model->appendRow(row);
    }
    m_view->setCurrentIndex(m_model->index(0, 0));
}

} // namespace berth
