// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string_view>

#include <QFile>

namespace berth {

/// What the program has to say while it runs, in a file: the lines of the local registry and the warnings of Qt, which go where they went
/// before as well. The file of the run before stays beside it as "<name>.1".
///
/// One for the whole process, made in main() and gone before it ends. What is written may come from any thread.
class LogFile {
public:
    explicit LogFile(const QString &file);
    ~LogFile();

private:
    void add(std::string_view line);

    QFile m_file;
    std::mutex m_mutex;
};

} // namespace berth
