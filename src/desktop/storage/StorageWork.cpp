// SPDX-License-Identifier: Apache-2.0
#include "desktop/storage/StorageWork.h"

#include <QLocale>

#include "core/SizeText.h"
#include "desktop/parts/DateText.h"

namespace berth {

double StorageWork::share() const
{
    if (isCollecting() || isPaused())
        return collection.wantedBytes > 0 ? double(collection.removedBytes) / double(collection.wantedBytes) : 0;
    if (verify.isRunning)
        return verify.totalBytes > 0 ? double(verify.readBytes) / double(verify.totalBytes) : 0;
    return -1;
}

QString StorageWork::text() const
{
    if (isCollecting() || isPaused())
        return tr("Collecting: %1 of %2 are back").arg(sizeText(collection.removedBytes), sizeText(qMax(collection.wantedBytes, collection.removedBytes)));
    if (verify.isRunning)
        return tr("Verifying: %1 of %2 read").arg(sizeText(verify.readBytes), sizeText(verify.totalBytes));
    return verify.damaged.isEmpty() ? restText() : damageText();
}

QString StorageWork::damageText() const
{
    QStringList hurt;
    for (const auto &damage : verify.damaged)
        hurt += damage.images;
    hurt.removeDuplicates();
    return tr("%n damaged layers were put aside. Push these images again to heal them: %1", nullptr, int(verify.damaged.size()))
        .arg(QLocale().createSeparatedList(hurt.mid(0, 5)));
}

QString StorageWork::restText() const
{
    QStringList sentences;
    if (collection.unusedBytes > 0)
        sentences << tr("%1 are in nobody's use and come back with the next collection.").arg(sizeText(collection.unusedBytes));
    else if (collection.waitingBytes > 0)
        sentences << tr("%1 are in nobody's use, but were pushed a short while ago; they come back from %2 on.")
                         .arg(sizeText(collection.waitingBytes), dateText(collection.waitingUntil));
    else
        sentences << tr("Everything here is in use.");
    if (verify.finished.isValid())
        sentences << tr("Verified %1: all whole.").arg(dateText(verify.finished));
    return sentences.join(QLatin1Char(' '));
}

} // namespace berth
