// SPDX-License-Identifier: Apache-2.0
#include "desktop/lastrun/RunRecord.h"

#include <QCoreApplication>

#include "core/Json.h"

namespace berth {

namespace {

constexpr qint64 mostBytes = 256 << 10; ///< Then the file begins anew with what is still of interest.

QByteArray lineOf(const json::object &fact) { return QByteArray::fromStdString(json::serialize(fact)) + '\n'; }

QString nowText() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs); }

json::object deedFact(const QString &deed) { return {{"did", deed.toStdString()}}; }

json::object transfersFact(const QStringList &transfers)
{
    json::array names;
    for (const auto &name : transfers)
        names.emplace_back(name.toStdString());
    return {{"transfers", names}};
}

void keepLast(QStringList &deeds, const QString &deed)
{
    deeds << deed;
    if (deeds.size() > RunRecord::mostDeeds)
        deeds.removeFirst();
}

} // namespace

RunRecord::RunRecord(const QString &file)
    : m_file(file)
    , m_unfinished(read(file))
    , m_began(QDateTime::currentDateTimeUtc())
{
    begin();
}

RunRecord::~RunRecord() { m_file.remove(); }

std::optional<RunRecord::Unfinished> RunRecord::read(const QString &file)
{
    QFile lines(file);
    if (!lines.open(QIODevice::ReadOnly))
        return std::nullopt;
    Unfinished run;
    while (!lines.atEnd()) {
        const auto line = lines.readLine();
        const auto fact = json::parseStrict(std::string_view(line.constData(), std::size_t(line.size())));
        if (!fact || !fact->is_object())
            continue; // the last line may be half
        const auto text = [&](const char *key) { return QString::fromStdString(json::text(*fact, key)); };
        const auto &members = fact->get_object();
        if (members.contains("began")) {
            run.version = text("version");
            run.began = QDateTime::fromString(text("began"), Qt::ISODateWithMs);
        } else if (members.contains("did")) {
            keepLast(run.deeds, text("did"));
            run.heardLast = QDateTime::fromString(run.deeds.last().section(QLatin1Char(' '), 0, 0), Qt::ISODateWithMs);
        } else if (members.contains("transfers")) {
            run.transfers.clear();
            for (const auto &name : json::list(*fact, "transfers"))
                run.transfers << (name.is_string() ? QString::fromStdString(std::string(name.get_string())) : QString());
        } else if (const auto *runs = members.if_contains("registry")) {
            run.registryRan = runs->is_bool() && runs->get_bool();
        }
    }
    if (!run.began.isValid())
        return std::nullopt; // nothing of a run
    if (!run.heardLast.isValid())
        run.heardLast = run.began;
    return run;
}

/// The whole of what is known of this run, in a file of its own.
void RunRecord::begin()
{
    m_file.close();
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return;
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    m_file.write(lineOf({{"version", QCoreApplication::applicationVersion().toStdString()}, {"began", m_began.toString(Qt::ISODateWithMs).toStdString()}}));
    for (const auto &deed : std::as_const(m_deeds))
        m_file.write(lineOf(deedFact(deed)));
    m_file.write(lineOf(transfersFact(m_transfers)));
    m_file.write(lineOf({{"registry", m_registryRuns}}));
}

void RunRecord::write(const QByteArray &line)
{
    if (m_file.isOpen() && m_file.size() > mostBytes)
        begin();
    else if (m_file.isOpen())
        m_file.write(line);
}

void RunRecord::note(const QString &deed)
{
    keepLast(m_deeds, nowText() + QLatin1Char(' ') + deed);
    write(lineOf(deedFact(m_deeds.last())));
}

void RunRecord::setTransfers(const QStringList &underWay)
{
    if (underWay == m_transfers)
        return;
    m_transfers = underWay;
    write(lineOf(transfersFact(m_transfers)));
}

void RunRecord::setRegistryRuns(bool runs)
{
    if (runs == m_registryRuns)
        return;
    m_registryRuns = runs;
    write(lineOf({{"registry", runs}}));
}

} // namespace berth
