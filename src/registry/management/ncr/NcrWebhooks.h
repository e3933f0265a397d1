// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/ncr/NcrCall.h"

/// Webhooks of a registry (calls 20 to 24 of NCR's API). What is secret of a target is read back as "*****", and means "as it was" in a change.
namespace berth::ncr {

boost::asio::awaitable<http::Response> listWebhooks(NcrCall &call);
boost::asio::awaitable<http::Response> showWebhook(NcrCall &call);
/// Switched off unless it says otherwise, as there.
boost::asio::awaitable<http::Response> createWebhook(NcrCall &call);
boost::asio::awaitable<http::Response> changeWebhook(NcrCall &call);
boost::asio::awaitable<http::Response> deleteWebhook(NcrCall &call);

} // namespace berth::ncr
