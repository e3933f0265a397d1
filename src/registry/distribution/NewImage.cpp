// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/NewImage.h"

namespace berth {

bool mayCreateRegistry(DistributionContext &context, const Call &call)
{
    return context.createsRegistries.value_or(context.store.settings().get()->createsRegistries) && call.access.mayCreateRegistries();
}

Result<void> checkNewName(const Call &call)
{
    if (call.request.host.size() + 1 + call.name.toString().size() <= maxFullNameLength)
        return {};
    return fail(ErrorCode::NameInvalid, "The name with this server's address is longer than " + std::to_string(maxFullNameLength) + " characters");
}

} // namespace berth
