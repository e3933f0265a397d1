// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/Session.h"

#include <numeric>

#include "client/NcrManagement.h"

namespace berth {

Session::Session(QString id, QString name, QObject *parent)
    : QObject(parent)
    , m_id(std::move(id))
    , m_name(std::move(name))
    , m_loader(this,
          {[this](QList<RegistrySummary> rows) { m_incoming = std::move(rows); },
              [this](const QList<RegistrySummary> &rows) { m_incoming += rows; },
              [this](const Error &error) {
                  m_state = State::Failed;
                  m_error = error;
                  Q_EMIT changed();
              },
              [this](bool hasMore) {
                  if (hasMore) {
                      m_loader.more();
                      return;
                  }
                  m_registries = std::exchange(m_incoming, {});
                  m_state = State::Online;
                  Q_EMIT changed();
              }})
{
}

Session::~Session() { m_loader.stop(); }

qint64 Session::imageCount() const
{
    return std::accumulate(m_registries.begin(), m_registries.end(), qint64(0), [](qint64 sum, const RegistrySummary &row) { return sum + qMax<qint64>(0, row.imageCount); });
}

void Session::connectTo(const Connection &connection)
{
    m_loader.stop();
    m_connection = connection;
    m_management = std::make_unique<NcrManagement>(connection);
    refresh();
}

void Session::disconnectFrom()
{
    m_loader.stop();
    m_management.reset();
    m_registries.clear();
    m_state = State::Idle;
    Q_EMIT changed();
}

void Session::refresh()
{
    if (!m_management)
        return;
    m_state = State::Loading;
    Q_EMIT changed();
    m_loader.start([this](int page) { return m_management->listRegistries(page); });
}

} // namespace berth
