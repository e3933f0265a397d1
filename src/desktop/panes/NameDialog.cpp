// SPDX-License-Identifier: Apache-2.0
#include "desktop/panes/NameDialog.h"

#include <QCoreApplication>

#include "core/ErrorText.h"
#include "core/Names.h"
#include "panes/ui_NameDialog.h"

namespace berth {

QString registryNameError(const QString &name)
{
    if (checkRegistryName(name.toStdString()))
        return {};
    if (name.isEmpty())
        return QCoreApplication::translate("names", "Enter a name");
    return QCoreApplication::translate("names", "Registry names use a–z, 0–9 and single . _ - between them, and cannot be v2, api, service, ncr or c");
}

QString imageNameError(const QString &name)
{
    if (checkImageName(name.toStdString()))
        return {};
    if (name.isEmpty())
        return QCoreApplication::translate("names", "Enter a name");
    return QCoreApplication::translate("names", "Image names use a–z, 0–9 and - _ . / with separators only between letters or digits");
}

QString tagError(const QString &tag)
{
    if (checkTag(tag.toStdString()))
        return {};
    if (tag.isEmpty())
        return QCoreApplication::translate("names", "Enter a tag");
    return QCoreApplication::translate("names", "Tags have up to 128 letters, digits and . _ - and do not begin with . or -");
}

QString userNameError(const QString &name)
{
    if (checkUserName(name.toStdString()))
        return {};
    if (name.isEmpty())
        return QCoreApplication::translate("names", "Enter a name");
    return QCoreApplication::translate("names", "Names of users have up to 64 letters, digits and . _ - @");
}

NameDialog::NameDialog(const Words &words, Check check, Act act, QWidget *parent)
    : DialogFrame(words.heading, words.sentence, 480, parent)
    , m_check(std::move(check))
    , m_act(std::move(act))
    , m_ui(std::make_unique<Ui::NameDialog>())
    , m_verb(addVerb(words.verb, "primary", "plus"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    m_ui->nameField->setLabel(words.label);
    m_ui->nameField->setHint(words.hint);
    m_verb->setEnabled(false);
    connect(m_ui->name, &QLineEdit::textChanged, this, &NameDialog::look);
    connect(m_verb, &QPushButton::clicked, this, &NameDialog::act);
    m_ui->name->setFocus();
}

NameDialog::~NameDialog() = default;

void NameDialog::look()
{
    const QString error = m_check(m_ui->name->text());
    m_ui->nameField->setError(m_ui->name->text().isEmpty() ? QString() : error);
    m_verb->setEnabled(error.isEmpty());
}

void NameDialog::act()
{
    const QString name = m_ui->name->text();
    m_verb->setEnabled(false);
    m_ui->name->setReadOnly(true);
    QCoro::connect(m_act(name), this, [this, name](const Result<void> &result) {
        m_ui->name->setReadOnly(false);
        if (!result) {
            m_verb->setEnabled(true);
            m_ui->nameField->setError(errorText(result.error()));
            return;
        }
        Q_EMIT done(name);
        accept();
    });
}

} // namespace berth
