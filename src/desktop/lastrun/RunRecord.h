// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDateTime>
#include <QFile>
#include <QStringList>

namespace berth {

/// What one run of the program leaves behind for the next, should it end without saying so: that it ran, what was done last, which transfers
/// were on their way, whether the registry ran.
///
/// Kept in one small file of the person's own, a line of JSON a fact, written when it happens; the file goes when the run ends well. What was
/// done is told by kinds, without names, addresses or secrets; the transfers by name, since they are for the person's eyes and no one else's.
/// A file that cannot be written costs the record and nothing else. Belongs to the GUI thread.
class RunRecord {
public:
    /// A run that did not end well.
    struct Unfinished {
        QString version;
        QDateTime began;
        QDateTime heardLast; ///< When the last fact was written.
        QStringList deeds;   ///< The last ones, "2026-11-29T23:15:54.120Z opened TagDialog", oldest first.
        QStringList transfers;
        bool registryRan = false;
    };

    /// Reads what the run before left in `file`, and begins this run's.
    explicit RunRecord(const QString &file);
    /// The run ended well.
    ~RunRecord();

    const std::optional<Unfinished> &unfinished() const { return m_unfinished; }
    /// The last deeds of this run, as in Unfinished.
    const QStringList &deeds() const { return m_deeds; }

    /// In English, without names.
    void note(const QString &deed);
    void setTransfers(const QStringList &underWay);
    void setRegistryRuns(bool runs);

    static constexpr int mostDeeds = 60;

private:
    static std::optional<Unfinished> read(const QString &file);
    void write(const QByteArray &line);
    void begin();

    QFile m_file;
    std::optional<Unfinished> m_unfinished;
    QDateTime m_began;
    QStringList m_deeds;
    QStringList m_transfers;
    bool m_registryRuns = false;
};

} // namespace berth
