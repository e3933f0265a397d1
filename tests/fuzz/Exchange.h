// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cerrno>
#include <cstdint>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "fuzz/Require.h"

namespace berth::test {

/// Sends the bytes over a connection of their own, says that no more will come, and gives what comes back until the server closes. Ends
/// the program if the server neither answers nor closes for 20 s.
inline std::string exchange(std::uint16_t port, const std::string &bytes)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    require(::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0, "the server accepts connections");
    const timeval patience{20, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    for (std::size_t sent = 0; sent < bytes.size();) {
        const auto count = ::send(fd, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0)
            break; // the server had enough of it
        sent += std::size_t(count);
    }
    ::shutdown(fd, SHUT_WR);
    std::string answer;
    char buffer[65536];
    while (true) {
        const auto count = ::recv(fd, buffer, sizeof(buffer), 0);
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            require(false, "the server answers or closes");
        if (count <= 0)
            break;
        answer.append(buffer, std::size_t(count));
    }
    ::close(fd);
    return answer;
}

} // namespace berth::test
