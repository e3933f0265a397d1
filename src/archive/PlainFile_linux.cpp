// SPDX-License-Identifier: Apache-2.0
#include "archive/PlainFile.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace berth {

namespace {

constexpr const char *notPlain = QT_TRANSLATE_NOOP("Error", "The file \"%1\" of the folder is no plain file");
constexpr const char *notOpened = QT_TRANSLATE_NOOP("Error", "The file \"%1\" of the folder cannot be opened: %2");

} // namespace

Result<void> openPlainFile(QFile &file, const std::filesystem::path &path, const std::string &name)
{
    file.close();
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return errno == ELOOP ? fail(ErrorCode::BadRequest, notPlain, {name}) : fail(ErrorCode::Io, notOpened, {name, std::strerror(errno)});
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return fail(ErrorCode::BadRequest, notPlain, {name});
    }
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return fail(ErrorCode::Io, notOpened, {name, file.errorString().toStdString()});
    }
    return {};
}

} // namespace berth
