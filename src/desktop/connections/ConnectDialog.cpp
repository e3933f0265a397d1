// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/ConnectDialog.h"

#include <QCheckBox>
#include <QPainter>
#include <QSslCertificate>
#include <QTimer>

#include "client/auth/AddressText.h"
#include "client/drivers/Drivers.h"
#include "client/probe/ConnectionProbe.h"
#include "client/roles/Users.h"
#include "connections/ui_ConnectDialog.h"
#include "core/ErrorText.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/ConnectionStore.h"

namespace berth {

ConnectDialog::ConnectDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConnectDialog>())
{
    m_original.id = ConnectionStore::newId();
    build();
    setKind(drivers().first().id);
}

ConnectDialog::ConnectDialog(const Connection &connection, int keyAgeDays, QWidget *parent)
    : QDialog(parent)
    , m_original(connection)
    , m_isNew(false)
    , m_keyAgeDays(keyAgeDays)
    , m_trust(connection.network)
    , m_ui(std::make_unique<Ui::ConnectDialog>())
{
    build();
    m_ui->name->setText(connection.name);
    // The scheme is shown unless it is the one that an address without it means.
    const bool isUsual = addressFromText(connection.address()).scheme() == connection.url.scheme();
    m_ui->address->setText(isUsual ? connection.address() : connection.url.toString(QUrl::RemovePath));
    m_ui->keyId->setText(connection.keyId);
    for (const auto &own : std::as_const(m_own)) {
        const QString text = own.driver->id == connection.kind ? own.field->get(connection) : QString();
        own.line ? own.line->setText(text) : own.box->setChecked(!text.isEmpty());
    }
    m_ui->proxy->setCurrentIndex(int(connection.network.proxy));
    m_ui->proxyHost->setText(connection.network.proxyHost);
    if (connection.network.proxyPort)
        m_ui->proxyPort->setValue(connection.network.proxyPort);
    setKind(connection.kind);
}

ConnectDialog::~ConnectDialog() = default;

const Driver &ConnectDialog::driver() const { return drivers().at(qMax(0, m_ui->kinds->currentRow())); }

QString ConnectDialog::OwnField::text() const { return line ? line->text().trimmed() : box->isChecked() ? QStringLiteral("1") : QString(); }

void ConnectDialog::setKind(const QString &kind)
{
    for (int row = 0; row < m_ui->kinds->count(); ++row) {
        if (drivers().at(row).id == kind && m_ui->kinds->currentRow() != row)
            m_ui->kinds->setCurrentRow(row);
    }
    const auto &chosen = driver();
    m_ui->heading->setText(chosen.name);
    m_ui->address->setPlaceholderText(chosen.addressExample);
    m_ui->addressField->setHint(Driver::said(chosen.addressHint));
    m_ui->keyIdField->setLabel(Driver::said(chosen.keyLabel));
    m_ui->keyIdField->setHint(Driver::said(chosen.keyHint));
    m_ui->secretField->setLabel(Driver::said(chosen.secretLabel));
    m_ui->secretField->setHint(
        !m_isNew && !m_original.keyId.isEmpty() ? tr("Leave it empty to keep the one in the keyring.") : Driver::said(chosen.secretHint));
    for (const auto &own : std::as_const(m_own))
        own.row->setVisible(own.driver == &chosen);
    fieldsChanged();
}

void ConnectDialog::fieldsChanged()
{
    m_ui->tested->clear();
    m_probe.reset();
    m_waitsForSecret = false;
    m_ui->test->setEnabled(true);
    m_ui->result->hide();
    m_ui->steps->hide();
    m_ui->card->show({});
    Connection soFar;
    soFar.url = addressFromText(m_ui->address->text());
    for (const auto &own : std::as_const(m_own)) {
        if (own.line && own.field->usual)
            own.line->setPlaceholderText(own.field->usual(soFar));
        if (own.label)
            own.label->setError({});
    }
    m_ui->nameField->setError({});
    m_ui->addressField->setError({});
    m_ui->keyIdField->setError({});
    m_ui->secretField->setError({});
    m_ui->proxyField->setError({});
}

Connection ConnectDialog::entered() const
{
    Connection connection;
    connection.id = m_original.id;
    connection.kind = driver().id;
    if (connection.kind == m_original.kind)
        connection.options = m_original.options; // among them those that a newer Berth asks for
    connection.url = addressFromText(m_ui->address->text());
    connection.name = m_ui->name->text().trimmed().isEmpty() ? connection.address() : m_ui->name->text().trimmed();
    connection.keyId = m_ui->keyId->text().trimmed();
    connection.secret = Secret(m_ui->secret->text().toStdString());
    connection.network.proxy = NetworkAccess::Proxy(m_ui->proxy->currentIndex());
    if (connection.network.proxy == NetworkAccess::Proxy::Manual) {
        connection.network.proxyHost = m_ui->proxyHost->text().trimmed();
        connection.network.proxyPort = quint16(m_ui->proxyPort->value());
    }
    connection.network.trustedCertificate = m_trust.trustedCertificate;
    connection.network.trustedAuthority = m_trust.trustedAuthority;
    for (const auto &own : m_own) {
        if (own.driver == &driver())
            own.field->set(connection, own.text());
    }
    if (driver().complete)
        driver().complete(connection);
    return connection;
}

bool ConnectDialog::check()
{
    const Connection connection = entered();
    const bool keepsSecret = !m_isNew && connection.keyId == m_original.keyId;
    m_ui->addressField->setError(connection.url.isValid() ? QString() : tr("Enter the server's host name, with its port if it has one"));
    const bool lacksKey = connection.keyId.isEmpty() && driver().needsKey;
    m_ui->keyIdField->setError(lacksKey ? tr("Enter the access key's ID") : QString());
    m_ui->secretField->setError(
        !connection.keyId.isEmpty() && connection.secret.isEmpty() && !keepsSecret ? tr("Enter the secret that belongs to this key") : QString());
    const auto &network = connection.network;
    const bool lacksProxy = network.proxy == NetworkAccess::Proxy::Manual && network.proxyHost.isEmpty();
    m_ui->proxyField->setError(lacksProxy ? tr("Enter the proxy's host name") : QString());
    const auto fault = driver().check ? driver().check(connection) : FormFault();
    bool isFaultRare = false;
    for (const auto &own : std::as_const(m_own)) {
        const bool isHere = own.driver == &driver() && own.field->id == fault.field;
        if (own.label)
            own.label->setError(isHere ? Driver::said(fault.sentence) : QString());
        isFaultRare |= isHere && own.field->isRare;
    }
    if (lacksProxy || isFaultRare)
        m_ui->more->show();
    return !lacksProxy && connection.url.isValid() && !lacksKey && (connection.keyId.isEmpty() || !connection.secret.isEmpty() || keepsSecret)
        && fault.field.isEmpty();
}

void ConnectDialog::test()
{
    if (!check())
        return;
    Connection connection = entered();
    m_ui->result->hide();
    m_ui->card->show({});
    m_ui->tested->setText(tr("Testing…"));
    m_ui->test->setEnabled(false);
    if (connection.secret.isEmpty() && !connection.keyId.isEmpty()) {
        if (m_original.secret.isEmpty()) {
            m_waitsForSecret = true;
            Q_EMIT keptSecretNeeded(m_original.id);
            return;
        }
        connection.secret = m_original.secret;
    }
    m_probe = std::make_unique<ConnectionProbe>(connection);
    connect(m_probe.get(), &ConnectionProbe::stepped, this, [this] {
        m_ui->steps->show(m_probe->steps());
        m_ui->steps->setVisible(true);
    });
    connect(m_probe.get(), &ConnectionProbe::finished, this, &ConnectDialog::probeFinished, Qt::QueuedConnection);
    m_probe->start();
}

void ConnectDialog::useKeptSecret(const Secret &secret)
{
    m_original.secret = secret;
    if (!std::exchange(m_waitsForSecret, false))
        return;
    if (secret.isEmpty()) {
        fieldsChanged();
        m_ui->secretField->setError(tr("The keyring does not give the key now; enter it to test"));
    } else {
        test();
    }
}

void ConnectDialog::probeFinished()
{
    if (!m_probe || (!m_probe->failure() && !m_probe->passed()))
        return; // that was the end of an earlier one
    m_ui->test->setEnabled(true);
    m_ui->tested->setText(tr("Tested just now"));
    if (const auto *failed = m_probe->failure()) {
        m_ui->steps->show(m_probe->steps());
        m_ui->steps->setVisible(true);
        m_ui->result->show(Banner::Kind::Danger, tr("The test stopped at: %1").arg(probeStepName(failed->kind)), {});
        if (m_probe->lacksTrust())
            m_ui->card->show(m_probe->chain());
        // What was found stands below the fields, which may fill the dialog by themselves.
        QTimer::singleShot(0, this, [this] { m_ui->scroll->ensureWidgetVisible(m_ui->card->isVisible() ? static_cast<QWidget *>(m_ui->card) : m_ui->steps); });
        return;
    }
    m_ui->steps->setVisible(false);
    QStringList more;
    const auto &steps = m_probe->steps();
    if (m_probe->answeredMs() >= 0)
        more << tr("Answered in %1 ms.").arg(m_probe->answeredMs());
    for (const auto kind : {ProbeStep::Kind::Tls, ProbeStep::Kind::Api}) {
        if (const QString finding = errorText(steps.at(int(kind)).finding); !finding.isEmpty())
            more << finding;
    }
    if (m_keyAgeDays >= ConnectionList::keyAdviceDays && m_ui->secret->text().isEmpty())
        more << tr("This key was entered %n days ago; make a new one every 90 days.", nullptr, m_keyAgeDays);
    const QString title = m_probe->registryCount() < 0
        ? tr("Connected.")
        : tr("Connected. %1, %2.").arg(tr("%n registries", nullptr, int(m_probe->registryCount())), tr("%n images", nullptr, int(m_probe->imageCount())));
    m_ui->result->show(Banner::Kind::Ok, title, more.join(QLatin1Char(' ')));
}

void ConnectDialog::trust(const QByteArray &certificate, const QByteArray &authority)
{
    m_trust.trustedCertificate = certificate;
    m_trust.trustedAuthority = authority;
    writeTrust();
    test();
}

void ConnectDialog::writeTrust()
{
    const auto pem = !m_trust.trustedCertificate.isEmpty() ? m_trust.trustedCertificate : m_trust.trustedAuthority;
    const bool any = !pem.isEmpty();
    m_ui->trust->setVisible(any);
    m_ui->forget->setVisible(any);
    if (!any)
        return;
    const QSslCertificate certificate(pem);
    const QString name = certificate.subjectInfo(QSslCertificate::CommonName).value(0);
    m_ui->trust->setText(!m_trust.trustedCertificate.isEmpty() ? tr("Trusted for this connection: the certificate of %1").arg(name)
                                                               : tr("Trusted for this connection: the authority %1").arg(name));
}

void ConnectDialog::save()
{
    if (!check())
        return;
    Q_EMIT saved(entered());
    accept();
}

bool ConnectDialog::focusNextPrevChild(bool next)
{
    orderByReading(*this);
    return QDialog::focusNextPrevChild(next);
}

void ConnectDialog::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), Theme::current().surface); }

} // namespace berth
