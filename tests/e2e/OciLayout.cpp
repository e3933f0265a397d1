// SPDX-License-Identifier: Apache-2.0
#include "e2e/OciLayout.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace berth::test {

OciLayout::OciLayout(QString folder, QProcessEnvironment environment)
    : m_folder(std::move(folder))
    , m_environment(std::move(environment))
{
    runProgram({u"umoci"_s, u"init"_s, u"--layout"_s, path()}, m_environment);
}

QStringList OciLayout::programs() { return {u"umoci"_s, u"buildah"_s}; }

ProgramRun OciLayout::buildah(const QStringList &arguments) const
{
    return runProgram(
        QStringList{u"buildah"_s, u"--root"_s, m_folder + "/storage"_L1, u"--runroot"_s, m_folder + "/storage-run"_L1, u"--storage-driver"_s, u"vfs"_s}
            + arguments,
        m_environment);
}

QString OciLayout::writeRandomFile(int bytes) const
{
    QList<quint32> random(bytes / 4 + 1);
    QRandomGenerator::securelySeeded().fillRange(random.data(), random.size());
    QFile file(m_folder + "/payload"_L1);
    if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char *>(random.constData()), bytes) != bytes)
        return {};
    return file.fileName();
}

ProgramRun OciLayout::addImage(const QString &tag, int layerCount, int layerBytes)
{
    const QString image = path() + u':' + tag;
    auto run = runProgram({u"umoci"_s, u"new"_s, u"--image"_s, image}, m_environment);
    for (int i = 0; i < layerCount && run.isGood(); ++i)
        run = runProgram({u"umoci"_s, u"insert"_s, u"--image"_s, image, writeRandomFile(layerBytes), u"/file%1"_s.arg(i)}, m_environment);
    return run;
}

ProgramRun OciLayout::addIndex(const QString &tag, const QStringList &platforms)
{
    const QString list = u"list-"_s + tag;
    auto run = buildah({u"manifest"_s, u"create"_s, list});
    for (const QString &platform : platforms) {
        const auto parts = platform.split(u'/');
        const auto from = buildah({u"from"_s, u"scratch"_s});
        const QString container = QString::fromUtf8(from.output.trimmed());
        const QString name = list + u'-' + parts.mid(1).join(QString());
        QStringList config{u"config"_s, u"--os"_s, parts[0], u"--arch"_s, parts[1]};
        if (parts.size() > 2)
            config << u"--variant"_s << parts[2];
        for (const auto &step : {QStringList{u"copy"_s, container, writeRandomFile(50000), u"/file"_s}, config << container,
                 QStringList{u"commit"_s, u"-q"_s, u"--timestamp"_s, u"0"_s, u"--format"_s, u"oci"_s, container, name},
                 QStringList{u"manifest"_s, u"add"_s, list, name}}) {
            if (run = buildah(step); !run.isGood())
                return run;
        }
    }
    return buildah({u"manifest"_s, u"push"_s, u"--all"_s, list, reference(tag)});
}

QByteArray OciLayout::digestIn(const QString &layout, const QString &tag)
{
    QFile file(layout + "/index.json"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto entries = QJsonDocument::fromJson(file.readAll())[u"manifests"_s].toArray();
    for (const auto &entry : entries) {
        if (entry[u"annotations"_s][u"org.opencontainers.image.ref.name"_s].toString() == tag)
            return entry[u"digest"_s].toString().toUtf8();
    }
    return {};
}

} // namespace berth::test
