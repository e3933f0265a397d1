// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "client/Types.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace berth {

class InformationPage;
class Session;
class TagsPage;

/// Details of the selected row, in tabs below the table.
class DetailsPane : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent);

    InformationPage &information() { return *m_information; }
    TagsPage &tags() { return *m_tags; }

    void clear(const QString &hint);
    void showRegistry(const RegistrySummary &registry);
    void showImage(const ImageSummary &image, const QString &address);
    void showArtifact(Session *session, const ImageSummary &image, const ArtifactSummary &artifact, const QString &platformDigest);

    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    void nextTab(int step);

Q_SIGNALS:
    void openChanged(bool open);

private:
    void setTabs(bool withTags, qint64 tagCount);

    QTabBar *m_tabs;
    QLabel *m_subject;
    QPushButton *m_toggle;
    QStackedWidget *m_pages;
    InformationPage *m_information;
    TagsPage *m_tags;
    QLabel *m_hint;
    bool m_open = true;
};

} // namespace berth
