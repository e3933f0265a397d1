// SPDX-License-Identifier: Apache-2.0
#include "registry/store/ClockWatch.h"

#include <cstdlib>

#include "core/Json.h"
#include "registry/Process.h"

namespace berth {

namespace {

TimeMs offsetNow() { return nowMs() - sinceBootMs(); }

json::value kept(Sql &sql)
{
    auto rows = sql.select("SELECT value FROM meta WHERE name = 'clock'");
    return rows.next() ? json::parseStrict(rows.text(0)).value_or(json::value()) : json::value();
}

void keep(Sql &sql, const json::object &what)
{
    sql.run("INSERT INTO meta (name, value) VALUES ('clock', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", json::serialize(what));
}

} // namespace

ClockWatch::ClockWatch()
    : m_offsetMs(offsetNow())
{
}

void ClockWatch::compareWithLastRun(Sql &sql)
{
    const auto last = kept(sql);
    const auto stamp = json::integer(last, "stamp");
    if (const auto seen = json::integer(last, "jump_seen_at"); seen != 0)
        m_jump = ClockJump{seen, json::integer(last, "jump_by")};
    else if (stamp != 0 && nowMs() < stamp - toleratedMs)
        m_jump = ClockJump{nowMs(), nowMs() - stamp};
}

const std::optional<ClockJump> &ClockWatch::look()
{
    const auto offset = offsetNow();
    const auto by = offset - m_offsetMs;
    m_offsetMs = offset; // small corrections add up to no jump
    if (std::abs(by) > toleratedMs)
        m_jump = ClockJump{nowMs(), (m_jump ? m_jump->byMs : 0) + by};
    if (m_jump && std::abs(m_jump->byMs) <= toleratedMs) // set back to where it was
        m_jump.reset();
    return m_jump;
}

void ClockWatch::stamp(Sql &sql, const std::optional<ClockJump> &jump)
{
    if (jump)
        keep(sql, {{"jump_seen_at", jump->seenAt}, {"jump_by", jump->byMs}});
    else
        keep(sql, {{"stamp", nowMs()}});
}

void ClockWatch::confirm(Sql &sql, const ClockJump &jump)
{
    const auto now = nowMs();
    if (jump.byMs > 0) {
        sql.run("UPDATE blob SET relied_at = relied_at + ? WHERE relied_at < ?", jump.byMs, jump.seenAt - jump.byMs + toleratedMs);
        sql.run("UPDATE trash_operation SET deleted_at = deleted_at + ? WHERE deleted_at < ?", jump.byMs, jump.seenAt - jump.byMs + toleratedMs);
    }
    // Stamps from the future of a clock that went back are of now.
    sql.run("UPDATE blob SET relied_at = ? WHERE relied_at > ?", now, now);
    sql.run("UPDATE trash_operation SET deleted_at = ? WHERE deleted_at > ?", now, now);
    keep(sql, {{"stamp", now}});
}

void ClockWatch::confirmed()
{
    m_jump.reset();
    m_offsetMs = offsetNow();
}

} // namespace berth
