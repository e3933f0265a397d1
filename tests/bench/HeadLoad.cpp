// SPDX-License-Identifier: Apache-2.0
// HeadLoad PORT CONNECTIONS SECONDS PATH [HEADER]…: sends HEAD requests over that many connections, each the next one as soon as the
// answer came, and prints how many answers came a second. (wrk waits for the body that Content-Length announces.)
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

struct Peer {
    int socket = -1;
    std::string answer;
};

[[noreturn]] void end(const char *reason)
{
    std::fprintf(stderr, "HeadLoad: %s\n", reason);
    std::exit(1);
}

int connectTo(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        end("cannot connect");
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

void sendAll(int socket, std::string_view text)
{
    if (::send(socket, text.data(), text.size(), MSG_NOSIGNAL) != ssize_t(text.size()))
        end("the server closed a connection");
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 5)
        end("PORT CONNECTIONS SECONDS PATH [HEADER]...");
    const int port = std::atoi(argv[1]);
    std::string request = std::string("HEAD ") + argv[4] + " HTTP/1.1\r\nHost: 127.0.0.1:" + argv[1] + "\r\n";
    for (int i = 5; i < argc; ++i)
        request += std::string(argv[i]) + "\r\n";
    request += "\r\n";

    const int poll = ::epoll_create1(0);
    std::vector<Peer> peers(std::size_t(std::atoi(argv[2])));
    for (auto &peer : peers) {
        peer.socket = connectTo(port);
        epoll_event event{EPOLLIN, {&peer}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, peer.socket, &event);
        sendAll(peer.socket, request);
    }

    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    const auto until = begin + std::chrono::duration<double>(std::atof(argv[3]));
    long answers = 0;
    std::array<epoll_event, 64> events;
    std::array<char, 16384> bytes;
    while (Clock::now() < until) {
        const int count = ::epoll_wait(poll, events.data(), int(events.size()), 100);
        for (int i = 0; i < count; ++i) {
            auto &peer = *static_cast<Peer *>(events[std::size_t(i)].data.ptr);
            const auto got = ::recv(peer.socket, bytes.data(), bytes.size(), 0);
            if (got <= 0)
                end("the server closed a connection");
            peer.answer.append(bytes.data(), std::size_t(got));
            if (!peer.answer.ends_with("\r\n\r\n"))
                continue;
            if (!peer.answer.starts_with("HTTP/1.1 200 "))
                end(peer.answer.c_str());
            ++answers;
            peer.answer.clear();
            sendAll(peer.socket, request);
        }
    }
    std::printf("%.0f\n", double(answers) / std::chrono::duration<double>(Clock::now() - begin).count());
}
