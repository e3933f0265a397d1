// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/Features.h"

#include <algorithm>

#include "client/roles/CleanupPolicies.h"
#include "client/roles/ProtectionPolicies.h"
#include "client/roles/Webhooks.h"
#include "desktop/access/KeysPane.h"
#include "desktop/access/UsersPane.h"
#include "desktop/browse/InformationPage.h"
#include "desktop/browse/TagsPage.h"
#include "desktop/cleanup/CleanupPage.h"
#include "desktop/details/ConfigurationPage.h"
#include "desktop/details/HistoryPage.h"
#include "desktop/details/LayersPage.h"
#include "desktop/details/ManifestPage.h"
#include "desktop/details/PlatformsPage.h"
#include "desktop/protection/ProtectionPage.h"
#include "desktop/server/HealthPane.h"
#include "desktop/server/ServerSettingsPane.h"
#include "desktop/sessions/Place.h"
#include "desktop/storage/StoragePane.h"
#include "desktop/trash/TrashPane.h"
#include "desktop/webhooks/WebhooksPage.h"

namespace berth {

namespace {

template <class Pane> ToolPane *make(QWidget *parent) { return new Pane(parent); }
/// For pages that show what the artifact in front holds, and for those that need nothing but their subject.
template <class Page> DetailPage *makeOfContent(DetailContext &context, QWidget *parent) { return new Page(context.content, parent); }
template <class Page> DetailPage *makePage(DetailContext &, QWidget *parent) { return new Page(parent); }

/// Whether the server of the subject can do that at all.
template <class Role> bool offers(const Subject &subject) { return subject.session && subject.session->as<Role>(); }

/// Where a webhook sends to is told to those alone who may change it.
QString ownersOnly(const Subject &subject) { return subject.session ? subject.session->refusal(Deed::ChangePolicies, subject.registry.name) : QString(); }

bool onBerth(const Session &session) { return session.connection().kind == ServerKind::Berth; }
QString administratorsOnly(const Session &session) { return session.refusal(Deed::Administer); }

QString tagCount(const Subject &subject) { return subject.artifact.tagCount >= 0 ? QString::number(subject.artifact.tagCount) : QString(); }
bool isWholeIndex(const Subject &subject) { return subject.artifact.isIndex() && subject.platformDigest.isEmpty(); }
QString platformCount(const Subject &subject) { return QString::number(subject.artifact.references.size()); }

constexpr auto artifacts = Subject::Kind::Artifact;

} // namespace

Features Features::standard()
{
    return {
        {
            {tool::storage, "treemap", QT_TRANSLATE_NOOP("Features", "Storage"), onBerth, {}, make<StoragePane>},
            {tool::trash, "trash", QT_TRANSLATE_NOOP("Features", "Trash"), onBerth, {}, make<TrashPane>},
            {tool::keys, "key", QT_TRANSLATE_NOOP("Features", "Access keys"), onBerth, {}, make<KeysPane>},
            {tool::users, "user", QT_TRANSLATE_NOOP("Features", "Users and roles"), onBerth, administratorsOnly, make<UsersPane>},
            {tool::settings, "gear", QT_TRANSLATE_NOOP("Features", "Server settings"), onBerth, administratorsOnly, make<ServerSettingsPane>,
                QT_TRANSLATE_NOOP("Features", "Pulling without a key, the disk that stays free, the trash, verifying.")},
            {tool::health, "shield", QT_TRANSLATE_NOOP("Features", "Health"), onBerth, administratorsOnly, make<HealthPane>},
        },
        {
            {QStringLiteral("information"), QT_TRANSLATE_NOOP("Features", "Information"),
                Subject::Kinds(Subject::Kind::Registry) | Subject::Kind::Image | artifacts, makePage<InformationPage>},
            {QStringLiteral("webhooks"), QT_TRANSLATE_NOOP("Features", "Webhooks"), Subject::Kind::Registry, makePage<WebhooksPage>, offers<WebhookPolicies>,
                ownersOnly},
            {QStringLiteral("cleanup"), QT_TRANSLATE_NOOP("Features", "Cleanup"), Subject::Kind::Registry, makePage<CleanupPage>, offers<CleanupPolicies>},
            {QStringLiteral("protection"), QT_TRANSLATE_NOOP("Features", "Protection"), Subject::Kind::Registry, makePage<ProtectionPage>,
                offers<ProtectionPolicies>},
            {QStringLiteral("tags"), QT_TRANSLATE_NOOP("Features", "Tags"), artifacts, makePage<TagsPage>, {}, {}, tagCount},
            {QStringLiteral("layers"), QT_TRANSLATE_NOOP("Features", "Layers"), artifacts, makeOfContent<LayersPage>, {}, {}, {}, true},
            {QStringLiteral("configuration"), QT_TRANSLATE_NOOP("Features", "Configuration"), artifacts, makeOfContent<ConfigurationPage>, {}, {}, {}, true},
            {QStringLiteral("history"), QT_TRANSLATE_NOOP("Features", "History"), artifacts, makeOfContent<HistoryPage>, {}, {}, {}, true},
            {QStringLiteral("platforms"), QT_TRANSLATE_NOOP("Features", "Platforms"), artifacts, makePage<PlatformsPage>, isWholeIndex, {}, platformCount},
            {QStringLiteral("manifest"), QT_TRANSLATE_NOOP("Features", "Manifest"), artifacts, makeOfContent<ManifestPage>},
        },
    };
}

Features::Features(QList<ToolFeature> tools, QList<DetailFeature> details)
    : m_tools(std::move(tools))
    , m_details(std::move(details))
{
}

const ToolFeature *Features::tool(const QString &id) const
{
    const auto at = std::find_if(m_tools.begin(), m_tools.end(), [&](const ToolFeature &tool) { return tool.id == id; });
    return at == m_tools.end() ? nullptr : &*at;
}

} // namespace berth
