// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include "core/Json.h"

namespace berth::test {

/// Holds answers against an OpenAPI 3.0 document. An object that says nothing else has no members beside those described.
class OpenApiCheck {
public:
    explicit OpenApiCheck(json::value document);

    /// resources/openapi.json.
    static const OpenApiCheck &ofBerth();

    /// What an answer has that the document does not say, or lacks that it says; empty if all is well. `path` is that of the URL.
    /// What is not in the document is answered 404 or 405, or refused before the server looks so far.
    QString fault(const QByteArray &method, const QString &path, int status, const QByteArray &type, const QByteArray &body) const;

    struct Operation {
        QByteArray method;
        QString path; ///< With {parameters}, behind the server's part.
    };
    QList<Operation> operations() const;

    bool describes(const QByteArray &method, const QString &path) const { return !findOperation(method, path).is_null(); }

private:
    /// Null if there is none.
    json::value findOperation(const QByteArray &method, const QString &path) const;
    const json::value &resolved(const json::value &node) const;
    QString faultOf(const json::value &schema, const json::value &value, const QString &place) const;
    QString faultOfObject(const json::value &schema, const json::object &value, const QString &place) const;
    QString faultOfBody(const json::value &schema, const QByteArray &type, const QByteArray &body) const;

    json::value m_document;
    QString m_server;
};

} // namespace berth::test
