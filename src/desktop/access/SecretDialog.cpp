// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/SecretDialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/roles/AccessKeys.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/RoleText.h"

namespace berth {

namespace {

QString sentenceFor(const AccessKey &key)
{
    const QString who = key.note.isEmpty() ? key.owner : key.note;
    return SecretDialog::tr("For %1: %2.", "who, what it may do").arg(who, limitText(key.limit, key.registries));
}

/// A field that is read and copied, with its copy button and, before that, others.
QWidget *lineWith(QLineEdit *field, const QString &label, QList<QWidget *> more, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(field, 1);
    for (auto *widget : std::as_const(more))
        row->addWidget(widget);
    auto *copy = makeButton(SecretDialog::tr("Copy"), "flat", "copy", line);
    copy->setAccessibleName(SecretDialog::tr("Copy: %1").arg(label));
    copy->setAutoDefault(false);
    QObject::connect(copy, &QPushButton::clicked, field, [field, copy] {
        QGuiApplication::clipboard()->setText(field->text());
        copy->setText(SecretDialog::tr("Copied"));
        copy->setIcon(icon("check", Tint::Ok));
    });
    row->addWidget(copy);
    return line;
}

} // namespace

SecretDialog::SecretDialog(const MadeAccessKey &made, const QString &address, bool isKept, QWidget *parent)
    : DialogFrame(tr("Access key %1").arg(made.key.id), sentenceFor(made.key), 560, parent)
    , m_made(made)
    , m_address(address)
    , m_secret(new QLineEdit(QString::fromStdString(made.secret.reveal()), this))
    , m_banner(new Banner(this))
    , m_kept(new QCheckBox(tr("I have kept the secret"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *id = new QLineEdit(made.key.id, this);
    for (auto *field : {id, m_secret}) {
        field->setReadOnly(true);
        field->setFont(fontFor(TextRole::Mono));
    }
    m_secret->setEchoMode(QLineEdit::Password);
    auto *eye = makeIconButton("eye", tr("Show the secret"), this);
    eye->setCheckable(true);
    eye->setAutoDefault(false);
    connect(eye, &QPushButton::toggled, this, [this](bool shown) { m_secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    auto *secret = new LabelledField(tr("Secret key"), lineWith(m_secret, tr("Secret key"), {eye}, this), this);
    secret->setHint(tr("The server stores only a hash of it. If it gets lost, make a new secret for the same ID."));
    id->setAccessibleName(tr("Access key ID"));
    m_secret->setAccessibleName(tr("Secret key"));
    auto *login = new CodeLine(tr("Sign in with it"), this);
    login->setText(QStringLiteral("docker login %1 -u %2 --password-stdin").arg(m_address, made.key.id));
    body()->setSpacing(12);
    body()->addWidget(new LabelledField(tr("Access key ID"), lineWith(id, tr("Access key ID"), {}, this), this));
    body()->addWidget(secret);
    body()->addWidget(m_banner);
    body()->addWidget(new LabelledField(tr("Sign in with it"), login, this));
    auto *save = makeButton(tr("Save as file…"), "secondary", "export", this);
    save->setAutoDefault(false);
    footLeft()->addWidget(save);
    footLeft()->addSpacing(12);
    footLeft()->addWidget(m_kept);
    auto *done = addVerb(tr("Done"), "primary", nullptr);
    hideCancel();
    done->setEnabled(isKept);
    m_kept->setChecked(isKept);
    m_kept->setVisible(!isKept);
    if (isKept)
        m_banner->show(Banner::Kind::Ok, tr("Berth uses the new secret and puts it into the keyring"),
            tr("Other programs that use this key need it as well. It is shown here this once."));
    else
        m_banner->show(Banner::Kind::Warn, tr("This secret is shown once, now"), tr("Closing this window is the last time you can copy it."));
    connect(save, &QPushButton::clicked, this, &SecretDialog::saveAsFile);
    connect(m_kept, &QCheckBox::toggled, done, &QWidget::setEnabled);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
}

void SecretDialog::reject()
{
    if (!m_kept->isChecked() && !m_isWarned) {
        m_isWarned = true;
        m_banner->show(Banner::Kind::Danger, tr("The secret is not marked as kept"),
            tr("Copy it and tick the box. Closing once more drops it; then only a new secret helps."));
        return;
    }
    QDialog::reject();
}

void SecretDialog::saveAsFile()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the access key"), QStringLiteral("berth-key-%1.txt").arg(m_made.key.id));
    if (path.isEmpty())
        return;
    QFile file(path);
    // Its permissions come before its content: nobody else reads it at any moment.
    const bool isOpen = file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray text = QStringLiteral("server %1\nid %2\nsecret %3\n").arg(m_address, m_made.key.id, m_secret->text()).toUtf8();
    if (isOpen && file.write(text) == text.size() && file.flush()) {
        m_kept->setChecked(true);
        m_banner->show(Banner::Kind::Ok, {}, tr("Saved to %1, readable by you only.").arg(path));
        return;
    }
    const QString reason = file.errorString();
    file.close();
    file.remove(); // no part of a secret stays behind
    m_banner->show(Banner::Kind::Danger, tr("The key could not be saved to %1").arg(path), reason);
}

} // namespace berth
