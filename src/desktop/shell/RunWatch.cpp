// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/RunWatch.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QShortcutEvent>

#include "desktop/lastrun/RunRecord.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/shell/BrowsePane.h"
#include "transfer/TransferQueue.h"

namespace berth {

namespace {

QString placeText(const Place &place, int connection)
{
    static constexpr const char *levels[] = {"registries", "images", "artifacts"};
    return QStringLiteral("went to %1 of connection %2")
        .arg(place.tool.isEmpty() ? QString::fromLatin1(levels[int(place.level())]) : place.tool)
        .arg(connection);
}

/// Where it is: the next classes of ours around it, "ActionBar in ContentTable in BrowsePane".
QString oursAround(const QObject *object)
{
    constexpr int most = 3;
    QStringList classes;
    for (; object && classes.size() < most; object = object->parent()) {
        const QByteArray name = object->metaObject()->className();
        if (name.startsWith("berth::"))
            classes << QString::fromLatin1(name.mid(7));
    }
    return classes.isEmpty() ? QStringLiteral("a window of Qt") : classes.join(QLatin1String(" in "));
}

} // namespace

RunWatch::RunWatch(RunRecord &record, ConnectionList &connections, LocalServer &server, TransferQueue &transfers, QObject *parent)
    : QObject(parent)
    , m_record(record)
    , m_connections(connections)
    , m_transfers(transfers)
{
    connect(&server, &LocalServer::stateChanged, this, [this, &server] {
        m_record.note(QStringLiteral("local registry: state %1").arg(int(server.state())));
        m_record.setRegistryRuns(server.isRunning() && !server.isForeign());
    });
    const auto follow = [this](int row) {
        auto *session = m_connections.sessions().at(row);
        connect(session, &Session::changed, this,
            [this, session] { m_record.note(QStringLiteral("connection %1: state %2").arg(m_connections.rowOf(session)).arg(int(session->state()))); });
    };
    for (int row = 0; row < m_connections.sessions().size(); ++row)
        follow(row);
    connect(&m_connections, &ConnectionList::added, this, follow);
    connect(&m_connections, &ConnectionList::removed, this, [this](int row) { m_record.note(QStringLiteral("removed connection %1").arg(row)); });
    connect(&m_transfers, &TransferQueue::added, this, [this](Transfer *transfer) {
        m_record.note(transfer->task().kind() + QStringLiteral(" added"));
        noteTransfers();
    });
    connect(&m_transfers, &TransferQueue::finished, this,
        [this](Transfer *transfer) { m_record.note(QStringLiteral("transfer ended: state %1").arg(int(transfer->state))); });
    connect(&m_transfers, &TransferQueue::changed, this, &RunWatch::noteTransfers);
    qApp->installEventFilter(this);
}

void RunWatch::noteTransfers()
{
    QStringList underWay;
    for (const auto *transfer : m_transfers.transfers()) {
        if (transfer->isActive())
            underWay << transfer->title + QStringLiteral(" → ") + transfer->target;
    }
    m_record.setTransfers(underWay);
}

void RunWatch::watch(BrowsePane &browser)
{
    connect(&browser, &BrowsePane::placeChanged, this,
        [this](const Place &place) { m_record.note(placeText(place, m_connections.rowOf(m_connections.find(place.connectionId)))); });
}

bool RunWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
        if (qobject_cast<QDialog *>(watched))
            m_record.note(QStringLiteral("opened ") + oursAround(watched));
        break;
    case QEvent::Hide:
        if (qobject_cast<QDialog *>(watched))
            m_record.note(QStringLiteral("closed ") + oursAround(watched));
        break;
    case QEvent::MouseButtonRelease:
        if (qobject_cast<QAbstractButton *>(watched))
            m_record.note(QStringLiteral("pressed a button in ") + oursAround(watched->parent()));
        break;
    case QEvent::Shortcut: m_record.note(QStringLiteral("struck ") + static_cast<QShortcutEvent *>(event)->key().toString(QKeySequence::PortableText)); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace berth
