// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/KeyDialog.h"

#include "connections/ui_KeyDialog.h"
#include "core/ErrorText.h"

namespace berth {

KeyDialog::KeyDialog(const Connection &connection, QWidget *parent)
    : DialogFrame(tr("Enter the key of %1").arg(connection.address()), tr("Berth tries it and then keeps it in the system's keyring."), 480, parent)
    , m_connection(connection)
    , m_ui(std::make_unique<Ui::KeyDialog>())
    , m_verb(addVerb(tr("Use this key"), "primary", "key"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    m_ui->keyId->setFont(fontFor(TextRole::Mono));
    connect(m_ui->keyId, &QLineEdit::textChanged, this, &KeyDialog::look);
    connect(m_ui->secret, &QLineEdit::textChanged, this, &KeyDialog::look);
    connect(m_verb, &QPushButton::clicked, this, &KeyDialog::check);
    look();
}

KeyDialog::~KeyDialog() = default;

void KeyDialog::look()
{
    m_ui->secretField->setError({});
    m_verb->setEnabled(!m_ui->keyId->text().isEmpty() && !m_ui->secret->text().isEmpty());
}

void KeyDialog::check()
{
    const AccessKeyPair pair{m_ui->keyId->text().trimmed().toStdString(), Secret(m_ui->secret->text().toStdString())};
    m_connection.keyId = m_ui->keyId->text().trimmed();
    m_connection.secret = pair.secret;
    m_client = std::make_unique<RegistryClient>(m_connection);
    m_verb->setEnabled(false);
    QCoro::connect(m_client->signIn(), this, [this, pair](const Result<void> &signedIn) {
        m_verb->setEnabled(true);
        if (!signedIn) {
            m_ui->secretField->setError(signedIn.error().code == ErrorCode::Unauthorized
                    ? tr("The server does not know this access key, or its secret is another one")
                    : errorText(signedIn.error()));
            return;
        }
        Q_EMIT entered(pair);
        accept();
    });
}

} // namespace berth
