// SPDX-License-Identifier: Apache-2.0
#include "archive/ScratchFolder.h"

#include <QDirIterator>

namespace berth::test {

std::filesystem::path ScratchFolder::write(const QString &name, const QByteArray &bytes) const
{
    writeFile(path(name), bytes);
    return path(name).toStdU16String();
}

QStringList ScratchFolder::content() const
{
    QStringList names;
    QDirIterator it(m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext())
        names.append(QDir(m_folder.path()).relativeFilePath(it.next()));
    names.sort();
    return names;
}

Result<ImageArchive> readArchive(const std::filesystem::path &path)
{
    return readImageArchive(path, [](std::int64_t) { return true; });
}

Result<ImageArchive> readArchive(const QByteArray &bytes)
{
    const ScratchFolder scratch;
    return readArchive(scratch.write(QStringLiteral("archive"), bytes));
}

} // namespace berth::test
