// SPDX-License-Identifier: Apache-2.0
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "archive/ImageArchive.h"
#include "fuzz/Require.h"

using namespace berth;
using berth::test::require;

namespace {

/// Makes the checksums of tar headers right again, so that a changed header is read at all.
void mendChecksums(std::string &bytes)
{
    for (std::size_t at = 0; at + 512 <= bytes.size(); at += 512) {
        if (bytes.compare(at + 257, 5, "ustar") != 0)
            continue;
        std::memset(&bytes[at + 148], ' ', 8);
        unsigned sum = 0;
        for (std::size_t i = 0; i < 512; ++i)
            sum += static_cast<unsigned char>(bytes[at + i]);
        char field[8];
        std::snprintf(field, sizeof field, "%06o", sum & 0777777);
        std::memcpy(&bytes[at + 148], field, 7);
    }
}

/// The temporary file through which archives are read; gone at the end of the program.
class InputFile {
public:
    ~InputFile()
    {
        std::error_code ec;
        std::filesystem::remove(path, ec);
    }
    const std::filesystem::path path = std::filesystem::temp_directory_path() / ("berth-fuzz-" + std::to_string(::getpid()));
};

void checkBlob(const ArchiveScan &scan, const ArchivedBlob &blob)
{
    if (blob.file.empty())
        return;
    const auto *file = scan.file(blob.file);
    require(file && file->sizeBytes == blob.descriptor.sizeBytes, "a blob lies in the archive, whole");
    require(blob.descriptor.digest.algorithm() != DigestAlgorithm::Sha256 || file->digest == blob.descriptor.digest, "a blob has its digest");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const InputFile input;
    std::string bytes(reinterpret_cast<const char *>(data), size);
    mendChecksums(bytes);
    std::ofstream(input.path, std::ios::binary) << bytes;
    const auto scan = scanArchive(input.path, [](std::int64_t) { return true; });
    if (!scan) {
        require(!scan.error().message.empty(), "a refusal says why");
        return 0;
    }
    for (const auto &[name, target] : scan->links)
        require(scan->files.contains(target), "links lead to files");
    const auto archive = interpretArchive(*scan);
    if (!archive)
        return 0;
    require(!archive->images.empty(), "an archive that is taken has an image");
    for (const auto &image : archive->images) {
        for (const auto &manifest : image.manifests) {
            if (manifest.config)
                checkBlob(*scan, *manifest.config);
            for (const auto &layer : manifest.layers)
                checkBlob(*scan, layer);
        }
    }
    return 0;
}
