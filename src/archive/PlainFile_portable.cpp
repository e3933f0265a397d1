// SPDX-License-Identifier: Apache-2.0
#include "archive/PlainFile.h"

#include <QFile>

namespace berth {

namespace {

constexpr const char *notPlain = QT_TRANSLATE_NOOP("Error", "The file \"%1\" of the folder is no plain file");
constexpr const char *notOpened = QT_TRANSLATE_NOOP("Error", "The file \"%1\" of the folder cannot be opened: %2");

} // namespace

Result<void> openPlainFile(QFile &file, const std::filesystem::path &path, const std::string &name)
{
    file.close();
    std::error_code ec;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path, ec)))
        return fail(ErrorCode::BadRequest, notPlain, {name});
    file.setFileName(QString::fromStdU16String(path.u16string()));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::Io, notOpened, {name, file.errorString().toStdString()});
    return {};
}

} // namespace berth
