// SPDX-License-Identifier: Apache-2.0
#include "transfer/Suggestion.h"

#include <QFileInfo>

#include "core/Names.h"

namespace berth {

namespace {

/// "한글" of "한글.tar.gz".
QString stemOf(const std::filesystem::path &file)
{
    QString name = QFileInfo(QString::fromStdU16String(file.u16string())).fileName();
    static constexpr const char *endings[] = {".gz", ".zst", ".xz", ".tar", ".tgz", ".txz", ".oci"};
    for (const char *ending : endings) {
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            name.chop(qsizetype(qstrlen(ending)));
    }
    return name;
}

} // namespace

Suggestion suggestTarget(const ArchivedImage &image, const std::filesystem::path &file)
{
    Suggestion suggestion;
    suggestion.tag = QStringLiteral("latest");
    const std::string name = image.names.empty() ? std::string() : image.names.front();
    // A name without "/" and ":" in an OCI layout is a tag alone.
    const bool isBareTag = !image.isDockerArchive && name.find_first_of("/:") == std::string::npos;
    if (!name.empty() && !isBareTag) {
        if (const auto reference = ImageReference::parse(name)) {
            const auto path = QString::fromStdString(reference->path);
            const bool hasRegistry = path.contains(QLatin1Char('/'));
            suggestion.registry = hasRegistry ? path.section(QLatin1Char('/'), 0, 0) : QString();
            suggestion.image = hasRegistry ? path.section(QLatin1Char('/'), 1) : path;
            if (!reference->tag.empty())
                suggestion.tag = QString::fromStdString(reference->tag);
            return suggestion;
        }
    }
    suggestion.isFromFileName = true;
    if (isBareTag && checkTag(name))
        suggestion.tag = QString::fromStdString(name);
    const QString stem = stemOf(file);
    // "ubuntu-18.04.tar" means ubuntu:18.04 to whoever saved it.
    const auto dash = stem.lastIndexOf(QLatin1Char('-'));
    if (name.empty() && dash > 0 && dash + 1 < stem.size() && stem.at(dash + 1).isDigit() && checkTag(stem.mid(dash + 1).toStdString())) {
        suggestion.tag = stem.mid(dash + 1);
        suggestion.image = QString::fromStdString(suggestImageName(stem.left(dash).toStdString()));
        return suggestion;
    }
    suggestion.image = QString::fromStdString(suggestImageName(stem.toStdString()));
    return suggestion;
}

} // namespace berth
