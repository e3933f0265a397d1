// SPDX-License-Identifier: Apache-2.0
#include "transfer/TransferStore.h"

#include <algorithm>

#include <QFile>
#include <QSaveFile>

#include "transfer/TaskStoring.h"
#include "transfer/Tasks.h"
#include "transfer/Transfer.h"

namespace berth {

TransferStore::TransferStore(QString file)
    : m_file(std::move(file))
{
}

std::vector<TransferStore::Kept> TransferStore::load()
{
    constexpr qint64 mostBytes = 16 << 20;
    std::vector<Kept> kept;
    m_unknown.clear();
    QFile file(m_file);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    if (!isOpen && !file.exists())
        return kept;
    const auto bytes = isOpen ? file.read(mostBytes) : QByteArray();
    const auto value = json::parseStrict(std::string_view(bytes.constData(), std::size_t(bytes.size())));
    if (!isOpen || !value || !file.atEnd()) {
        file.close();
        QFile::remove(m_file + QStringLiteral(".unreadable"));
        QFile::rename(m_file, m_file + QStringLiteral(".unreadable")); // not ours to lose
        return kept;
    }
    for (const auto &entry : json::list(*value, "transfers")) {
        if (auto task = restoreTask(entry))
            kept.push_back({std::move(task), json::integer(entry, "done_bytes"), json::integer(entry, "total_bytes"), qtext(entry, "failure")});
        else if (entry.is_object() && !json::text(entry, "task").empty())
            m_unknown.push_back(entry);
    }
    return kept;
}

QByteArray TransferStore::textFor(const QList<Transfer *> &transfers) const
{
    json::array entries = m_unknown;
    for (auto it = transfers.crbegin(); it != transfers.crend(); ++it) {
        const auto &transfer = **it;
        const bool hasFailed = transfer.state == Transfer::State::Failed;
        if (!transfer.isActive() && !hasFailed)
            continue;
        auto entry = storedTask(transfer.task());
        entry["done_bytes"] = transfer.doneBytes;
        entry["total_bytes"] = transfer.totalBytes;
        if (hasFailed)
            entry["failure"] = transfer.failure.toStdString();
        entries.push_back(std::move(entry));
    }
    return entries.empty() ? QByteArray() : QByteArray::fromStdString(json::serialize(json::object{{"transfers", std::move(entries)}}));
}

void TransferStore::write(const QString &file, const QByteArray &text)
{
    if (text.isEmpty()) {
        QFile::remove(file);
        return;
    }
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return;
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    out.write(text);
    out.commit();
}

} // namespace berth
