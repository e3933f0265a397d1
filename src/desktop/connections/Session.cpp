// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/Session.h"

#include <numeric>

#include "client/ConnectionProbe.h"

namespace berth {

Session::Session(Connection connection, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_loader(this,
          {[this](QList<RegistrySummary> rows) { m_incoming = std::move(rows); },
              [this](const QList<RegistrySummary> &rows) { m_incoming += rows; },
              [this](const Error &error) {
                  m_error = error;
                  setState(State::Failed);
              },
              [this](bool hasMore) {
                  if (hasMore) {
                      m_loader.more();
                      return;
                  }
                  m_registries = std::exchange(m_incoming, {});
                  setState(State::Online);
              }})
{
}

Session::~Session() { m_loader.stop(); }

void Session::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

qint64 Session::imageCount() const
{
    return std::accumulate(m_registries.begin(), m_registries.end(), qint64(0), [](qint64 sum, const RegistrySummary &row) { return sum + qMax<qint64>(0, row.imageCount); });
}

void Session::rename(const QString &name)
{
    m_connection.name = name;
    Q_EMIT changed();
}

void Session::connectTo(const Connection &connection)
{
    m_loader.stop();
    m_connection = connection;
    m_keyProblem = KeyProblem::None;
    m_refusals.clear();
    m_management = makeManagement(connection);
    m_client = std::make_unique<RegistryClient>(connection);
    refresh();
}

void Session::disconnectFrom()
{
    m_loader.stop();
    m_management.reset();
    m_client.reset();
    m_registries.clear();
    m_keyProblem = KeyProblem::None;
    setState(State::Idle);
}

void Session::replaceWith(const Connection &stored)
{
    m_connection = stored;
    disconnectFrom();
}

void Session::waitForKey() { setState(State::ReadingKey); }

void Session::lackKey(KeyProblem problem, const QString &detail)
{
    m_keyProblem = problem;
    m_error = {ErrorCode::Unauthorized, detail.toStdString()};
    setState(State::NoKey);
}

void Session::refresh()
{
    if (!m_management)
        return;
    m_loader.start([this](int page) { return m_management->listRegistries(page); }, 0, m_management->endsWithEmptyPage() ? PagedLoader<RegistrySummary>::End::EmptyPage : PagedLoader<RegistrySummary>::End::ShortPage);
    setState(State::Loading);
}

QString Session::refusal(Deed deed) const
{
    if (!m_management)
        return tr("%1 is not connected").arg(name());
    if (deed == Deed::CreateRegistry && !m_management->can(Capability::CreateRegistries))
        return tr("On this kind of server a registry comes into being with its first image");
    if (deed == Deed::DeleteRegistry && !m_management->can(Capability::DeleteRegistries))
        return tr("On this kind of server a registry goes with its last image");
    return m_refusals.value(int(deed));
}

void Session::learn(Deed deed, const Error &error)
{
    if (error.code != ErrorCode::Denied && error.code != ErrorCode::Unsupported)
        return;
    m_refusals.insert(int(deed), error.code == ErrorCode::Denied ? tr("Your role on %1 does not allow this").arg(name()) : tr("%1 cannot do this").arg(name()));
    Q_EMIT rightsChanged();
}

} // namespace berth
