// SPDX-License-Identifier: Apache-2.0
#include "desktop/panes/NameDialog.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

#include "core/ErrorText.h"
#include "core/Names.h"
#include "desktop/parts/LabelledField.h"

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
    , m_name(new QLineEdit(this))
    , m_field(new LabelledField(words.label, m_name, this))
    , m_verb(addVerb(words.verb, "primary", "plus"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setHint(words.hint);
    body()->addWidget(m_field);
    m_verb->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::look);
    connect(m_verb, &QPushButton::clicked, this, &NameDialog::act);
    m_name->setFocus();
}

void NameDialog::look()
{
    const QString error = m_check(m_name->text());
    m_field->setError(m_name->text().isEmpty() ? QString() : error);
    m_verb->setEnabled(error.isEmpty());
}

void NameDialog::act()
{
    const QString name = m_name->text();
    m_verb->setEnabled(false);
    m_name->setReadOnly(true);
    QCoro::connect(m_act(name), this, [this, name](const Result<void> &result) {
        m_name->setReadOnly(false);
        if (!result) {
            m_verb->setEnabled(true);
            m_field->setError(errorText(result.error()));
            return;
        }
        Q_EMIT done(name);
        accept();
    });
}

} // namespace berth
