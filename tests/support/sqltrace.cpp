// SPDX-License-Identifier: Apache-2.0
// Preloaded into a server, it writes down every statement that SQLite is asked to prepare, each with a zero byte behind it, into the file that
// BERTH_SQL_TRACE names. For tests that look at the plans of what a server really asks.

#include <cstdlib>
#include <mutex>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

std::string toUtf8(const char16_t *text)
{
    std::string utf8;
    for (; *text; ++text) { // what the store asks is ASCII
        if (*text < 0x80)
            utf8 += char(*text);
        else
            utf8 += '?';
    }
    return utf8;
}

/// The library itself: it comes with Qt's driver, long after this one, and stands outside of what RTLD_NEXT looks through.
void *inSqlite(const char *name)
{
    void *library = ::dlopen("libsqlite3.so.0", RTLD_LAZY | RTLD_NOLOAD);
    return library ? ::dlsym(library, name) : ::dlsym(RTLD_NEXT, name);
}

void note(std::string statement)
{
    static std::mutex mutex;
    static const char *const path = std::getenv("BERTH_SQL_TRACE");
    if (!path)
        return;
    statement += '\0';
    const std::lock_guard guard(mutex);
    const int fd = ::open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0)
        return;
    [[maybe_unused]] const auto written = ::write(fd, statement.data(), statement.size());
    ::close(fd);
}

} // namespace

extern "C" {

int sqlite3_prepare16_v2(void *database, const void *statement, int bytes, void **prepared, const void **rest)
{
    using Prepare = int (*)(void *, const void *, int, void **, const void **);
    static const auto next = reinterpret_cast<Prepare>(inSqlite("sqlite3_prepare16_v2"));
    note(toUtf8(static_cast<const char16_t *>(statement)));
    return next(database, statement, bytes, prepared, rest);
}

int sqlite3_prepare16_v3(void *database, const void *statement, int bytes, unsigned flags, void **prepared, const void **rest)
{
    using Prepare = int (*)(void *, const void *, int, unsigned, void **, const void **);
    static const auto next = reinterpret_cast<Prepare>(inSqlite("sqlite3_prepare16_v3"));
    note(toUtf8(static_cast<const char16_t *>(statement)));
    return next(database, statement, bytes, flags, prepared, rest);
}
}
