// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>

#include <QCommandLineParser>
#include <QCoreApplication>

#include "registry/LocalRegistry.h"
#include "registry/Log.h"
#include "registry/Process.h"

using namespace berth;

namespace {

/// Wipes the variable where it lies, so that neither children nor a look at the process from outside show it.
std::string takeEnvironment(const char *name)
{
    char *value = std::getenv(name);
    std::string text = value ? value : "";
    for (; value && *value; ++value)
        *const_cast<volatile char *>(value) = '\0';
    qunsetenv(name);
    return text;
}

int refuse(const QString &message)
{
    std::fprintf(stderr, "berthd: %s\n", qPrintable(message));
    return 2;
}

Result<LocalRegistryOptions> readOptions(const QCommandLineParser &parser)
{
    LocalRegistryOptions options;
    options.folder = parser.value(QStringLiteral("data-dir")).toStdU16String();
    if (options.folder.empty())
        return fail(ErrorCode::BadRequest, "--data-dir DIR is needed");

    const QString listen = parser.value(QStringLiteral("listen"));
    const auto colon = listen.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    options.port = listen.mid(colon + 1).toUShort(&isNumber);
    QString host = listen.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    options.address = host.toStdString();
    if (colon < 1 || !isNumber)
        return fail(ErrorCode::BadRequest, "--listen takes ADDRESS:PORT, for example 127.0.0.1:5000");

    for (const auto &name : parser.values(QStringLiteral("host-name")))
        options.hostNames.push_back(name.toStdString());
    options.publicUrl = parser.value(QStringLiteral("public-url")).toStdString();
    for (const auto &proxy : parser.values(QStringLiteral("trusted-proxy")))
        options.trustedProxies.push_back(proxy.toStdString());
    const QString anonymous = parser.value(QStringLiteral("anonymous"));
    if (anonymous == QLatin1String("off"))
        options.anonymous = AnonymousMode::Off;
    else if (anonymous == QLatin1String("pull"))
        options.anonymous = AnonymousMode::Pull;
    else if (anonymous == QLatin1String("push"))
        options.anonymous = AnonymousMode::Push;
    else if (!anonymous.isEmpty())
        return fail(ErrorCode::BadRequest, "--anonymous takes off, pull or push");
    const QString ports = parser.value(QStringLiteral("webhook-ports"));
    if (ports == QLatin1String("any") || ports == QLatin1String("80,88,443,8443"))
        options.webhooksToAnyPort = ports == QLatin1String("any");
    else if (!ports.isEmpty())
        return fail(ErrorCode::BadRequest, "--webhook-ports takes any or 80,88,443,8443");
    const QString create = parser.value(QStringLiteral("auto-create-registries"));
    if (create == QLatin1String("on") || create == QLatin1String("off"))
        options.createsRegistries = create == QLatin1String("on");
    else if (!create.isEmpty())
        return fail(ErrorCode::BadRequest, "--auto-create-registries takes on or off");
    return options;
}

bool readLogLevel(const QString &text)
{
    static constexpr const char *names[] = {"debug", "info", "warning", "error"};
    for (int i = 0; i < 4; ++i) {
        if (text == QLatin1String(names[i])) {
            setLogLevel(LogLevel(i));
            return true;
        }
    }
    return false;
}

} // namespace

int main(int argc, char *argv[])
{
    prepareProcess();

    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("berthd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BERTH_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A container registry for this computer."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("data-dir"), QStringLiteral("Folder of images and database; created if absent."), QStringLiteral("DIR")},
        {QStringLiteral("listen"), QStringLiteral("Address and port; port 0 picks a free one."), QStringLiteral("ADDRESS:PORT"),
            QStringLiteral("127.0.0.1:5000")},
        {QStringLiteral("host-name"), QStringLiteral("A further name that requests may address the server by."), QStringLiteral("NAME")},
        {QStringLiteral("public-url"),
            QStringLiteral(
                "The address that clients are told, as where a proxy that ends TLS stands before the server. Without it the stored setting counts, at first none."),
            QStringLiteral("URL")},
        {QStringLiteral("trusted-proxy"), QStringLiteral("A proxy, or a network of them, whose Forwarded and X-Forwarded-* headers count."),
            QStringLiteral("ADDRESS")},
        {QStringLiteral("anonymous"),
            QStringLiteral("What this run serves without an access key: off, pull or push. Without it the stored setting counts, at first off."),
            QStringLiteral("MODE")},
        {QStringLiteral("auto-create-registries"),
            QStringLiteral(
                "Whether an administrator's first push creates the registry, in this run: on or off. Without it the stored setting counts, at first on."),
            QStringLiteral("on|off")},
        {QStringLiteral("webhook-ports"),
            QStringLiteral("Ports that webhooks may go to in this run: any or 80,88,443,8443. Without it the stored setting counts, at first any."),
            QStringLiteral("PORTS")},
        {QStringLiteral("log-level"), QStringLiteral("debug, info, warning or error."), QStringLiteral("LEVEL"), QStringLiteral("info")},
    });
    if (!parser.parse(app.arguments()))
        return refuse(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return refuse(QStringLiteral("unexpected argument %1").arg(parser.positionalArguments().first()));
    if (!readLogLevel(parser.value(QStringLiteral("log-level"))))
        return refuse(QStringLiteral("--log-level takes debug, info, warning or error"));

    auto options = readOptions(parser);
    if (!options)
        return refuse(QString::fromStdString(options.error().message));
    const std::string keyId = takeEnvironment("BERTH_ACCESS_KEY");
    Secret secret(takeEnvironment("BERTH_SECRET_KEY"));
    if (keyId.empty() != secret.isEmpty())
        return refuse(QStringLiteral("BERTH_ACCESS_KEY and BERTH_SECRET_KEY go together"));
    if (!keyId.empty())
        options->administrator = AccessKeyPair{keyId, std::move(secret)};

    auto registry = LocalRegistry::start(std::move(*options));
    if (!registry)
        return refuse(QString::fromStdString(registry.error().message));
    if (const auto &notice = (*registry)->notice())
        logLine(LogLevel::Warning, notice->message);
    if (const auto &key = (*registry)->madeKey())
        std::printf("Access key: %s\nSecret key: %s\nThe secret is shown this once. Sign in with: docker login %s -u %s\n", key->id.c_str(),
            key->secret.reveal().c_str(), (*registry)->address().c_str(), key->id.c_str());
    std::printf("Listening on http://%s\n", (*registry)->address().c_str());
    std::fflush(stdout);

    waitForEnd();
    registry->reset();
    return 0;
}
