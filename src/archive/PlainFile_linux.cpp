// SPDX-License-Identifier: Apache-2.0
#include "archive/PlainFile.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace berth {

Result<void> openPlainFile(QFile &file, const std::filesystem::path &path)
{
    file.close();
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return errno == ELOOP ? fail(ErrorCode::BadRequest, "is no plain file")
                              : fail(ErrorCode::Io, "cannot be opened: " + std::string(std::strerror(errno)));
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return fail(ErrorCode::BadRequest, "is no plain file");
    }
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return fail(ErrorCode::Io, "cannot be opened: " + file.errorString().toStdString());
    }
    return {};
}

} // namespace berth
