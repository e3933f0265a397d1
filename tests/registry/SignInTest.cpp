// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include <QElapsedTimer>

#include "support/AccessFixture.h"

using namespace berth;
using namespace berth::test;

/// Time and signing in: what the time of an answer tells, how guessing is slowed, how long tokens live.
class SignInTest : public AccessFixture {
    Q_OBJECT

private:
    static constexpr const char *manifest = "/v2/team/app/manifests/1";
    static constexpr qint64 atOnceMs = 1500; ///< A slow hash or two, on a busy machine; less than what a guesser waits by then.

    std::unique_ptr<RawConnection> sendFrom(const QString &address, const TestKey &key) const
    {
        auto connection = std::make_unique<RawConnection>(registry.host(), address);
        connection->send(head("GET", "/v2/", registry.host().toUtf8(), {"Authorization: " + basicOf(key)}));
        return connection;
    }
    struct Timed {
        int status = 0;
        qint64 ms = 0;
        QByteArray body;
    };
    Timed askFrom(const QString &address, const TestKey &key) const
    {
        QElapsedTimer timer;
        timer.start();
        const auto reply = sendFrom(address, key)->receive();
        return {reply.status, timer.elapsed(), reply.body};
    }
    /// The shortest of three, each from another address; status and body must be those of a wrong key.
    qint64 timeOfRefusal(int place, const TestKey &key) const
    {
        qint64 shortest = 1'000'000;
        for (int i = 0; i < 3; ++i) {
            const auto asked = askFrom(QStringLiteral("127.2.%1.%2").arg(place).arg(i + 1), key);
            if (asked.status != 401 || !asked.body.contains("The access key or its secret is wrong"))
                return -1;
            shortest = std::min(shortest, asked.ms);
        }
        return shortest;
    }
    qint64 lifetime(const QByteArray &token) const
    {
        const auto claims = claimsOf(token);
        return json::integer(claims, "exp") - json::integer(claims, "iat");
    }

private Q_SLOTS:
    void anImageIsThere() { QCOMPARE(push("team/app", "1", makeImage(1)), 201); }

    void neitherWordsNorTimeTellWhetherThereIsAKey()
    {
        const auto known = newUserKey("member");
        const auto disabled = newUserKey("member");
        QCOMPARE(berthCall("PUT", "keys/" + disabled.id, R"({"disabled":true})").status, 200);
        const QList<qint64> times{timeOfRefusal(1, {"nothing", "wrong"}), timeOfRefusal(2, {known.id, "wrong"}), timeOfRefusal(3, disabled),
            timeOfRefusal(4, {disabled.id, "wrong"})};
        const auto [least, most] = std::ranges::minmax(times);
        QVERIFY2(least > 0 && most < 3 * least, qPrintable(QStringLiteral("%1 %2 %3 %4 ms").arg(times[0]).arg(times[1]).arg(times[2]).arg(times[3])));
    }

    void wrongSecretsAreAnsweredEverLaterAndRightOnesAtOnce()
    {
        const auto here = QStringLiteral("127.3.0.1");
        const auto guessed = newUserKey("member");
        const auto other = newUserKey("member");
        const TestKey wrong{guessed.id, "wrong"};
        QList<qint64> times;
        for (int i = 0; i < 6; ++i) {
            const auto asked = askFrom(here, wrong);
            QCOMPARE(asked.status, 401);
            times << asked.ms;
        }
        QVERIFY2(times[5] >= 1000 && times[4] >= 500 && times[3] >= 250, qPrintable(QString::number(times[5])));
        QVERIFY2(times[0] < times[5], qPrintable(QString::number(times[0]))); // a person mistypes
        // While the next wrong one waits: right secrets, of this key and of another, from the same address.
        const auto waiting = sendFrom(here, wrong);
        QTest::qWait(300); // its answer is held back for 2 s
        for (const auto &key : {guessed, other}) {
            const auto asked = askFrom(here, key);
            QCOMPARE(asked.status, 200);
            QVERIFY2(asked.ms < atOnceMs, qPrintable(QString::number(asked.ms)));
        }
        QCOMPARE(waiting->receive().status, 401);
        const auto elsewhere = askFrom(QStringLiteral("127.3.0.2"), wrong);
        QCOMPARE(elsewhere.status, 401);
        QVERIFY2(elsewhere.ms < atOnceMs, qPrintable(QString::number(elsewhere.ms)));
    }

    void aFloodOfGuessesIsRefusedAndLeavesRoomForOthers_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("at a key that exists") << true;
        QTest::newRow("at keys that do not") << false;
    }
    void aFloodOfGuessesIsRefusedAndLeavesRoomForOthers()
    {
        QFETCH(bool, known);
        const auto guessed = newUserKey("member");
        const auto other = newUserKey("member");
        std::vector<std::unique_ptr<RawConnection>> guesses;
        constexpr int many = 200;
        for (int i = 0; i < many; ++i) {
            guesses.push_back(std::make_unique<RawConnection>(registry.host(), QStringLiteral("127.4.0.%1").arg(i + 1)));
            guesses.back()->send(head("GET", "/berth/v1/me", registry.host().toUtf8(),
                {"X-TC-AUTHENTICATION-ID: " + (known ? guessed.id : "stranger" + QByteArray::number(i)),
                    "X-TC-AUTHENTICATION-SECRET: wrong" + QByteArray::number(i)}));
        }
        const auto asked = askFrom(QStringLiteral("127.4.1.1"), other);
        QCOMPARE(asked.status, 200); // the first time, so that its secret has to be checked
        QVERIFY2(asked.ms < 3000, qPrintable(QString::number(asked.ms)));
        int refused = 0;
        for (auto &guess : guesses) {
            const auto reply = guess->receive();
            QVERIFY2(reply.status == 401 || reply.status == 429 || reply.status == 0, QByteArray::number(reply.status));
            if (reply.status == 429) {
                ++refused;
                QCOMPARE(errorCode(reply), QByteArray("TOO_MANY_REQUEST"));
                QCOMPARE(reply.headers.value("retry-after"), QByteArray("1"));
            }
            if (refused > 20)
                break;
        }
        QVERIFY2(refused > 0, qPrintable(QString::number(refused)));
    }

    void manyRightSignInsAtOnceAllSucceed_data()
    {
        QTest::addColumn<bool>("one");
        QTest::newRow("of one key") << true;
        QTest::newRow("of ten keys") << false;
    }
    void manyRightSignInsAtOnceAllSucceed()
    {
        QFETCH(bool, one);
        std::vector<TestKey> keys;
        for (int i = 0; i < (one ? 1 : 10); ++i)
            keys.push_back(newUserKey("member"));
        QVERIFY(registry.stop() == 0 && registry.start()); // nothing is known of them
        std::vector<std::unique_ptr<RawConnection>> callers;
        for (int i = 0; i < 40; ++i) {
            callers.push_back(std::make_unique<RawConnection>(registry.host()));
            callers.back()->send(head("GET", "/v2/", registry.host().toUtf8(), {"Authorization: " + basicOf(keys[std::size_t(i) % keys.size()])}));
        }
        for (auto &caller : callers)
            QCOMPARE(caller->receive().status, 200);
    }

    void aChangeOfOneKeyLeavesTheOthersKnown()
    {
        const auto changed = newUserKey("member");
        const auto other = newUserKey("member");
        QCOMPARE(askFrom(QStringLiteral("127.0.0.1"), other).status, 200);
        QCOMPARE(berthCall("PUT", "keys/" + changed.id, R"({"note":"new"})").status, 200);
        const auto asked = askFrom(QStringLiteral("127.0.0.1"), other);
        QCOMPARE(asked.status, 200);
        QVERIFY2(asked.ms < 60, qPrintable(QString::number(asked.ms))); // a slow hash takes longer
        QCOMPARE(berthCall("PUT", "keys/" + other.id, R"({"disabled":true})").status, 200);
        QCOMPARE(askFrom(QStringLiteral("127.0.0.1"), other).status, 401);
    }

    // Tokens

    void tokensLiveAsLongAsIsSet_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("status");
        QTest::newRow("too short") << 29 << 400;
        QTest::newRow("shortest") << 30 << 200;
        QTest::newRow("longest") << 720 << 200;
        QTest::newRow("too long") << 721 << 400;
    }
    void tokensLiveAsLongAsIsSet()
    {
        QFETCH(int, minutes);
        QFETCH(int, status);
        QCOMPARE(berthCall("PUT", "settings", R"({"token_minutes":60})").status, 200);
        QCOMPARE(berthCall("PUT", "settings", "{\"token_minutes\":" + QByteArray::number(minutes) + "}").status, status);
        const auto seconds = status == 200 ? minutes * 60 : 3600;
        const auto reply = with(basicOf(AccessFixture::administrator()), "GET", "/service/token?scope=repository:team/app:pull").jsonBody();
        QCOMPARE(json::integer(reply, "expires_in"), seconds);
        const auto lives = lifetime("Bearer " + QByteArray::fromStdString(json::text(reply, "token")));
        QCOMPARE(lives, seconds);
        QVERIFY(lives <= 43'200);
    }

    void aRestartKeepsTokensAndSettings()
    {
        QCOMPARE(berthCall("PUT", "settings", R"({"token_minutes":45})").status, 200);
        const auto key = newUserKey("member");
        const auto token = bearer(key, "repository:team/app:pull");
        QCOMPARE(registry.stop(), 0);
        QVERIFY(registry.start());
        QCOMPARE(with(token, "GET", manifest).status, 200);
        QCOMPARE(lifetime(bearer(key, "repository:team/app:pull")), 45 * 60);
        registry.kill(); // nor does a fall harm them
        QVERIFY(registry.start());
        QCOMPARE(with(token, "GET", manifest).status, 200);
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "SignInTest.moc"
