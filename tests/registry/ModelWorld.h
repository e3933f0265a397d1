// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "support/RegistryFixture.h"

namespace berth::test {

/// The contents that a model test plays with; a blob or manifest is known by its number.
struct ModelWorld {
    struct Content {
        std::string bytes;
        std::string digest;
        std::set<int> blobs;    ///< That it names.
        std::set<int> children; ///< Of an index.
        int subject = -1;
    };
    std::vector<Content> blobs;
    std::vector<Content> manifests;
    const std::vector<std::string> registries{"library", "team", "lax"};
    const std::vector<std::string> images{"team/a", "team/b", "lax/c", "library/d"};
    const std::vector<std::string> tags{"t0", "t1", "t2"};

    ModelWorld()
    {
        for (int i = 0; i < 10; ++i) {
            const auto bytes = QByteArray("content of blob ") + QByteArray(i + 1, char('a' + i));
            blobs.push_back({bytes.toStdString(), digestOf(bytes).toStdString(), {}, {}, -1});
        }
        for (int i = 0; i < 6; ++i)
            addImage({i, (i + 1) % 10, (i + 3) % 10}, -1);
        addIndex({0, 1});
        addIndex({1, 2});
        addImage({8, 9}, 3); // refers to an image, to an index, to a platform of one
        addImage({8, 0}, 6);
        addImage({8}, 0);
    }

private:
    QByteArray descriptor(const QByteArray &type, const Content &content) const
    {
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + QByteArray::fromStdString(content.digest)
            + "\",\"size\":" + QByteArray::number(qlonglong(content.bytes.size())) + "}";
    }
    void addImage(const std::vector<int> &used, int subject)
    {
        QByteArray layers;
        for (std::size_t i = 1; i < used.size(); ++i)
            layers += QByteArray(i > 1 ? "," : "") + descriptor("application/vnd.oci.image.layer.v1.tar", blobs[std::size_t(used[i])]);
        QByteArray text = "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":"
            + descriptor("application/vnd.oci.image.config.v1+json", blobs[std::size_t(used[0])]) + ",\"layers\":[" + layers + "]";
        if (subject >= 0)
            text += ",\"subject\":" + descriptor("application/vnd.oci.image.manifest.v1+json", manifests[std::size_t(subject)]);
        text += "}";
        manifests.push_back({text.toStdString(), digestOf(text).toStdString(), {used.begin(), used.end()}, {}, subject});
    }
    void addIndex(const std::set<int> &children)
    {
        QList<QByteArray> texts;
        for (const int child : children)
            texts << QByteArray::fromStdString(manifests[std::size_t(child)].bytes);
        const auto text = makeIndex(texts);
        manifests.push_back({text.toStdString(), digestOf(text).toStdString(), {}, children, -1});
    }
};

} // namespace berth::test
