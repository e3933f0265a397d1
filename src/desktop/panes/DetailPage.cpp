// SPDX-License-Identifier: Apache-2.0
#include "desktop/panes/DetailPage.h"

namespace berth {

QString Subject::imageAddress() const { return (session ? session->connection().address() : QString()) + QLatin1Char('/') + image.path(); }

QString Subject::reference() const
{
    const QString named = pullTag();
    return imageAddress() + (named.isEmpty() ? QLatin1Char('@') + digest() : QLatin1Char(':') + named);
}

DetailPage::DetailPage(QWidget *parent)
    : QWidget(parent)
{
}

} // namespace berth
