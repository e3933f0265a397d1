// SPDX-License-Identifier: Apache-2.0
#include "desktop/preferences/NetworkPage.h"

#include <QLocale>
#include <QSslCertificate>

#include "desktop/parts/Buttons.h"
#include "desktop/parts/DateText.h"
#include "desktop/sessions/ConnectionList.h"
#include "preferences/ui_NetworkPage.h"

namespace berth {

namespace {

QString proxyText(const NetworkAccess &network)
{
    switch (network.proxy) {
    case NetworkAccess::Proxy::System: return NetworkPage::tr("Proxy as the system has it.");
    case NetworkAccess::Proxy::None: return NetworkPage::tr("Without a proxy.");
    case NetworkAccess::Proxy::Manual: break;
    }
    return NetworkPage::tr("Proxy %1.").arg(network.proxyHost + QLatin1Char(':') + QString::number(network.proxyPort));
}

QString trustText(const NetworkAccess &network)
{
    const bool isOne = !network.trustedCertificate.isEmpty();
    const QByteArray pem = isOne ? network.trustedCertificate : network.trustedAuthority;
    if (pem.isEmpty())
        return {};
    const QSslCertificate certificate(pem);
    const QString name = certificate.subjectInfo(QSslCertificate::CommonName).value(0);
    const QString until = dayText(certificate.expiryDate().toLocalTime().date());
    return isOne ? NetworkPage::tr("Trusts the certificate of %1, until %2.").arg(name, until)
                 : NetworkPage::tr("Trusts the authority %1, until %2.").arg(name, until);
}

} // namespace

NetworkPage::NetworkPage(const ConnectionList &connections, QWidget *parent)
    : PreferencesPage("globe", tr("Network"), parent)
{
    Ui::NetworkPage form;
    setForm(form);
    auto *card = form.connections;
    for (const auto *session : connections.sessions()) {
        if (session == &connections.local())
            continue;
        auto *edit = makeButton(tr("Edit…"), "secondary", "edit", card);
        edit->setProperty("mini", true);
        const auto &network = session->connection().network;
        const QString trust = trustText(network);
        card->addRow(session->name(), trust.isEmpty() ? proxyText(network) : tr("%1 %2").arg(proxyText(network), trust), edit);
        edit->setAccessibleName(tr("Edit %1").arg(session->name()));
        connect(edit, &QPushButton::clicked, this, [this, id = session->id()] { Q_EMIT editRequested(id); });
    }
    card->addRow(connections.local().name(), tr("On this computer; never through a proxy."), new QWidget(card));
}

} // namespace berth
