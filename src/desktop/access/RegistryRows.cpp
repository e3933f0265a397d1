// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/RegistryRows.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "desktop/access/RoleText.h"
#include "desktop/browse/NameDialog.h"
#include "desktop/parts/Parts.h"

namespace berth {

QComboBox *makeRoleCombo(const QString &name, bool withNone, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setAccessibleName(name);
    for (const auto role : {Role::Administrator, Role::Member, Role::ImageUploader, Role::None}) {
        if (withNone || role != Role::None)
            combo->addItem(RegistryRows::tr("%1: %2", "role: what it does").arg(roleName(role), roleMeaning(role)), int(role));
    }
    return combo;
}

RegistryRows::RegistryRows(const QString &label, const QStringList &known, bool withRoles, QWidget *parent)
    : QWidget(parent)
    , m_withRoles(withRoles)
    , m_column(new QVBoxLayout)
    , m_name(new QComboBox(this))
    , m_add(makeButton(tr("Add"), "secondary", "plus", this))
    , m_error(makeLabel({}, TextRole::Caption, Shade::Danger, this))
{
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->addItems(known);
    m_name->setCurrentIndex(-1);
    m_name->setAccessibleName(label);
    m_name->lineEdit()->setAccessibleName(label);
    m_name->lineEdit()->setPlaceholderText(tr("Name of a registry"));
    m_name->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_error->setWordWrap(true);
    m_error->hide();
    m_column->setSpacing(6);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_name, 1);
    bottom->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(m_column);
    column->addLayout(bottom);
    column->addWidget(m_error);
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, &RegistryRows::addChosen);
    connect(m_name, &QComboBox::editTextChanged, this, [this] { sayError({}); });
}

void RegistryRows::sayError(const QString &error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

void RegistryRows::addChosen()
{
    const QString name = m_name->currentText().trimmed();
    const QString error = m_roles.contains(name) ? tr("%1 is in the list").arg(name) : registryNameError(name);
    sayError(error);
    if (!error.isEmpty())
        return;
    addRow(name, Role::Member);
    m_name->setCurrentIndex(-1);
    m_name->clearEditText();
    Q_EMIT changed();
}

void RegistryRows::addRow(const QString &name, Role role)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *label = new ElidedLabel(name, TextRole::Body, Shade::Text, row);
    label->setMinimumWidth(90);
    line->addWidget(label, 1);
    QComboBox *combo = nullptr;
    if (m_withRoles) {
        combo = makeRoleCombo(tr("Role in %1").arg(name), true, row);
        combo->setCurrentIndex(combo->findData(int(role)));
        connect(combo, &QComboBox::activated, this, &RegistryRows::changed);
        line->addWidget(combo, 2);
    }
    auto *remove = makeIconButton("x", tr("Remove %1").arg(name), row);
    remove->setAutoDefault(false);
    line->addWidget(remove);
    m_column->addWidget(row);
    m_roles.insert(name, combo);
    connect(remove, &QPushButton::clicked, this, [this, row, name] {
        m_roles.remove(name);
        m_name->setFocus();
        row->deleteLater();
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
