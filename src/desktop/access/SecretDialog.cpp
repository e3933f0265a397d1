// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/SecretDialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>

#include "access/ui_SecretDialog.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/RoleText.h"

namespace berth {

namespace {

QString sentenceFor(const AccessKey &key)
{
    const QString who = key.note.isEmpty() ? key.owner : key.note;
    return SecretDialog::tr("For %1: %2.", "who, what it may do").arg(who, limitText(key.limit, key.registries));
}

void copies(QPushButton &button, const QLineEdit &field)
{
    QObject::connect(&button, &QPushButton::clicked, &field, [&button, &field] {
        QGuiApplication::clipboard()->setText(field.text());
        button.setText(SecretDialog::tr("Copied"));
        button.setIcon(icon("check", Tint::Ok));
    });
}

} // namespace

SecretDialog::SecretDialog(const MadeAccessKey &made, const QString &address, bool isKept, QWidget *parent)
    : DialogFrame(tr("Access key %1").arg(made.key.id), sentenceFor(made.key), 560, parent)
    , m_made(made)
    , m_address(address)
    , m_ui(std::make_unique<Ui::SecretDialog>())
    , m_kept(new QCheckBox(tr("I have kept the secret"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    fill();
    addFoot(isKept);
    if (!isKept)
        m_ui->secret->setFocus();
    if (isKept)
        m_ui->banner->show(Banner::Kind::Ok, tr("Berth uses the new secret and puts it into the keyring"),
            tr("Other programs that use this key need it as well. It is shown here this once."));
    else
        m_ui->banner->show(Banner::Kind::Warn, tr("This secret is shown once, now"), tr("Closing this window is the last time you can copy it."));
}

SecretDialog::~SecretDialog() = default;

void SecretDialog::fill()
{
    m_ui->id->setText(m_made.key.id);
    m_ui->secret->setText(QString::fromStdString(m_made.secret.reveal()));
    for (auto *field : {m_ui->id, m_ui->secret})
        field->setFont(fontFor(TextRole::Mono));
    m_ui->login->setText(QStringLiteral("docker login %1 -u %2 --password-stdin").arg(m_address, m_made.key.id));
    connect(m_ui->eye, &QPushButton::toggled, this, [this](bool shown) { m_ui->secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    copies(*m_ui->copyId, *m_ui->id);
    copies(*m_ui->copySecret, *m_ui->secret);
}

void SecretDialog::addFoot(bool isKept)
{
    auto *save = makeButton(tr("Save as file…"), "secondary", "export", this);
    footLeft()->addWidget(save);
    footLeft()->addSpacing(12);
    footLeft()->addWidget(m_kept);
    auto *done = addVerb(tr("Done"), "primary", nullptr);
    hideCancel();
    done->setEnabled(isKept);
    m_kept->setChecked(isKept);
    m_kept->setVisible(!isKept);
    connect(save, &QPushButton::clicked, this, &SecretDialog::saveAsFile);
    connect(m_kept, &QCheckBox::toggled, done, &QWidget::setEnabled);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
}

void SecretDialog::reject()
{
    if (!m_kept->isChecked() && !m_isWarned) {
        m_isWarned = true;
        m_ui->banner->show(Banner::Kind::Danger, tr("The secret is not marked as kept"),
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
    const QByteArray text = QStringLiteral("server %1\nid %2\nsecret %3\n").arg(m_address, m_made.key.id, m_ui->secret->text()).toUtf8();
    if (isOpen && file.write(text) == text.size() && file.flush()) {
        m_kept->setChecked(true);
        m_ui->banner->show(Banner::Kind::Ok, {}, tr("Saved to %1, readable by you only.").arg(path));
        return;
    }
    const QString reason = file.errorString();
    file.close();
    file.remove(); // no part of a secret stays behind
    m_ui->banner->show(Banner::Kind::Danger, tr("The key could not be saved to %1").arg(path), reason);
}

} // namespace berth
