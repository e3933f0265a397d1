// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <future>
#include <memory>
#include <optional>

#include <QSet>
#include <QStringList>

#include "DesktopFixture.h"
#include "TestServers.h"
#include "support/FakeNcr.h"
#include "support/RegistryProcess.h"
#include "walk/Dice.h"

namespace berth::test {

/// The servers of a walk: the window's own registry, another Berth, a fake NCR, a plain registry and one that never answers; and the other
/// client that changes them. Connections to all of them are in the window's list.
class WalkServers {
public:
    explicit WalkServers(DesktopFixture &berth);
    ~WalkServers();

    enum class Extent {
        All,
        LocalOnly, ///< The window's own registry and nothing else, for a walk that has to be quick.
    };
    /// Starts and fills them and adds the connections; why not, or empty.
    QString start(Extent extent);

    /// The connections of a walk, those that were removed meanwhile too.
    const QList<Connection> &connections() const { return m_connections; }

    /// What another client does beside the window, in a thread of its own: pushes, moves tags, deletes.
    void letOtherClientWork(Dice dice);
    void awaitOtherClient();

    /// Of the Berth server that is killed and frozen, for a fault's text: whether it runs, and what it said last.
    QString stateOfOther();

    /// One of the servers gets slow, answers wrongly, stops answering or ends; or all is well again.
    void disturb(Dice &dice);
    void calm();

    /// Names that the server has at that place, asked past the window: registries, images, digests, or tags if `byTag`. Nothing where it
    /// cannot be asked.
    std::optional<QSet<QString>> namesAt(const Place &place, bool byTag, bool withUntagged) const;

    static QString tagOf(Dice &dice);

private:
    struct Target {
        QString host;
        QByteArray authorization;
        QString repository;
    };
    QString startOthers();
    QString fill(int tagCount);
    static void changeSomething(const Target &target, Dice &dice);
    QList<Target> targets() const;
    std::optional<QSet<QString>> listed(const Connection &connection, const QString &path, const char *list, const char *name) const;
    std::optional<QSet<QString>> plainNamesAt(const Connection &connection, const Place &place, bool byTag) const;

    DesktopFixture &m_berth;
    RegistryProcess m_other;
    QString m_otherHost;
    bool m_otherIsFrozen = false;
    bool m_otherWasKilled = false;
    FakeNcr m_ncr;
    DockerRegistry m_plain;
    std::unique_ptr<FixedServer> m_silent;
    std::unique_ptr<FixedServer> m_wrong;
    QList<Connection> m_connections;
    std::future<void> m_work;
};

} // namespace berth::test
