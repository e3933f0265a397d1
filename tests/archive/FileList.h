// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace berth::test {

/// The files of an archive to be, in the order in which they will be written.
class FileList {
public:
    FileList &add(const QByteArray &name, const QByteArray &content);
    FileList &link(const QByteArray &name, const QByteArray &target);

    /// Takes a file out again.
    FileList &remove(const QByteArray &name);

    /// Puts other content where a file of that name is, in its place.
    FileList &replace(const QByteArray &name, const QByteArray &content);

    bool contains(const QByteArray &name) const;
    QByteArray content(const QByteArray &name) const;

    QByteArray toTar() const;

    /// As a folder on disk, for layouts without links.
    void toFolder(const QString &folder) const;

private:
    struct Item {
        QByteArray name;
        QByteArray content;
        QByteArray linkTarget;
    };
    QList<Item> m_items;
};

/// A file with that content.
void writeFile(const QString &path, const QByteArray &content);

} // namespace berth::test
