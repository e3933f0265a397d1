// SPDX-License-Identifier: Apache-2.0
#include "Shots.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>

#include "Person.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/style/Theme.h"

namespace berth::test {

void settle(int milliseconds) { QTest::qWait(milliseconds); }

void await(const std::function<bool()> &holds, const char *what)
{
    if (!QTest::qWaitFor(holds, 20000))
        qFatal("not reached: %s", what);
}

namespace {

void save(const QPixmap &picture, const QString &file)
{
    if (!picture.save(file))
        qFatal("%s could not be written", qPrintable(file));
}

QByteArray indexOf(const QList<std::pair<QByteArray, TestImage>> &images)
{
    QByteArray list;
    for (const auto &[architecture, image] : images)
        list += (list.isEmpty() ? "" : ",") + QByteArray(R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")") + image.digest()
            + R"(","size":)" + QByteArray::number(image.manifest.size()) + R"(,"platform":{"os":"linux","architecture":")" + architecture + R"("}})";
    return R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)" + list + "]}";
}

} // namespace

void Shots::take(QWidget &widget, const QString &name) const
{
    settle();
    save(widget.grab(), QStringLiteral("%1/%2%3.png").arg(folder, name, suffix));
}

void Shots::takeOver(QWidget &window, const QWidget &above, const QString &name) const
{
    settle();
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const QRect place(window.mapFromGlobal(above.mapToGlobal(QPoint())), above.size());
    painter.drawPixmap(place.topLeft(), const_cast<QWidget &>(above).grab());
    painter.setPen(Theme::current().line2); // in place of the frame and shadow that the system draws
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
    painter.end();
    save(picture, QStringLiteral("%1/%2%3.png").arg(folder, name, suffix));
}

void Shots::takeWithTip(QWidget &window, QWidget &pointed, const QString &name) const
{
    settle();
    QToolTip::showText(pointed.mapToGlobal(QPoint(0, pointed.height() - 12)), pointed.toolTip(), &pointed);
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && widget->inherits("QTipLabel")) {
            const int right = window.mapToGlobal(QPoint(window.width() - 12, 0)).x();
            widget->move(qMin(widget->x(), right - widget->width()), widget->y());
            takeOver(window, *widget, name);
            QToolTip::hideText();
            return;
        }
    }
    qFatal("%s: there is no tooltip", qPrintable(name));
}

void Shots::dialog(const QString &name, const std::function<void()> &open, const std::function<void(QDialog &dialog)> &then) const
{
    open();
    auto *shown = openDialog();
    if (!shown)
        qFatal("%s did not open", qPrintable(name));
    settle(400);
    if (then)
        then(*shown);
    take(*shown, name);
    shown->close();
    noDialog();
}

void clickVerb(const QWidget &widget, const char *kind)
{
    for (auto *button : widget.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->property("kind") == QLatin1String(kind))
            return button->click();
    }
    qFatal("there is no button of kind %s", kind);
}

void goTo(DesktopFixture &berth, const Place &place)
{
    berth.browser().goTo(place);
    await([&] { return !berth.browser().content().isEmpty(); }, qPrintable(place.registry + QLatin1Char('/') + place.image));
    settle(400);
}

void connectTo(DesktopFixture &berth, const FakeNcr &fake, const QString &id, const QString &name)
{
    Connection connection;
    connection.id = id;
    connection.name = name;
    connection.kind = ServerKind::Ncr;
    connection.url = fake.url();
    connection.managementUrl = fake.url();
    connection.appKey = QLatin1String(FakeNcr::appKey);
    connection.keyId = QLatin1String(FakeNcr::keyId);
    connection.secret = Secret(FakeNcr::secret);
    berth.desktop().connections().save(connection);
    berth.browser().goTo({id, {}, {}});
}

void fillWithImages(DesktopFixture &berth)
{
    int seed = 10;
    for (const char *tag : {"20.04", "22.04", "24.04"}) {
        QList<std::pair<QByteArray, TestImage>> platforms;
        for (const char *architecture : {"amd64", "arm64", "ppc64le", "s390x"}) {
            platforms.emplaceBack(architecture, makeImage(++seed, 3, 900'000, architecture));
            berth.push(QStringLiteral("library/ubuntu"), QString::fromUtf8(platforms.last().second.digest()), platforms.last().second);
        }
        berth.send(
            "PUT", QStringLiteral("/v2/library/ubuntu/manifests/%1").arg(QLatin1String(tag)), indexOf(platforms), "application/vnd.oci.image.index.v1+json");
    }
    berth.send("PUT", QStringLiteral("/v2/library/ubuntu/manifests/noble"), berth.send("GET", QStringLiteral("/v2/library/ubuntu/manifests/24.04")).body,
        "application/vnd.oci.image.index.v1+json");
    berth.send("PUT", QStringLiteral("/v2/library/ubuntu/manifests/latest"), berth.send("GET", QStringLiteral("/v2/library/ubuntu/manifests/24.04")).body,
        "application/vnd.oci.image.index.v1+json");
    berth.push(QStringLiteral("library/ubuntu"), QStringLiteral("18.04"), makeImage(++seed, 4, 600'000));
    for (const char *name : {"api/gateway", "api/auth", "api/search", "web/admin", "jobs/mailer"}) {
        for (const char *tag : {"v1.8.0", "v2.13.2", "latest"}) {
            ++seed;
            berth.push(QStringLiteral("team-platform/") + QLatin1String(name), QLatin1String(tag), makeImage(seed, 3, 300'000 + seed * 9000));
        }
    }
    berth.push(QStringLiteral("web-shop/checkout"), QStringLiteral("2.8.1"), makeImage(++seed));
}

QString dockerArchive(const QString &folder, const QString &name, const QByteArray &repoTag, int seed)
{
    // A layer is any tar; an image of one is enough to show the dialog.
    const auto pad = [](QByteArray bytes) { return bytes + QByteArray((512 - bytes.size() % 512) % 512, '\0'); };
    const auto entry = [&](const QByteArray &path, const QByteArray &content) {
        QByteArray header(512, '\0');
        header.replace(0, path.size(), path);
        header.replace(100, 7, "0000644");
        header.replace(108, 7, "0000000");
        header.replace(116, 7, "0000000");
        header.replace(124, 11, QByteArray::number(content.size(), 8).rightJustified(11, '0'));
        header.replace(136, 11, "00000000000");
        header.replace(148, 8, "        ");
        header[156] = '0';
        header.replace(257, 8, QByteArray("ustar\00000", 8));
        unsigned sum = 0;
        for (const char c : header)
            sum += static_cast<unsigned char>(c);
        header.replace(148, 7, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray(1, '\0'));
        return header + pad(content);
    };
    QByteArray layers, diffs, paths, body;
    for (int i = 0; i < 4; ++i) {
        QByteArray content(400'000 * (i + 1), char(seed + i));
        const QByteArray tar = entry("file" + QByteArray::number(i), content) + QByteArray(1024, '\0');
        const QByteArray hex = digestOf(tar).mid(7);
        body += entry(hex.left(20) + "/layer.tar", tar);
        paths += (i ? ",\"" : "\"") + hex.left(20) + "/layer.tar\"";
        diffs += (i ? ",\"sha256:" : "\"sha256:") + hex + "\"";
    }
    const QByteArray config = R"({"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[)" + diffs + "]}}";
    const QByteArray configName = digestOf(config).mid(7) + ".json";
    body += entry(configName, config);
    body += entry("manifest.json",
        "[{\"Config\":\"" + configName + "\",\"RepoTags\":" + (repoTag.isEmpty() ? "null" : "[\"" + repoTag + "\"]") + ",\"Layers\":[" + paths + "]}]");
    QFile file(folder + QLatin1Char('/') + name);
    file.open(QIODevice::WriteOnly);
    file.write(body + QByteArray(1024, '\0'));
    return file.fileName();
}

} // namespace berth::test
