// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

#include "archive/FileList.h"
#include "archive/ImageArchive.h"

namespace berth::test {

/// A folder of its own for one test, with archives in it.
class ScratchFolder {
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Writes the bytes to a file there and returns its path.
    std::filesystem::path write(const QString &name, const QByteArray &bytes) const;

    /// What lies in it, folders included, sorted.
    QStringList content() const;

private:
    QTemporaryDir m_folder;
};

/// Reads an archive from disk to the end.
Result<ImageArchive> readArchive(const std::filesystem::path &path);

/// Writes the bytes into a scratch folder of their own and reads them as an archive.
Result<ImageArchive> readArchive(const QByteArray &bytes);

/// The message of a failure, for QVERIFY2; empty on success.
template <class T> QByteArray why(const Result<T> &result) { return result ? QByteArray() : QByteArray::fromStdString(result.error().message); }

} // namespace berth::test
