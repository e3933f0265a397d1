// SPDX-License-Identifier: Apache-2.0
#include <list>
#include <thread>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include "engine/Engine.h"
#include "engine/EngineAddress.h"

using namespace berth;
using namespace std::chrono_literals;
using State = EngineReport::State;

namespace {

namespace asio = boost::asio;
using asio::local::stream_protocol;

/// Answers every request with the same bytes, in a thread of its own; without any it stays silent.
class FakeEngine {
public:
    FakeEngine(const QString &path, const QByteArray &answer)
        : m_answer(answer.toStdString())
        , m_acceptor(m_context, stream_protocol::endpoint(path.toStdString()))
        , m_thread([this] {
            accept();
            m_context.run();
        })
    {
    }
    ~FakeEngine() { end(); }

    /// What was asked; it answers no more.
    std::string request()
    {
        end();
        return m_request;
    }

private:
    void end()
    {
        m_context.stop();
        if (m_thread.joinable())
            m_thread.join();
    }

    void accept()
    {
        m_acceptor.async_accept([this](const boost::system::error_code &error, stream_protocol::socket socket) {
            if (error)
                return;
            auto &client = m_clients.emplace_back(std::move(socket));
            asio::async_read_until(client, asio::dynamic_buffer(m_request), "\r\n\r\n", [this, &client](const boost::system::error_code &failed, std::size_t) {
                if (failed || m_answer.empty())
                    return;
                boost::system::error_code ignored; // who has heard enough may leave
                asio::write(client, asio::buffer(m_answer), ignored);
                client.close(ignored);
            });
            accept();
        });
    }

    std::string m_answer;
    std::string m_request;
    asio::io_context m_context;
    stream_protocol::acceptor m_acceptor;
    std::list<stream_protocol::socket> m_clients;
    std::thread m_thread;
};

QByteArray answer(const QByteArray &body, const QByteArray &status = "200 OK")
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// R-001: whether this computer has a docker engine.
class EngineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void anEngineThatAnswersTellsItsVersion()
    {
        FakeEngine engine(path("docker.sock"), answer(R"({"Platform":{"Name":""},"Version":"27.3.1","ApiVersion":"1.47"})"));
        const auto report = askEngine({address("docker.sock")}, 3s);
        QCOMPARE(report.state, State::Running);
        QCOMPARE(report.version, std::string("27.3.1"));
        QCOMPARE(report.address, address("docker.sock"));
        const auto request = engine.request();
        QVERIFY2(request.starts_with("GET /version HTTP/1.1\r\n"), request.c_str());
    }

    void nothingThereIsAbsent()
    {
        QCOMPARE(askEngine({address("none.sock"), address("folder/none.sock")}, 3s).state, State::Absent);
        QCOMPARE(askEngine({}, 3s).state, State::Absent);
        QCOMPARE(askEngine({"unix://" + std::string(300, 'x')}, 3s).state, State::Absent);
    }

    void aSocketWithoutAListenerIsNotRunning()
    {
        {
            FakeEngine gone(path("docker.sock"), {});
        } // its socket stays behind, as after a crash
        QVERIFY(QFile::exists(path("docker.sock")));
        QCOMPARE(askEngine({address("docker.sock")}, 3s).state, State::NotRunning);
        QFile file(path("plain"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(askEngine({address("plain")}, 3s).state, State::NotRunning);
    }

    void whatIsNoEngineIsSilent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
        QTest::newRow("no JSON") << answer("<html>");
        QTest::newRow("no version") << answer("[1]");
        QTest::newRow("a number for the version") << answer(R"({"Version":27})");
        QTest::newRow("an error") << answer(R"({"Version":"27.3.1"})", "500 Internal Server Error");
        QTest::newRow("half an answer") << answer(R"({"Version":"27.3.1"})").chopped(3);
        QTest::newRow("too much") << answer(QByteArray(2 << 20, ' '));
    }

    void whatIsNoEngineIsSilent()
    {
        QFETCH(QByteArray, bytes);
        FakeEngine engine(path("docker.sock"), bytes);
        QElapsedTimer clock;
        clock.start();
        const auto report = askEngine({address("docker.sock")}, 300ms);
        QCOMPARE(report.state, State::Silent);
        QVERIFY(report.version.empty());
        QVERIFY2(clock.elapsed() < 5000, "it waits for ever");
    }

    void theOneThatAnswersWinsOverTheOnesBefore()
    {
        FakeEngine silent(path("silent.sock"), {});
        FakeEngine engine(path("docker.sock"), answer(R"({"Version":"27.3.1"})"));
        QCOMPARE(askEngine({address("none.sock"), address("silent.sock"), address("docker.sock")}, 300ms).state, State::Running);
        QCOMPARE(askEngine({address("none.sock"), address("silent.sock")}, 300ms).state, State::Silent);
    }

    void dockerHostStandsAlone()
    {
        qputenv("DOCKER_HOST", "tcp://10.0.0.9:2376");
        QCOMPARE(engineAddresses(), std::vector<std::string>{"tcp://10.0.0.9:2376"});
        QCOMPARE(askEngine(engineAddresses(), 3s).state, State::Elsewhere);
        qunsetenv("DOCKER_HOST");
        QCOMPARE(engineAddresses().front(), std::string("unix:///var/run/docker.sock"));
    }

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    std::string address(const char *name) const { return "unix://" + path(name).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(EngineTest)
#include "EngineTest.moc"
