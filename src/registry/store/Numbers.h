// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "registry/store/Sql.h"

namespace berth {

/// The numbers that rows keep about other rows, against those rows themselves. Writing them is the business of BlobLinks.h, Manifests.h,
/// Tags.h, Images.h and Outbox.h; here they are proved and, after a change of the format, made.
namespace numbers {

/// What is kept wrongly, a line each, at most `limit` of each kind; empty: all is right. What is being counted anew in steps is left out.
/// Reads everything, kind after kind; `stopped` is asked between two of them.
std::vector<std::string> faults(Sql &sql, int limit = 10, const std::function<bool()> &stopped = {});

/// Counting everything anew takes so many parts, each to be committed by itself.
int recountParts();

/// The part with that number, from 0. Doing one twice does no harm.
void recount(Sql &sql, int part);

} // namespace numbers

} // namespace berth
