// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/RegistryFixture.h"

namespace berth::test {

/// A registry that is asked by NCR's public API.
class NcrFixture : public RegistryFixture {
    Q_OBJECT

protected:
    static QByteArray at(const QByteArray &path) { return "/ncr/v2.0/appkeys/local/" + path; }

    /// The call's envelope; HTTP is 200 whatever happens.
    json::value ncr(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}, const QList<QByteArray> &lines = {}) const
    {
        RawConnection connection(registry.host());
        QList<QByteArray> all{
            QByteArray("X-TC-AUTHENTICATION-ID: ") + RegistryProcess::keyId, QByteArray("X-TC-AUTHENTICATION-SECRET: ") + RegistryProcess::secret};
        all += lines;
        if (!body.isEmpty())
            all << "Content-Type: application/json"
                << "Content-Length: " + QByteArray::number(body.size());
        connection.send(head(method, at(path), registry.host().toUtf8(), all) + body);
        const auto reply = connection.receive();
        if (reply.status != 200 || reply.headers.value("content-type") != "application/json")
            return {};
        return reply.jsonBody();
    }
    /// 200, or the number of the failure; 0 if the envelope is broken.
    static int code(const json::value &envelope)
    {
        const auto *header = json::find(envelope, "header");
        if (!header)
            return 0;
        const int number = int(json::integer(*header, "resultCode"));
        const bool good = json::boolean(*header, "isSuccessful");
        if (good != (number == 200) || json::text(*header, "resultMessage").empty() || (good && json::text(*header, "resultMessage") != "SUCCESS")
            || (!good && envelope.as_object().size() != 1))
            return 0;
        return number;
    }
    static QByteArray message(const json::value &envelope) { return QByteArray::fromStdString(json::text(*json::find(envelope, "header"), "resultMessage")); }
    static QByteArrayList names(const json::value &envelope, const char *key, const char *member = "name")
    {
        QByteArrayList list;
        for (const auto &element : json::list(envelope, key))
            list << QByteArray::fromStdString(json::text(element, member));
        return list;
    }
};

} // namespace berth::test
