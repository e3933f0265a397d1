// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace berth {

class BrowsePane;
class ConnectionList;
class LocalServer;
class RunRecord;
class TransferQueue;

/// Writes into the record what the person does and what happens to connections, registry and transfers, all of it by kind.
class RunWatch : public QObject {
    Q_OBJECT

public:
    /// All borrowed.
    RunWatch(RunRecord &record, ConnectionList &connections, LocalServer &server, TransferQueue &transfers, QObject *parent = nullptr);

    /// Of a window that was made; the former one may be gone.
    void watch(BrowsePane &browser);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteTransfers();

    RunRecord &m_record;
    ConnectionList &m_connections;
    TransferQueue &m_transfers;
};

} // namespace berth
