// SPDX-License-Identifier: Apache-2.0
// A library to be preloaded into a server (LD_PRELOAD), which makes its disk fail or forget. It stands between the whole process,
// SQLite included, and the calls that change files below one folder.
//
//   FAULTYFS_ROOT     the folder; nothing else is touched
//   FAULTYFS_MODE     count     count the calls and let them through
//                     eio       the n-th call fails with EIO
//                     enospc    the n-th call fails with ENOSPC if it could need space, else goes through
//                     kill      the process ends by SIGKILL at the n-th call, before it happens
//                     killafter the same after it has happened
//                     powercut  the process ends at the n-th call, and what would have survived a power cut is written to FAULTYFS_SHADOW:
//                               of each file what its last fsync or fdatasync covered, of each folder the entries that its own last
//                               fsync covered
//                     powercut-names  as powercut, but on a file system that writes names before content: folders are as they were
//                               last, files that were never synced have their length and only zeros in it
//   FAULTYFS_AT       n, from 1
//   FAULTYFS_MATCH    "call:text": only such calls whose path contains the text are counted; several with "|" between them
//   FAULTYFS_START    "call:text": counting begins with the first such call
//   FAULTYFS_IGNORE   "call:text": such calls report success and do nothing
//   FAULTYFS_FAIL     "call:text": the first such sync fails with EIO; later ones of that file succeed, but what was written before the
//                     failure never reaches the disk, as on Linux
//   FAULTYFS_LOG      a file that gets a line "n call path" for each counted call, and "HIT n call path" for the one that failed
//
// Calls: open (that may create or write), mkdir, write, fsync, fdatasync, rename, unlink, ftruncate.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

template <class Function> Function next(const char *name) { return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name)); }

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

std::string readAll(const std::string &path)
{
    std::string text;
    const int fd = int(syscall(SYS_openat, AT_FDCWD, path.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd < 0)
        return text;
    char buffer[65536];
    for (long count = 0; (count = syscall(SYS_read, fd, buffer, sizeof buffer)) > 0;)
        text.append(buffer, std::size_t(count));
    syscall(SYS_close, fd);
    return text;
}

void writeAll(const std::string &path, const std::string &text)
{
    const int fd = int(syscall(SYS_openat, AT_FDCWD, path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    for (std::size_t done = 0; fd >= 0 && done < text.size();) {
        const long count = syscall(SYS_write, fd, text.data() + done, text.size() - done);
        if (count <= 0)
            break;
        done += std::size_t(count);
    }
    syscall(SYS_close, fd);
}

/// What is on the disk for good. A file is known by a number of its own, since the system uses inode numbers again.
class Disk {
public:
    struct Entry {
        bool isFolder = false;
        int file = 0;           ///< Of a file.
        std::string folder;     ///< Of a folder: the path it had, by which its entries are kept.
    };
    using Entries = std::map<std::string, Entry>;

    /// Everything that is there now counts as being on the disk.
    void takeAll(const std::string &folder)
    {
        for (const auto &[name, entry] : entriesNow(folder)) {
            if (entry.isFolder)
                takeAll(folder + "/" + name);
            else
                m_contents[entry.file] = readAll(folder + "/" + name);
        }
        m_folders[folder] = entriesNow(folder);
    }

    void fileSynced(int fd)
    {
        struct stat info { };
        if (fstat(fd, &info) == 0 && !m_lost.contains(numberOf(info.st_ino)))
            m_contents[numberOf(info.st_ino)] = readAll("/proc/self/fd/" + std::to_string(fd));
    }
    void fileLost(int fd)
    {
        struct stat info { };
        if (fstat(fd, &info) == 0)
            m_lost.insert(numberOf(info.st_ino));
    }
    void folderSynced(const std::string &path) { m_folders[path] = entriesNow(path); }

    /// The path is about to get another file, or none: its inode number may come again.
    void release(const std::string &path)
    {
        struct stat info { };
        if (lstat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode))
            m_numbers.erase(info.st_ino);
    }

    void writeSurvivors(const std::string &folder, const std::string &target, bool keepsNames)
    {
        syscall(SYS_mkdirat, AT_FDCWD, target.c_str(), 0700);
        for (const auto &[name, entry] : keepsNames ? entriesNow(folder) : m_folders[folder]) {
            if (entry.isFolder)
                writeSurvivors(keepsNames ? folder + "/" + name : entry.folder, target + "/" + name, keepsNames);
            else if (const auto it = m_contents.find(entry.file); it != m_contents.end())
                writeAll(target + "/" + name, it->second);
            else
                writeAll(target + "/" + name, keepsNames ? std::string(readAll(folder + "/" + name).size(), '\0') : std::string());
        }
    }

private:
    int numberOf(ino_t inode)
    {
        auto &number = m_numbers[inode];
        if (number == 0)
            number = ++m_lastNumber;
        return number;
    }
    Entries entriesNow(const std::string &folder)
    {
        Entries entries;
        DIR *handle = opendir(folder.c_str());
        while (const dirent *found = handle ? readdir(handle) : nullptr) {
            const std::string name = found->d_name;
            struct stat info { };
            if (name == "." || name == ".." || lstat((folder + "/" + name).c_str(), &info) != 0)
                continue;
            if (S_ISDIR(info.st_mode))
                entries[name] = {true, 0, folder + "/" + name};
            else
                entries[name] = {false, numberOf(info.st_ino), {}};
        }
        if (handle)
            closedir(handle);
        return entries;
    }

    std::map<ino_t, int> m_numbers;
    int m_lastNumber = 0;
    std::map<int, std::string> m_contents;
    std::set<int> m_lost; ///< Files whose sync failed.
    std::map<std::string, Entries> m_folders;
};

struct State {
    std::recursive_mutex mutex;
    std::string root = variable("FAULTYFS_ROOT");
    std::string mode = variable("FAULTYFS_MODE");
    std::string match = variable("FAULTYFS_MATCH");
    std::string start = variable("FAULTYFS_START");
    std::string ignore = variable("FAULTYFS_IGNORE");
    std::string fail = variable("FAULTYFS_FAIL");
    std::string log = variable("FAULTYFS_LOG");
    std::string shadow = variable("FAULTYFS_SHADOW");
    long at = std::atol(variable("FAULTYFS_AT").c_str());
    long count = 0;
    std::map<int, std::string> paths; ///< Of open files below the root.
    Disk disk;

    bool forgets() const { return mode.starts_with("powercut"); }
    bool isBelow(const std::string &path) const { return !root.empty() && path.starts_with(root); }

    static bool matches(const std::string &patterns, const std::string &call, const std::string &path)
    {
        for (std::size_t start = 0; start < patterns.size();) {
            const auto end = std::min(patterns.find('|', start), patterns.size());
            const auto pattern = patterns.substr(start, end - start);
            const auto colon = pattern.find(':');
            if (pattern.substr(0, colon) == call && path.find(pattern.substr(colon + 1)) != std::string::npos)
                return true;
            start = end + 1;
        }
        return false;
    }

    void note(const std::string &line) const
    {
        if (log.empty())
            return;
        const int fd = int(syscall(SYS_openat, AT_FDCWD, log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
        syscall(SYS_write, fd, line.data(), line.size());
        syscall(SYS_close, fd);
    }
};

/// Never destroyed: threads may still write files while the process ends.
State *state = nullptr;

__attribute__((constructor)) void begin()
{
    auto *made = new State;
    if (made->forgets())
        made->disk.takeAll(made->root);
    state = made;
}

enum class Space { NotNeeded, Needed };

/// One call on its way. Holds the lock, so that the calls have one order.
class Call {
public:
    Call(const char *name, std::string path, Space space = Space::NotNeeded)
        : m_path(std::move(path))
        , m_lock(state ? std::unique_lock(state->mutex) : std::unique_lock<std::recursive_mutex>())
    {
        if (!state || !state->isBelow(m_path))
            return;
        m_below = true;
        m_ignored = State::matches(state->ignore, name, m_path);
        if (!state->start.empty()) {
            if (!State::matches(state->start, name, m_path))
                return;
            state->start.clear();
        }
        if (!state->match.empty() && !State::matches(state->match, name, m_path))
            return;
        const auto line = std::to_string(++state->count) + " " + name + " " + m_path + "\n";
        const bool hit = state->count == state->at && state->mode != "count" && !(state->mode == "enospc" && space == Space::NotNeeded);
        state->note(hit ? "HIT " + line : line);
        if (!hit)
            return;
        if (state->mode == "kill")
            end();
        m_endsAfter = state->mode == "killafter";
        if (state->forgets()) {
            state->disk.writeSurvivors(state->root, state->shadow, state->mode == "powercut-names");
            end();
        }
        m_error = state->mode == "eio" ? EIO : state->mode == "enospc" ? ENOSPC : 0;
    }
    ~Call()
    {
        if (m_endsAfter)
            end();
    }
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

    bool fails() const
    {
        if (m_error)
            errno = m_error;
        return m_error != 0;
    }
    bool isBelow() const { return m_below; }
    bool isIgnored() const { return m_ignored; }

private:
    [[noreturn]] static void end()
    {
        ::kill(getpid(), SIGKILL);
        while (true)
            pause();
    }

    std::string m_path;
    std::unique_lock<std::recursive_mutex> m_lock;
    bool m_below = false;
    bool m_ignored = false;
    bool m_endsAfter = false;
    int m_error = 0;
};

std::string pathOf(int fd)
{
    if (!state)
        return {};
    const std::lock_guard guard(state->mutex);
    const auto it = state->paths.find(fd);
    return it == state->paths.end() ? std::string() : it->second;
}

template <class Open> int openHooked(const char *path, int flags, Open open)
{
    const bool changes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
    const bool below = state && state->isBelow(path);
    if (!below)
        return open();
    const std::lock_guard guard(state->mutex);
    int fd = -1;
    if (changes) {
        Call call("open", path, Space::Needed);
        if (call.fails())
            return -1;
        struct stat info { };
        const bool existed = lstat(path, &info) == 0;
        fd = open();
        if (fd >= 0 && !existed && fstat(fd, &info) == 0)
            state->disk.release(path);
    } else {
        fd = open();
    }
    if (fd >= 0)
        state->paths[fd] = path;
    return fd;
}

template <class Sync> int syncHooked(const char *name, int fd, Sync sync)
{
    const auto path = pathOf(fd);
    if (path.empty())
        return sync(fd);
    Call call(name, path);
    if (call.fails())
        return -1;
    if (call.isIgnored())
        return 0;
    if (State::matches(state->fail, name, path)) {
        state->fail.clear();
        state->disk.fileLost(fd);
        errno = EIO;
        return -1;
    }
    const int result = state->forgets() ? 0 : sync(fd); // a disk that only pretends needs no waiting
    struct stat info { };
    if (result == 0 && state->forgets() && fstat(fd, &info) == 0) {
        if (S_ISDIR(info.st_mode))
            state->disk.folderSynced(path);
        else
            state->disk.fileSynced(fd);
    }
    return result;
}

template <class Write> ssize_t writeHooked(int fd, Write write)
{
    const auto path = pathOf(fd);
    if (path.empty())
        return write();
    Call call("write", path, Space::Needed);
    return call.fails() ? -1 : write();
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) ? va_arg(list, mode_t) : 0;
    va_end(list);
    static const auto real = next<int (*)(const char *, int, ...)>("open");
    return openHooked(path, flags, [&] { return real(path, flags, mode); });
}

int open64(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) ? va_arg(list, mode_t) : 0;
    va_end(list);
    static const auto real = next<int (*)(const char *, int, ...)>("open64");
    return openHooked(path, flags, [&] { return real(path, flags, mode); });
}

int close(int fd)
{
    static const auto real = next<int (*)(int)>("close");
    if (!state)
        return real(fd);
    const std::lock_guard guard(state->mutex);
    state->paths.erase(fd);
    return real(fd);
}

int mkdir(const char *path, mode_t mode) noexcept
{
    static const auto real = next<int (*)(const char *, mode_t)>("mkdir");
    Call call("mkdir", path, Space::Needed);
    return call.fails() ? -1 : real(path, mode);
}

ssize_t write(int fd, const void *bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    return writeHooked(fd, [&] { return real(fd, bytes, size); });
}

ssize_t writev(int fd, const struct iovec *pieces, int count)
{
    static const auto real = next<ssize_t (*)(int, const struct iovec *, int)>("writev");
    return writeHooked(fd, [&] { return real(fd, pieces, count); });
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return writeHooked(fd, [&] { return real(fd, bytes, size, offset); });
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return writeHooked(fd, [&] { return real(fd, bytes, size, offset); });
}

int fsync(int fd)
{
    static const auto real = next<int (*)(int)>("fsync");
    return syncHooked("fsync", fd, real);
}

int fdatasync(int fd)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return syncHooked("fdatasync", fd, real);
}

int rename(const char *from, const char *to) noexcept
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    Call call("rename", to, Space::Needed);
    if (call.fails())
        return -1;
    if (call.isBelow())
        state->disk.release(to);
    return real(from, to);
}

int unlink(const char *path) noexcept
{
    static const auto real = next<int (*)(const char *)>("unlink");
    Call call("unlink", path);
    if (call.fails())
        return -1;
    if (call.isBelow())
        state->disk.release(path);
    return real(path);
}

int remove(const char *path) noexcept
{
    static const auto real = next<int (*)(const char *)>("remove");
    Call call("unlink", path);
    if (call.fails())
        return -1;
    if (call.isBelow())
        state->disk.release(path);
    return real(path);
}

int ftruncate(int fd, off_t size) noexcept
{
    static const auto real = next<int (*)(int, off_t)>("ftruncate");
    const auto path = pathOf(fd);
    if (path.empty())
        return real(fd, size);
    Call call("ftruncate", path, Space::Needed);
    return call.fails() ? -1 : real(fd, size);
}

int ftruncate64(int fd, off64_t size) noexcept
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    const auto path = pathOf(fd);
    if (path.empty())
        return real(fd, size);
    Call call("ftruncate", path, Space::Needed);
    return call.fails() ? -1 : real(fd, size);
}

} // extern "C"
