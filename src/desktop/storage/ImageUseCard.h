// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "client/roles/Storage.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace berth {

class StackBar;

/// What one image holds of a server's bytes, and what deleting it would return.
class ImageUseCard : public QWidget {
    Q_OBJECT

public:
    explicit ImageUseCard(QWidget *parent);

    void show(const PlaceUse &image);
    /// No image: `hint` says why.
    void showNone(const QString &hint);

Q_SIGNALS:
    void opened();

private:
    void clearFacts();
    void setImageShown(bool is);

    QLabel *m_name;
    QLabel *m_registry;
    QGridLayout *m_facts;
    StackBar *m_share;
    QLabel *m_forecast;
    QPushButton *m_open;
};

} // namespace berth
