// SPDX-License-Identifier: Apache-2.0
#include "client/auth/Authorizer.h"

namespace berth {

QCoro::Task<Result<bool>> Authorizer::answer(HttpReply, QString) { co_return false; }

} // namespace berth
