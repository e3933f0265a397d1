// SPDX-License-Identifier: Apache-2.0
#include "desktop/details/ConfigurationPage.h"

#include <QAction>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStandardItemModel>

#include "desktop/lists/ItemRoles.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/ArtifactContent.h"
#include "desktop/parts/Parts.h"

namespace berth {

namespace {

enum Column { NameColumn, ValueColumn, ColumnCount };
constexpr int valueRole = KeyRole + 1;

QString joined(const std::vector<std::string> &texts, const QString &with)
{
    QStringList list;
    for (const auto &text : texts)
        list << QString::fromStdString(text);
    return list.join(with);
}

} // namespace

ConfigurationPage::ConfigurationPage(ArtifactContent &content, QWidget *parent)
    : ConfigurationPage(content, new QWidget(parent), parent)
{
}

ConfigurationPage::ConfigurationPage(ArtifactContent &content, QWidget *body, QWidget *parent)
    : ContentPage(content, body, parent)
    , m_facts(new QFormLayout)
    , m_factsBox(new QWidget(body))
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_view(new TableView(body))
{
    m_facts->setContentsMargins(18, 10, 12, 10);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(8);
    m_facts->setLabelAlignment(Qt::AlignLeft);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_factsBox->setLayout(m_facts);
    auto *scroll = new QScrollArea(body);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Configuration"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_factsBox);
    scroll->viewport()->setAutoFillBackground(false);
    m_factsBox->setAutoFillBackground(false);
    m_model->setHorizontalHeaderLabels({tr("Environment and labels"), tr("Value")});
    m_view->setModel(m_model);
    m_view->setSortingEnabled(false);
    m_view->setRootIsDecorated(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAccessibleName(tr("Environment and labels"));
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(icon("copy"), tr("Copy value"), m_view);
    m_view->addAction(copy);
    m_view->header()->setSectionResizeMode(ValueColumn, QHeaderView::Stretch);
    m_view->setColumnWidth(NameColumn,
        qMax(QFontMetrics(fontFor(TextRole::Mono)).horizontalAdvance(QStringLiteral("org.opencontainers.image.x")),
            m_view->fontMetrics().horizontalAdvance(tr("Environment and labels")))
            + 30);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(scroll, 2);
    row->addWidget(m_view, 3);
    connect(copy, &QAction::triggered, this, &ConfigurationPage::copyValue);
}

QString ConfigurationPage::nothing() const
{
    const auto &details = *content().details();
    const bool isImage = !details.history.empty() || !details.environment.empty() || !details.command.empty() || !details.entrypoint.empty();
    return isImage ? QString() : tr("This artifact has no configuration of an image");
}

void ConfigurationPage::write()
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto &details = *content().details();
    const auto add = [this](const QString &name, const QString &value, const QString &none) {
        auto *text = makeLabel(
            value.isEmpty() ? none : value, value.isEmpty() ? TextRole::Body : TextRole::Mono, value.isEmpty() ? Shade::Text3 : Shade::Text, m_factsBox);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto *label = makeLabel(name, TextRole::Body, Shade::Text3, m_factsBox);
        label->setBuddy(text);
        text->setAccessibleName(name);
        m_facts->addRow(label, text);
    };
    m_facts->addRow(makeLabel(tr("When it runs"), TextRole::BodyStrong, Shade::Text, m_factsBox));
    add(tr("Entrypoint"), joined(details.entrypoint, QStringLiteral(" ")), tr("None"));
    add(tr("Command"), joined(details.command, QStringLiteral(" ")), tr("None"));
    add(tr("Runs as"), QString::fromStdString(details.user), tr("root"));
    add(tr("Folder"), QString::fromStdString(details.folder), QStringLiteral("/"));
    add(tr("Ports"), joined(details.ports, QStringLiteral(", ")), tr("None"));
    add(tr("Volumes"), joined(details.volumes, QStringLiteral(", ")), tr("None"));
    add(tr("Stops with"), QString::fromStdString(details.stopSignal), QStringLiteral("SIGTERM"));
    add(tr("Health"), QString::fromStdString(details.health), tr("Not checked"));
    m_model->setRowCount(0);
    const auto list = [this](const std::pair<std::string, std::string> &pair, bool isLabel) {
        const bool hidden = !isLabel && looksLikeSecret(pair.first) && !pair.second.empty();
        const QString value = QString::fromStdString(pair.second);
        QList<QStandardItem *> row{
            new QStandardItem(QString::fromStdString(pair.first)), new QStandardItem(hidden ? tr("Looks like a secret, hidden") : value)};
        row[NameColumn]->setData(isLabel ? QStringLiteral("tag") : QStringLiteral("terminal"), GlyphRole);
        row[NameColumn]->setData(true, MonoRole);
        row[NameColumn]->setToolTip(isLabel ? tr("Label") : tr("Environment variable"));
        row[ValueColumn]->setData(!hidden, MonoRole);
        row[ValueColumn]->setData(true, QuietRole);
        row[ValueColumn]->setData(value, valueRole);
        if (hidden)
            row[ValueColumn]->setData(QStringLiteral("warn"), GlyphRole);
        row[ValueColumn]->setToolTip(hidden ? tr("Copy value in its menu copies it") : plainTip(value));
        m_model->appendRow(row);
    };
    for (const auto &pair : details.environment)
        list(pair, false);
    for (const auto &pair : details.labels)
        list(pair, true);
}

void ConfigurationPage::copyValue()
{
    if (const auto index = m_view->currentIndex(); index.isValid())
        QGuiApplication::clipboard()->setText(index.siblingAtColumn(ValueColumn).data(valueRole).toString());
}

} // namespace berth
