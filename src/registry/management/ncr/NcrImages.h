// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/ncr/NcrCall.h"

/// Images of a registry, their artifacts and tags (calls 6 to 17 of NCR's API).
namespace berth::ncr {

boost::asio::awaitable<http::Response> listImages(NcrCall &call);
boost::asio::awaitable<http::Response> showImage(NcrCall &call);
boost::asio::awaitable<http::Response> deleteImage(NcrCall &call);
boost::asio::awaitable<http::Response> listArtifacts(NcrCall &call);
boost::asio::awaitable<http::Response> showArtifact(NcrCall &call);
boost::asio::awaitable<http::Response> deleteArtifact(NcrCall &call);
boost::asio::awaitable<http::Response> listTags(NcrCall &call);
boost::asio::awaitable<http::Response> createTag(NcrCall &call);
boost::asio::awaitable<http::Response> deleteTag(NcrCall &call);

/// Not served: this registry looks for no vulnerabilities.
boost::asio::awaitable<http::Response> scan(NcrCall &call);

} // namespace berth::ncr
