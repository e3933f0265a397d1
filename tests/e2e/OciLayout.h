// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "e2e/Program.h"

namespace berth::test {

/// A folder with images in the OCI layout, made by umoci and buildah.
class OciLayout {
public:
    /// Makes an empty one inside `folder`, where buildah's storage goes, too. `environment` is the programs'.
    OciLayout(QString folder, QProcessEnvironment environment);

    /// The programs that this class runs, for missingPrograms().
    static QStringList programs();

    /// Adds an image of `layerCount` layers of random bytes.
    ProgramRun addImage(const QString &tag, int layerCount, int layerBytes);

    /// Adds an index with an image for each platform, given as "linux/arm/v7".
    ProgramRun addIndex(const QString &tag, const QStringList &platforms);

    /// "sha256:…" of the manifest or index under the tag; empty if there is none.
    QByteArray digest(const QString &tag) const { return digestIn(path(), tag); }

    /// The same in any layout folder.
    static QByteArray digestIn(const QString &layout, const QString &tag);

    QString path() const { return m_folder + QStringLiteral("/layout"); }
    /// As skopeo names it: "oci:/…:tag".
    QString reference(const QString &tag) const { return QStringLiteral("oci:") + path() + QLatin1Char(':') + tag; }

private:
    ProgramRun buildah(const QStringList &arguments) const;
    QString writeRandomFile(int bytes) const;

    QString m_folder;
    QProcessEnvironment m_environment;
};

} // namespace berth::test
