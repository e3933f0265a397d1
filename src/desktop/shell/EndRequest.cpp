// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/EndRequest.h"

#include <QGuiApplication>
#include <QSessionManager>

namespace berth {

EndRequest::EndRequest(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QGuiApplication::commitDataRequest, this, &EndRequest::requested, Qt::QueuedConnection);
    listen();
}

} // namespace berth
