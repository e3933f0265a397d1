// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/ScheduleDialog.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QTimeZone>

#include "cleanup/ui_ScheduleDialog.h"
#include "client/roles/CleanupPolicies.h"
#include "core/Cron.h"
#include "core/ErrorText.h"
#include "desktop/parts/Buttons.h"

namespace berth {

namespace {

using cronwords::Cycle;

constexpr int shownRuns = 5;

/// Three in the morning here, as an hour of UTC.
int nightHour()
{
    const auto tonight = QDateTime(QDate::currentDate().addDays(1), QTime(3, 0)).toUTC();
    return tonight.time().hour();
}

QString nightWeekday()
{
    const auto sunday = QDateTime(QDate(2026, 11, 29), QTime(3, 0)).toUTC();
    return QString::number(sunday.date().dayOfWeek() % 7);
}

} // namespace

ScheduleDialog::ScheduleDialog(Session &session, const QString &registry, const QString &cron, QWidget *parent)
    : DialogFrame(
        tr("Cleanup schedule of %1").arg(registry), tr("The server counts in UTC. Runs that are missed while it is off are not caught up."), 660, parent)
    , m_session(&session)
    , m_registry(registry)
    , m_ui(std::make_unique<Ui::ScheduleDialog>())
    , m_verb(addVerb(tr("Set schedule"), "primary", nullptr))
    , m_footGlyph(new QLabel(this))
    , m_foot(makeLabel({}, TextRole::Body, Shade::Danger, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    m_footGlyph->setPixmap(icon("error", Tint::Danger).pixmap(QSize(16, 16), devicePixelRatioF()));
    footLeft()->addWidget(m_footGlyph);
    footLeft()->addWidget(m_foot);
    m_ui->cycle->setChoices({tr("Off"), tr("Hourly"), tr("Daily"), tr("Weekly"), tr("Custom")});
    m_ui->cycle->setAccessibleName(tr("How often"));
    m_fields = {{{m_ui->minute, m_ui->minuteField, m_ui->minuteMeaning, {}}, {m_ui->hour, m_ui->hourField, m_ui->hourMeaning, {}},
        {m_ui->day, m_ui->dayField, m_ui->dayMeaning, {}}, {m_ui->month, m_ui->monthField, m_ui->monthMeaning, {}},
        {m_ui->weekday, m_ui->weekdayField, m_ui->weekdayMeaning, {}}}};
    for (auto &field : m_fields) {
        field.hint = field.field->hint();
        field.edit->setFont(fontFor(TextRole::Mono));
        field.edit->setMinimumWidth(60);
        connect(field.edit, &QLineEdit::textChanged, this, [this] {
            if (!m_isSetting)
                look();
        });
    }
    m_ui->runsGrid->setColumnStretch(0, 1);
    m_ui->runsGrid->setColumnStretch(1, 1);
    setFields(cron.trimmed());
    connect(m_ui->cycle, &Segments::currentChanged, this, [this](int index) {
        if (!m_isSetting)
            choose(Cycle(index));
    });
    connect(m_verb, &QPushButton::clicked, this, [this] { save(); });
}

ScheduleDialog::~ScheduleDialog() = default;

void ScheduleDialog::choose(Cycle cycle)
{
    switch (cycle) {
    case Cycle::Off: setFields({}); return;
    case Cycle::Hourly: setFields(QStringLiteral("0 * * * *")); return;
    case Cycle::Daily: setFields(QStringLiteral("0 %1 * * *").arg(nightHour())); return;
    case Cycle::Weekly: setFields(QStringLiteral("0 %1 * * %2").arg(nightHour()).arg(nightWeekday())); return;
    case Cycle::Custom: break;
    }
    if (m_isOff)
        setFields(QStringLiteral("0 %1 * * *").arg(nightHour()));
    m_isSetting = true;
    m_ui->cycle->setCurrent(int(Cycle::Custom));
    m_isSetting = false;
    m_fields[0].edit->setFocus();
}

void ScheduleDialog::setFields(const QString &cron)
{
    m_isSetting = true;
    const auto fields = cron.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_isOff = fields.isEmpty();
    for (int i = 0; i < cronwords::fieldCount; ++i)
        m_fields[std::size_t(i)].edit->setText(fields.value(i, m_isOff ? QString() : QStringLiteral("*")));
    m_isSetting = false;
    look();
}

QString ScheduleDialog::cron() const
{
    if (m_isOff)
        return {};
    QStringList fields;
    for (const auto &field : m_fields)
        fields << field.edit->text().trimmed();
    return fields.join(QLatin1Char(' '));
}

void ScheduleDialog::look()
{
    int faults = 0;
    QString last;
    if (m_isOff) { // typing switches it on
        for (const auto &field : m_fields)
            m_isOff = m_isOff && field.edit->text().isEmpty();
    }
    for (int i = 0; i < cronwords::fieldCount; ++i) {
        auto &field = m_fields[std::size_t(i)];
        const QString fault = m_isOff ? QString() : cronwords::faultOf(i, field.edit->text());
        field.field->setHint(field.hint);
        if (!fault.isEmpty()) {
            field.field->setError(fault);
            ++faults;
        }
        field.meaning->setText(m_isOff ? QString() : cronwords::meaningOf(i, field.edit->text()));
    }
    const QString whole = cron();
    const auto read = whole.isEmpty() || faults > 0 ? Result<Cron>(Cron()) : Cron::parse(whole.toStdString());
    const QString never = read ? QString() : errorText(read.error());
    m_ui->fault->setText(never);
    m_ui->fault->setVisible(!never.isEmpty());
    const bool isGood = faults == 0 && never.isEmpty();
    if (isGood) {
        m_shown = whole;
        m_isSetting = true;
        m_ui->cycle->setCurrent(int(cronwords::cycleOf(whole)));
        m_isSetting = false;
    }
    m_ui->plainCaption->setText(isGood ? tr("In plain words") : tr("In plain words, with the last complete schedule"));
    m_ui->sentence->setSentence(cronwords::sentenceOf(m_shown));
    showRuns(m_shown);
    const QString wrong = faults > 0 ? tr("%n fields to change", nullptr, faults) : never.isEmpty() ? QString() : tr("It would never run");
    m_foot->setText(wrong);
    m_footGlyph->setVisible(!wrong.isEmpty());
    m_verb->setEnabled(isGood && !m_isSaving);
}

void ScheduleDialog::showRuns(const QString &cron)
{
    auto *grid = m_ui->runsGrid;
    while (auto *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto now = QDateTime::currentDateTimeUtc();
    const auto times = cronwords::nextTimes(cron, now, shownRuns);
    m_ui->runs->setVisible(!times.isEmpty());
    if (times.isEmpty())
        return;
    const auto zone = times.first().toLocalTime().timeZoneAbbreviation();
    int row = 0;
    const auto add = [&](const QString &local, const QString &utc, const QString &until, Shade shade) {
        grid->addWidget(makeLabel(local, TextRole::Body, shade == Shade::Text3 ? Shade::Text3 : Shade::Text, m_ui->runs), row, 0);
        grid->addWidget(makeLabel(utc, TextRole::Body, shade, m_ui->runs), row, 1);
        grid->addWidget(makeLabel(until, TextRole::Body, shade, m_ui->runs), row, 2);
        ++row;
    };
    add(tr("Next %n runs, %1", nullptr, int(times.size())).arg(zone), tr("UTC"), {}, Shade::Text3);
    for (const auto &time : times)
        add(cronwords::timeWords(time.toLocalTime()), cronwords::timeWords(time), cronwords::untilWords(time, now), Shade::Text2);
}

QCoro::Task<> ScheduleDialog::save()
{
    const QPointer<ScheduleDialog> self(this);
    m_isSaving = true;
    m_verb->setEnabled(false);
    m_ui->banner->hide();
    auto savedTask = attempt<CleanupPolicies>(m_session, Deed::ChangePolicies,
        [registry = m_registry, wish = cron()](CleanupPolicies &policies) { return policies.setCleanupSchedule(registry, wish); });
    const auto stored = co_await savedTask;
    if (!self)
        co_return;
    m_isSaving = false;
    if (!stored) {
        m_verb->setEnabled(true);
        m_ui->banner->show(Banner::Kind::Danger, tr("The schedule was not set"), errorText(stored.error()));
        co_return;
    }
    Q_EMIT self->saved();
    if (self)
        accept();
}

} // namespace berth
