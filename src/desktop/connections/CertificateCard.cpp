// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/CertificateCard.h"

#include <QLocale>
#include <QVBoxLayout>

#include "desktop/parts/DateText.h"
#include "desktop/parts/Parts.h"

namespace berth {

namespace {

QString nameOf(const QStringList &common, const QStringList &organisation) { return !common.isEmpty() ? common.first() : organisation.value(0); }

QString subject(const QSslCertificate &certificate)
{
    return nameOf(certificate.subjectInfo(QSslCertificate::CommonName), certificate.subjectInfo(QSslCertificate::Organization));
}

QString fingerprint(const QSslCertificate &certificate) { return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper(); }

} // namespace

CertificateCard::CertificateCard(QWidget *parent)
    : Sheet(Kind::Card, parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(14, 12, 14, 12);
    m_column->setSpacing(6);
    hide();
}

void CertificateCard::show(const QList<QSslCertificate> &chain)
{
    while (auto *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setVisible(!chain.isEmpty());
    if (chain.isEmpty())
        return;
    m_column->addWidget(makeLabel(tr("What the server showed"), TextRole::BodyStrong, Shade::Text, this));
    for (const auto &certificate : chain) {
        const bool ended = certificate.expiryDate() < QDateTime::currentDateTimeUtc();
        const QString until = dayText(certificate.expiryDate().toLocalTime().date());
        const QString signer = certificate.isSelfSigned()
            ? tr("signed by itself")
            : tr("signed by %1").arg(nameOf(certificate.issuerInfo(QSslCertificate::CommonName), certificate.issuerInfo(QSslCertificate::Organization)));
        auto *line =
            makeLabel(QStringLiteral("%1 · %2 · %3").arg(subject(certificate), signer, ended ? tr("ended %1").arg(until) : tr("valid until %1").arg(until)),
                TextRole::Body, ended ? Shade::Danger : Shade::Text2, this);
        line->setWordWrap(true);
        m_column->addWidget(line);
        auto *print = new ElidedLabel(fingerprint(certificate), TextRole::Mono, Shade::Text3, this);
        print->setAccessibleName(tr("SHA-256 fingerprint %1").arg(fingerprint(certificate)));
        m_column->addWidget(print);
    }
    auto *advice = makeLabel(tr("Compare the fingerprint with the one that the server's administrator tells you. Trust holds for this connection only."),
        TextRole::Caption, Shade::Text3, this);
    advice->setWordWrap(true);
    m_column->addWidget(advice);
    auto *holder = new QWidget(this);
    auto *buttons = new QVBoxLayout(holder); // names make them wide
    buttons->setContentsMargins(0, 4, 0, 0);
    buttons->setSpacing(8);
    auto *one = makeButton(tr("Trust this certificate"), "secondary", "shield", holder);
    buttons->addWidget(one, 0, Qt::AlignLeft);
    connect(one, &QPushButton::clicked, this, [this, certificate = chain.first()] { Q_EMIT certificateTrusted(certificate); });
    if (chain.size() > 1) {
        auto *authority =
            makeButton(tr("Trust the authority %1").arg(subject(chain.last()).replace(QLatin1Char('&'), QLatin1String("&&"))), "secondary", "shield", holder);
        buttons->addWidget(authority, 0, Qt::AlignLeft);
        connect(authority, &QPushButton::clicked, this, [this, certificate = chain.last()] { Q_EMIT authorityTrusted(certificate); });
    }
    m_column->addWidget(holder);
}

} // namespace berth
