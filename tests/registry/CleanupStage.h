// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>

#include "registry/UpkeepFixture.h"

namespace berth::test {

/// A server whose registries are cleaned up, and what its history says of that.
class CleanupStage : public UpkeepFixture {
protected:
    /// JSON with ' in the place of ".
    static QByteArray quoted(const QByteArray &text) { return QByteArray(text).replace('\'', '"'); }

    json::value envelope(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        return ncr(method, "/" + path, body).jsonBody();
    }
    static int code(const json::value &envelope)
    {
        const auto *header = json::find(envelope, "header");
        return header ? int(json::integer(*header, "resultCode")) : 0;
    }
    static QByteArray message(const json::value &envelope)
    {
        const auto *header = json::find(envelope, "header");
        return header ? QByteArray::fromStdString(json::text(*header, "resultMessage")) : QByteArray();
    }

    qint64 registryId(const QByteArray &name) const
    {
        const auto reply = envelope("GET", name);
        const auto *row = json::find(reply, "registry");
        return row ? json::integer(*row, "project_id") : 0;
    }

    /// "[!]pattern", as the two selectors of NCR have it.
    static QByteArray scope(const QByteArray &pattern)
    {
        const bool excludes = pattern.startsWith('!');
        return "{\"include\":" + QByteArray(excludes ? "false" : "true") + ",\"pattern\":\"" + pattern.mid(excludes ? 1 : 0) + "\"}";
    }
    static QByteArray rule(const QByteArray &images, const QByteArray &tags, bool untagged, const QByteArray &parameter, int number = -1, bool disabled = false)
    {
        auto tag = scope(tags);
        tag.chop(1);
        return "{\"disabled\":" + QByteArray(disabled ? "true" : "false") + ",\"scope\":" + scope(images) + ",\"tag\":" + tag
            + ",\"untagged\":" + (untagged ? "true" : "false") + "},\"parameters\":{\"" + parameter + "\":" + QByteArray::number(number) + "}}";
    }
    int addRule(const QByteArray &in, const QByteArray &rule) const { return code(envelope("POST", in + "/retentions", rule)); }
    json::array rulesOf(const QByteArray &in) const { return json::list(envelope("GET", in + "/retentions?page_size=100"), "retention_rules"); }
    bool dropRules(const QByteArray &in) const
    {
        for (const auto &own : rulesOf(in)) {
            if (code(envelope("DELETE", in + "/retentions?id=" + idOf(own))) != 200)
                return false;
        }
        const auto shields = envelope("GET", in + "/immutabletagrules?page_size=100");
        for (const auto &shield : json::list(shields, "immutable_tag_rules")) {
            if (code(envelope("DELETE", in + "/immutabletagrules/" + idOf(shield))) != 200)
                return false;
        }
        return true;
    }

    /// The newest run; null if there is none.
    json::value lastRun(const QByteArray &in) const
    {
        const auto reply = envelope("GET", in + "/retentions/executions?page_size=1");
        const auto &list = json::list(reply, "executions");
        return list.empty() ? json::value() : list.front();
    }
    static QByteArray idOf(const json::value &object) { return QByteArray::number(qint64(json::integer(object, "id"))); }

    /// Runs the registry's cleanup to its end; the run as NCR has it, null if it did not begin or never ended.
    json::value clean(const QByteArray &in, bool isDry = false) const
    {
        if (code(envelope("POST", in + "/retentions/executions", isDry ? "{\"dry_run\":true}" : "{\"dry_run\":false}")) != 200)
            return {};
        return waitForRun(in);
    }
    json::value waitForRun(const QByteArray &in) const
    {
        for (int i = 0; i < 3000; ++i) {
            const auto run = lastRun(in);
            if (!run.is_null() && text(run, "status") != "Running")
                return run;
            QTest::qWait(10);
        }
        return {};
    }

    json::array tasksOf(const QByteArray &in, const json::value &run) const
    {
        return json::list(envelope("GET", in + "/retentions/executions/" + idOf(run) + "/tasks?page_size=100"), "tasks");
    }
    QByteArray logOf(const QByteArray &in, const json::value &run, const json::value &task) const
    {
        return text(envelope("GET", in + "/retentions/executions/" + idOf(run) + "/tasks/" + idOf(task)), "tasks");
    }

    /// Every artifact of the run with its mark in the log, by digest.
    QMap<QByteArray, QByteArray> marksOf(const QByteArray &in, const json::value &run) const
    {
        QMap<QByteArray, QByteArray> marks;
        for (const auto &task : tasksOf(in, run)) {
            for (const auto &line : logOf(in, run, task).split('\n')) {
                const auto cells = line.split('|');
                if (cells.size() == 10 && cells[1].trimmed().startsWith("sha256:"))
                    marks[cells[1].trimmed()] = cells[8].trimmed();
            }
        }
        return marks;
    }

    /// As if it had been pushed and pulled then (0: never), with its tags.
    void setTimes(const QByteArray &repository, const QByteArray &digest, TimeMs pushed, TimeMs pulled) const
    {
        const auto slash = repository.indexOf('/');
        const auto sql = database();
        const auto id = sql->integer("SELECT m.id FROM manifest m JOIN repository p ON p.id = m.repository_id JOIN registry r ON r.id = p.registry_id "
                                     "WHERE r.name = ? AND p.name = ? AND m.digest = ?",
            0, repository.left(slash).toStdString(), repository.mid(slash + 1).toStdString(), digest.toStdString());
        QVERIFY(id != 0);
        sql->run("UPDATE manifest SET pushed_at = ?, pulled_at = ? WHERE id = ?", pushed, pulled, id);
        sql->run("UPDATE tag SET pushed_at = ?, pulled_at = ? WHERE manifest_id = ?", pushed, pulled, id);
    }
};

} // namespace berth::test
