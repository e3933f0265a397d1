// SPDX-License-Identifier: Apache-2.0
#include "desktop/sessions/Session.h"

#include <numeric>

#include "client/auth/LinkTo.h"
#include "client/drivers/Drivers.h"
#include "client/roles/Identity.h"
#include "client/roles/Registries.h"
#include "client/roles/RegistryLifecycle.h"
#include "core/SizeSum.h"
#include "desktop/sessions/RoleText.h"

namespace berth {

namespace {

Action actionOf(Deed deed)
{
    switch (deed) {
    case Deed::Pull: return Action::Pull;
    case Deed::Push:
    case Deed::CreateTag: return Action::Push;
    default: return Action::Delete;
    }
}

/// Whether that is allowed in the registry; without one, whether it is anywhere.
bool allows(const Rights &rights, const QString &registry, Action action)
{
    if (!registry.isEmpty())
        return rights.allows(registry.toStdString(), action);
    const auto there = [&](const auto &entry) { return rights.allows(entry.first, action); };
    const auto listed = [&](const std::string &name) { return rights.allows(name, action); };
    if (rights.onlyIn)
        return std::any_of(rights.onlyIn->begin(), rights.onlyIn->end(), listed);
    return std::any_of(rights.registries.begin(), rights.registries.end(), there)
        || (roleAllows(rights.role, action) && (!rights.limit || roleAllows(*rights.limit, action)));
}

/// What holds in the registry, by the key or by its user: whatever forbids the action.
Role forbidding(const Rights &rights, const QString &registry, Action action)
{
    if (rights.onlyIn && !registry.isEmpty() && !rights.onlyIn->contains(registry.toStdString()))
        return Role::None;
    if (rights.limit && !roleAllows(*rights.limit, action))
        return *rights.limit;
    if (registry.isEmpty() && rights.onlyIn) { // the most that it is in any of them
        Role most = Role::None;
        for (const auto &name : *rights.onlyIn) {
            const auto there = rights.registries.find(name);
            most = std::max(most, there == rights.registries.end() ? rights.role : there->second);
        }
        return most;
    }
    const auto own = rights.registries.find(registry.toStdString());
    return own == rights.registries.end() ? rights.role : own->second;
}

} // namespace

Session::Session(Connection connection, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_loader(this,
          {[this](QList<RegistrySummary> rows) { m_incoming = std::move(rows); }, [this](const QList<RegistrySummary> &rows) { m_incoming += rows; },
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

Session::~Session()
{
    m_loader.stop();
    // Their calls end here with Cancelled, while whoever is told still finds a session without a driver.
    m_server.reset();
    m_client.reset();
}

void Session::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

qint64 Session::imageCount() const
{
    return std::accumulate(
        m_registries.begin(), m_registries.end(), qint64(0), [](qint64 sum, const RegistrySummary &row) { return sizeSum(sum, row.imageCount); });
}

QStringList Session::registryNames() const
{
    QStringList names;
    for (const auto &row : m_registries)
        names << row.name;
    return names;
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
    m_rights.reset();
    const auto link = linkTo(connection);
    m_server = makeServer(connection, link);
    if (!m_server) {
        m_client.reset();
        m_registries.clear();
        m_error = fail(ErrorCode::Unsupported,
            QT_TRANSLATE_NOOP("Error", "This Berth does not know servers of the kind “%1”. The connection is kept as it is; a newer Berth opens it."),
            {connection.kind.toStdString()})
                      .value();
        setState(State::Failed);
        return;
    }
    m_client = std::make_unique<RegistryClient>(connection, link);
    const bool isOther = !connection.showsSameAs(m_shown);
    m_shown = connection;
    m_shown.secret = {};
    Q_EMIT connected(isOther);
    refresh();
}

void Session::disconnectFrom()
{
    m_loader.stop();
    m_server.reset();
    m_client.reset();
    m_registries.clear();
    m_rights.reset();
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
    if (!m_server)
        return;
    m_loader.start([this](const QString &cursor) {
        auto *list = as<Registries>();
        return list ? list->listRegistries(cursor) : cancelledPage<RegistrySummary>();
    });
    askRights();
    setState(State::Loading);
}

void Session::askRights()
{
    auto *identity = as<Identity>();
    if (!identity)
        return;
    QCoro::connect(identity->me(), this, [this, identity](const Result<Me> &me) {
        if (!me || as<Identity>() != identity || m_rights == me->rights)
            return;
        m_rights = me->rights;
        m_refusals.clear();
        Q_EMIT rightsChanged();
    });
}

QString Session::refusal(Deed deed, const QString &registry) const
{
    const bool isOfServer = deed == Deed::CreateRegistry || deed == Deed::DeleteRegistry || deed == Deed::Administer;
    if (m_rights && isOfServer && !m_rights->isServerAdministrator())
        return tr("Only an administrator of this server may do this");
    if (deed == Deed::Administer)
        return {}; // its answer comes with its pane
    if (!m_server)
        return tr("%1 is not connected").arg(name());
    if (deed == Deed::CreateRegistry && !as<RegistryLifecycle>())
        return tr("On this kind of server a registry comes into being with its first image");
    if (deed == Deed::DeleteRegistry && !as<RegistryLifecycle>())
        return tr("On this kind of server a registry goes with its last image");
    if (const auto action = actionOf(deed); m_rights && !isOfServer && !allows(*m_rights, registry, action)) {
        const Role role = forbidding(*m_rights, registry, action);
        return tr("Your role here is %1: it %2", "role, what it does").arg(roleName(role), roleMeaning(role));
    }
    return m_refusals.value(int(deed));
}

void Session::learn(Deed deed, const Error &error)
{
    if (error.code != ErrorCode::Denied && error.code != ErrorCode::Unsupported)
        return;
    if (m_rights && m_server && error.code == ErrorCode::Denied) { // the role is another one by now, or a rule forbids it
        askRights();
        return;
    }
    m_refusals.insert(int(deed), error.code == ErrorCode::Denied ? tr("Your role on %1 does not allow this").arg(name()) : tr("%1 cannot do this").arg(name()));
    Q_EMIT rightsChanged();
}

} // namespace berth
