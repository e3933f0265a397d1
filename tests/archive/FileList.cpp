// SPDX-License-Identifier: Apache-2.0
#include "archive/FileList.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "archive/TarWriter.h"

namespace berth::test {

FileList &FileList::add(const QByteArray &name, const QByteArray &content)
{
    m_items.append({name, content, {}});
    return *this;
}

FileList &FileList::link(const QByteArray &name, const QByteArray &target)
{
    m_items.append({name, {}, target});
    return *this;
}

FileList &FileList::remove(const QByteArray &name)
{
    m_items.removeIf([&](const Item &item) { return item.name == name; });
    return *this;
}

FileList &FileList::replace(const QByteArray &name, const QByteArray &content)
{
    for (auto &item : m_items) {
        if (item.name == name)
            item.content = content;
    }
    return *this;
}

bool FileList::contains(const QByteArray &name) const
{
    return std::ranges::any_of(m_items, [&](const Item &item) { return item.name == name; });
}

QByteArray FileList::content(const QByteArray &name) const
{
    const auto it = std::ranges::find(m_items, name, &Item::name);
    return it == m_items.end() ? QByteArray() : it->content;
}

QByteArray FileList::toTar() const
{
    TarWriter tar;
    for (const auto &item : m_items) {
        if (item.linkTarget.isEmpty())
            tar.file(item.name, item.content);
        else
            tar.symbolicLink(item.name, item.linkTarget);
    }
    return tar.finished();
}

void FileList::toFolder(const QString &folder) const
{
    for (const auto &item : m_items) {
        const QString path = folder + u'/' + QString::fromUtf8(item.name);
        QDir().mkpath(QFileInfo(path).path());
        writeFile(path, item.content);
    }
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

} // namespace berth::test
