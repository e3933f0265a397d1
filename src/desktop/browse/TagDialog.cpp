// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/TagDialog.h"

#include <QKeyEvent>
#include <QTimer>

#include "browse/ui_TagDialog.h"
#include "client/roles/Tags.h"
#include "core/ErrorText.h"
#include "desktop/browse/TagMove.h"
#include "desktop/panes/NameDialog.h"
#include "desktop/sessions/Ask.h"

namespace berth {

namespace {

constexpr int typingPauseMs = 300;
constexpr int longestTag = 128;

QCoro::Task<Result<void>> createTag(QPointer<Session> session, Place place, QString digest, QString tag)
{
    return attempt<Tags>(session, Deed::CreateTag, [=](Tags &tags) { return tags.createTag(place.registry, place.image, digest, tag); });
}

} // namespace

TagDialog::TagDialog(Session &session, const Place &place, const ArtifactSummary &artifact, Known known, QWidget *parent)
    : DialogFrame(tr("Create tag on %1").arg(artifact.shortDigest()), {}, 520, parent)
    , m_session(&session)
    , m_place(place)
    , m_artifact(artifact)
    , m_known(std::move(known))
    , m_ui(std::make_unique<Ui::TagDialog>())
    , m_verb(addVerb(tr("Create tag"), "primary", "tag"))
    , m_pause(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    const QString where = tr("%1 › %2").arg(place.registry == topLevel ? session.name() : place.registry, place.image);
    setSentence(artifact.tags.isEmpty() ? tr("In %1. It has no tag yet.").arg(where) : tr("In %1. Its tags now: %2.").arg(where, tagsText(artifact)));
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPauseMs);
    connect(m_ui->tag, &QLineEdit::textChanged, this, &TagDialog::typed);
    connect(m_pause, &QTimer::timeout, this, &TagDialog::ask);
    connect(m_verb, &QPushButton::clicked, this, &TagDialog::act);
    typed();
    m_ui->tag->setFocus();
}

TagDialog::~TagDialog() = default;

void TagDialog::typed()
{
    ++m_asked; // an answer to what stood there before counts no more
    setMoving({});
    const QString tag = m_ui->tag->text();
    const QString error = tagError(tag);
    m_ui->tagField->setHint(tag.isEmpty() ? tr("Letters, digits and . _ - up to 128 characters") : tr("%1 of %2 characters").arg(tag.size()).arg(longestTag));
    m_ui->tagField->setError(tag.isEmpty() ? QString() : error);
    m_verb->setEnabled(error.isEmpty());
    if (error.isEmpty())
        m_pause->start();
    else
        m_pause->stop();
}

void TagDialog::ask()
{
    if (!m_session || !m_session->registryClient())
        return;
    const auto asked = ++m_asked;
    QCoro::connect(m_session->registryClient()->digestOfTag(repositoryPath(m_place.registry, m_place.image), m_ui->tag->text()), this,
        [this, asked](const Result<QString> &digest) {
            if (asked != m_asked || !digest) // creating tells what is wrong
                return;
            if (digest->isEmpty()) {
                if (!m_from.isEmpty())
                    setMoving({});
                return;
            }
            if (*digest == m_artifact.digest) {
                m_ui->tagField->setError(tr("This artifact has that tag already"));
                m_verb->setEnabled(false);
                return;
            }
            if (m_from.isEmpty()) // else the sentence says that it was moved meanwhile
                m_ui->tagField->setError({});
            setMoving(*digest);
        });
}

void TagDialog::setMoving(const QString &from)
{
    m_from = from;
    const bool isMove = !from.isEmpty();
    const QString refused = isMove && m_session ? m_session->refusal(Deed::Push, m_place.registry) : QString();
    m_verb->setText(isMove ? tr("Move tag") : tr("Create tag"));
    m_verb->setToolTip(refused);
    m_verb->setEnabled(refused.isEmpty());
    if (isMove)
        m_ui->card->show(m_ui->tag->text(), m_known(from), m_artifact);
    else
        m_ui->card->hide();
}

void TagDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !m_from.isEmpty() && m_ui->tag->hasFocus())
        m_verb->setFocus(Qt::OtherFocusReason); // a key that was meant to create must not move
    else
        DialogFrame::keyPressEvent(event);
}

void TagDialog::act()
{
    m_pause->stop();
    ++m_asked;
    m_verb->setEnabled(false);
    m_ui->tag->setReadOnly(true);
    const QString tag = m_ui->tag->text();
    if (m_from.isEmpty())
        QCoro::connect(createTag(m_session, m_place, m_artifact.digest, tag), this, [this](const Result<void> &result) { ended(result); });
    else
        QCoro::connect(moveTag(m_session, repositoryPath(m_place.registry, m_place.image), tag, m_from, m_artifact.digest), this,
            [this](const Result<void> &result) { ended(result); });
}

void TagDialog::ended(const Result<void> &result)
{
    m_ui->tag->setReadOnly(false);
    if (result) {
        Q_EMIT done(m_ui->tag->text());
        accept();
        return;
    }
    m_verb->setEnabled(true);
    m_ui->tagField->setError(errorText(result.error()));
    if (result.error().code == ErrorCode::Conflict)
        ask();
}

} // namespace berth
