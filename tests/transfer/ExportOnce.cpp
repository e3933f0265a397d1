// SPDX-License-Identifier: Apache-2.0
// One export in a process of its own, which may be given a disk that fails.
//   exportonce HOST REPOSITORY DIGEST archive|gzip|zstd|folder TARGET
// Prints why it failed; ends with 0 if it did not.
#include <cstdio>

#include "transfer/Transfers.h"

using namespace berth;
using namespace berth::test;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 6)
        return 2;
    const QString &form = arguments[4];
    const auto packing = form == QLatin1String("gzip") ? ImageWriter::Packing::Gzip
        : form == QLatin1String("zstd")                ? ImageWriter::Packing::Zstd
                                                       : ImageWriter::Packing::None;
    const QTemporaryDir cache;
    TransferQueue queue(cache.path());
    const auto *transfer = queue.add(taskOf(exportOf(arguments[1], {itemOf(arguments[2], {QStringLiteral("1.0")}, arguments[3].toUtf8())}, arguments[5],
        form == QLatin1String("folder") ? ExportFormat::OciFolder : ExportFormat::OciArchive, packing)));
    if (!QTest::qWaitFor([&] { return !transfer->isActive(); }, 60000))
        return 3;
    std::puts(qPrintable(transfer->failure));
    return transfer->state == Transfer::State::Done ? 0 : 1;
}
