// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/KeyDialog.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "core/ErrorText.h"
#include "desktop/parts/Buttons.h"
#include "desktop/parts/LabelledField.h"

namespace berth {

KeyDialog::KeyDialog(const Connection &connection, QWidget *parent)
    : DialogFrame(tr("Enter the key of %1").arg(connection.address()), tr("Berth tries it and then keeps it in the system's keyring."), 480, parent)
    , m_connection(connection)
    , m_id(new QLineEdit(this))
    , m_secret(new QLineEdit(this))
    , m_secretField(new LabelledField(tr("Secret key"), m_secret, this))
    , m_verb(addVerb(tr("Use this key"), "primary", "key"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_id->setFont(fontFor(TextRole::Mono));
    m_secret->setEchoMode(QLineEdit::Password);
    body()->addWidget(new LabelledField(tr("Access key ID"), m_id, this));
    body()->addWidget(m_secretField);
    connect(m_id, &QLineEdit::textChanged, this, &KeyDialog::look);
    connect(m_secret, &QLineEdit::textChanged, this, &KeyDialog::look);
    connect(m_verb, &QPushButton::clicked, this, &KeyDialog::check);
    look();
}

void KeyDialog::look()
{
    m_secretField->setError({});
    m_verb->setEnabled(!m_id->text().isEmpty() && !m_secret->text().isEmpty());
}

void KeyDialog::check()
{
    const AccessKeyPair pair{m_id->text().trimmed().toStdString(), Secret(m_secret->text().toStdString())};
    m_connection.keyId = m_id->text().trimmed();
    m_connection.secret = pair.secret;
    m_client = std::make_unique<RegistryClient>(m_connection);
    m_verb->setEnabled(false);
    QCoro::connect(m_client->signIn(), this, [this, pair](const Result<void> &signedIn) {
        m_verb->setEnabled(true);
        if (!signedIn) {
            m_secretField->setError(signedIn.error().code == ErrorCode::Unauthorized
                    ? tr("The server does not know this access key, or its secret is another one")
                    : errorText(signedIn.error()));
            return;
        }
        Q_EMIT entered(pair);
        accept();
    });
}

} // namespace berth
