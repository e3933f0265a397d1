// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/MoveTagDialog.h"

#include <QCompleter>
#include <QTimer>

#include "browse/ui_MoveTagDialog.h"
#include "core/Digest.h"
#include "core/ErrorText.h"
#include "core/Names.h"
#include "desktop/browse/TagMove.h"
#include "desktop/sessions/Session.h"

namespace berth {

namespace {

constexpr int typingPauseMs = 300;
constexpr int shortestDigest = 6; ///< Digits that a person can be expected to mean an artifact by.

/// The digest that the field names on the server; empty if there is none.
QCoro::Task<Result<QString>> resolve(QPointer<Session> session, QString repository, QString text)
{
    if (!session || !session->registryClient())
        co_return fail(ErrorCode::Unreachable, MoveTagDialog::tr("The connection was closed meanwhile.").toStdString());
    if (!text.contains(QLatin1Char(':')))
        co_return co_await session->registryClient()->digestOfTag(repository, text);
    const auto manifest = co_await session->registryClient()->fetchManifest(repository, text);
    if (manifest)
        co_return manifest->digest;
    if (manifest.error().code == ErrorCode::ManifestUnknown || manifest.error().code == ErrorCode::NotFound)
        co_return QString();
    co_return tl::unexpected(manifest.error());
}

} // namespace

MoveTagDialog::MoveTagDialog(Session &session, const Place &place, const QString &tag, const QString &digest, QList<ArtifactSummary> artifacts, QWidget *parent)
    : DialogFrame(tr("Move tag %1").arg(tag),
        tr("It then names another artifact of %1. The artifact that it leaves stays, with its other tags.").arg(place.image), 520, parent)
    , m_session(&session)
    , m_place(place)
    , m_name(tag)
    , m_from(digest)
    , m_artifacts(std::move(artifacts))
    , m_ui(std::make_unique<Ui::MoveTagDialog>())
    , m_verb(addVerb(tr("Move tag"), "primary", "tag"))
    , m_pause(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    QStringList names;
    for (const auto &artifact : std::as_const(m_artifacts)) {
        if (artifact.digest != m_from)
            names << (artifact.tags.isEmpty() ? QStringList{artifact.shortDigest()} : artifact.tags);
    }
    auto *completer = new QCompleter(names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseSensitive);
    m_ui->target->setCompleter(completer);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPauseMs);
    connect(m_ui->target, &QLineEdit::textChanged, this, &MoveTagDialog::typed);
    connect(m_pause, &QTimer::timeout, this, &MoveTagDialog::ask);
    connect(m_verb, &QPushButton::clicked, this, &MoveTagDialog::act);
    typed();
    m_ui->target->setFocus();
}

MoveTagDialog::~MoveTagDialog() = default;

ArtifactSummary MoveTagDialog::known(const QString &digest) const
{
    for (const auto &artifact : m_artifacts) {
        if (artifact.digest == digest)
            return artifact;
    }
    ArtifactSummary bare;
    bare.digest = digest;
    return bare;
}

void MoveTagDialog::typed()
{
    ++m_asked; // an answer to what stood there before counts no more
    m_to.clear();
    m_ui->card->hide();
    m_verb->setEnabled(false);
    m_verb->setToolTip(tr("Name the artifact first"));
    m_ui->targetField->setError({});
    if (m_ui->target->text().isEmpty())
        m_pause->stop();
    else
        m_pause->start();
}

void MoveTagDialog::ask()
{
    const QString text = m_ui->target->text().trimmed();
    QStringList fitting; // digests that begin so
    for (const auto &artifact : std::as_const(m_artifacts)) {
        if (artifact.tags.contains(text)) {
            found(artifact.digest);
            return;
        }
        if (text.size() >= shortestDigest && (artifact.digest.startsWith(text) || artifact.digest.section(QLatin1Char(':'), 1).startsWith(text)))
            fitting << artifact.digest;
    }
    if (fitting.size() == 1) {
        found(fitting.first());
        return;
    }
    if (fitting.size() > 1) {
        m_ui->targetField->setError(tr("More than one digest begins so. Type more of it."));
        return;
    }
    if (!checkTag(text.toStdString()) && !Digest::parse(text.toStdString())) {
        m_ui->targetField->setError(tr("Neither a tag nor a digest"));
        return;
    }
    const auto asked = ++m_asked;
    QCoro::connect(resolve(m_session, repositoryPath(m_place.registry, m_place.image), text), this, [this, asked, text](const Result<QString> &digest) {
        if (asked != m_asked)
            return;
        if (!digest)
            m_ui->targetField->setError(errorText(digest.error()));
        else if (digest->isEmpty())
            m_ui->targetField->setError(tr("%1 has no artifact %2").arg(m_place.image, text));
        else
            found(*digest);
    });
}

void MoveTagDialog::found(const QString &digest)
{
    if (digest == m_from) {
        m_ui->targetField->setError(tr("%1 is on this artifact already").arg(m_name));
        return;
    }
    m_to = digest;
    const QString refused = m_session ? m_session->refusal(Deed::Push, m_place.registry) : QString();
    m_verb->setEnabled(refused.isEmpty());
    m_verb->setToolTip(refused);
    m_ui->card->show(m_name, known(m_from), known(m_to));
}

void MoveTagDialog::act()
{
    m_verb->setEnabled(false);
    m_ui->target->setReadOnly(true);
    QCoro::connect(moveTag(m_session, repositoryPath(m_place.registry, m_place.image), m_name, m_from, m_to), this, [this](const Result<void> &result) {
        if (result) {
            Q_EMIT done(m_name);
            accept();
            return;
        }
        m_ui->target->setReadOnly(false);
        m_verb->setEnabled(true);
        m_ui->targetField->setError(errorText(result.error()));
    });
}

} // namespace berth
