// SPDX-License-Identifier: Apache-2.0
#include "archive/PlainFile.h"

#include <QFile>

namespace berth {

Result<void> openPlainFile(QFile &file, const std::filesystem::path &path)
{
    file.close();
    std::error_code ec;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path, ec)))
        return fail(ErrorCode::BadRequest, "is no plain file");
    file.setFileName(QString::fromStdU16String(path.u16string()));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::Io, "cannot be opened: " + file.errorString().toStdString());
    return {};
}

} // namespace berth
