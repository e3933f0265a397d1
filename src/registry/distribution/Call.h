// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/Names.h"
#include "registry/Budget.h"
#include "registry/access/Access.h"
#include "registry/access/Authenticator.h"
#include "registry/distribution/UploadSessions.h"
#include "registry/routes/Routes.h"
#include "registry/store/Store.h"

namespace berth {

/// What the protocol's handlers work with; borrowed, lives as long as the server.
struct DistributionContext {
    Store &store;
    Authenticator &authenticator;
    UploadSessions &uploads;
    Budget &manifests;          ///< Bytes of large manifests that may be held at once.
    Budget &anonymousManifests; ///< The same of those pushed without a key.
    std::optional<bool> createsRegistries; ///< Whether a push may make an unknown registry, for this run; else the setting counts.
};

/// One request to a repository.
struct Call {
    DistributionContext &context;
    http::Request &request;
    Access access;
    RepositoryName name;
    std::string askedName; ///< As in the URL, for replies.
    Parameters parameters; ///< Of the address.
};

/// One request that names no repository.
struct ServiceCall {
    DistributionContext &context;
    http::Request &request;
    std::optional<Access> access; ///< Empty for what anybody may ask.
};

} // namespace berth
