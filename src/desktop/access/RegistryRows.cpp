// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/RegistryRows.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "desktop/panes/NameDialog.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/RoleText.h"

namespace berth {

void addRoles(QComboBox &combo, bool withMeaning)
{
    for (const auto role : {Role::Administrator, Role::Member, Role::ImageUploader, Role::None})
        combo.addItem(withMeaning ? RegistryRows::tr("%1: %2", "role: what it does").arg(roleName(role), roleMeaning(role)) : roleName(role), int(role));
}

RegistryRows::RegistryRows(QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_column(new QVBoxLayout)
    , m_name(new QLineEdit(this))
    , m_add(makeButton(tr("Add"), "secondary", "plus", this))
    , m_error(makeLabel({}, TextRole::Caption, Shade::Danger, this))
{
    m_name->setPlaceholderText(tr("Name of a registry"));
    m_name->installEventFilter(this);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *rows = new QWidget;
    rows->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_scroll->setWidget(rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    rows->setAutoFillBackground(false);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_name, 1);
    bottom->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_scroll);
    column->addLayout(bottom);
    column->addWidget(m_error);
    connect(m_add, &QPushButton::clicked, this, &RegistryRows::takePending);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        sayError({});
        Q_EMIT changed();
    });
    fit();
}

void RegistryRows::offer(const QString &what, const QStringList &known, bool withRoles)
{
    m_withRoles = withRoles;
    auto *completer = new QCompleter(known, this);
    completer->setFilterMode(Qt::MatchContains);
    m_name->setCompleter(completer);
    m_name->setAccessibleName(what);
    m_scroll->setAccessibleName(what);
}

/// As high as its rows, and some six of them at most.
void RegistryRows::fit()
{
    const int wanted = m_column->sizeHint().height();
    m_scroll->setVisible(!m_roles.isEmpty());
    m_scroll->setFixedHeight(qMin(wanted, 240));
}

/// Enter adds the name; the dialog's own button is for the whole form.
bool RegistryRows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !m_name->text().isEmpty()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            takePending();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RegistryRows::sayError(const QString &error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

bool RegistryRows::isEmpty() const { return m_roles.isEmpty() && m_name->text().trimmed().isEmpty(); }

bool RegistryRows::takePending()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return true;
    const QString error = m_roles.contains(name) ? tr("%1 is in the list").arg(name) : registryNameError(name);
    sayError(error);
    if (!error.isEmpty())
        return false;
    addRow(name, Role::Member);
    m_name->clear();
    Q_EMIT changed();
    return true;
}

void RegistryRows::addRow(const QString &name, Role role)
{
    auto *row = new QWidget(m_scroll->widget());
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *label = new ElidedLabel(name, TextRole::Body, Shade::Text, row);
    label->setMinimumWidth(90);
    line->addWidget(label, 1);
    QComboBox *combo = nullptr;
    if (m_withRoles) {
        combo = new QComboBox(row);
        combo->setAccessibleName(tr("Role in %1").arg(name));
        addRoles(*combo, false);
        combo->setCurrentIndex(combo->findData(int(role)));
        connect(combo, &QComboBox::activated, this, &RegistryRows::changed);
        line->addWidget(combo);
    }
    auto *remove = makeIconButton("x", tr("Remove %1").arg(name), row);
    line->addWidget(remove);
    m_column->addWidget(row);
    m_roles.insert(name, combo);
    fit();
    connect(remove, &QPushButton::clicked, this, [this, row, name] {
        m_roles.remove(name);
        m_name->setFocus();
        m_column->removeWidget(row);
        row->deleteLater();
        fit();
        Q_EMIT changed();
    });
}

void RegistryRows::setRegistries(const QMap<QString, Role> &registries)
{
    for (auto it = registries.cbegin(); it != registries.cend(); ++it)
        addRow(it.key(), it.value());
}

QMap<QString, Role> RegistryRows::registries() const
{
    QMap<QString, Role> registries;
    for (auto it = m_roles.cbegin(); it != m_roles.cend(); ++it)
        registries.insert(it.key(), it.value() ? Role(it.value()->currentData().toInt()) : Role::Member);
    return registries;
}

} // namespace berth
