// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "client/roles/Types.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace berth {

class ArtifactContent;
class InformationPage;
class PlatformsPage;
class Session;
class TagsPage;

/// Details of the selected row, in tabs below the table. The tab stays when the selection moves on.
class DetailsPane : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent);

    InformationPage &information() { return *m_information; }
    TagsPage &tags() { return *m_tags; }

    /// Says that in place of details; the tabs are those of an artifact or of what holds artifacts.
    void clear(const QString &hint, bool isArtifact);
    void showRegistry(const RegistrySummary &registry);
    void showImage(const ImageSummary &image, const QString &address);
    /// `platformDigest` and `tag` say which of its platforms or tags the row is; either may be empty.
    void showArtifact(Session *session, const ImageSummary &image, const ArtifactSummary &artifact, const QString &platformDigest, const QString &tag);
    /// Fetches what is shown anew.
    void refresh();

    bool isOpen() const { return m_low ? m_openWhileLow : m_open; }
    /// What the person wants where there is room.
    bool isOpenWhereRoom() const { return m_open; }
    void setOpen(bool open);
    /// Closes it to its tab strip where the window is low; opening it by hand there holds until the window is tall again.
    void setLow(bool low);
    void nextTab(int step);
    /// Names of the tabs as they are shown, and the way to one of them.
    QStringList tabNames() const;
    /// What it names as the thing that it is about; empty for several or none.
    QString subject() const;
    void selectTab(int index);

Q_SIGNALS:
    void openChanged(bool open);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum Page { Information, Tags, Layers, Configuration, History, Platforms, Manifest, PageCount };
    void setPages(const QList<Page> &pages, const QStringList &counts);
    void showPage();
    void applyOpen();

    ArtifactContent *m_content;
    QTabBar *m_tabs;
    QComboBox *m_platform;
    QLabel *m_subject;
    QPushButton *m_toggle;
    QStackedWidget *m_pages;
    InformationPage *m_information;
    TagsPage *m_tags;
    PlatformsPage *m_platforms;
    QLabel *m_hint;
    QList<Page> m_shown;
    Page m_wanted = Information; ///< As the person chose it last.
    bool m_settingPages = false;
    bool m_open = true;
    bool m_low = false;
    bool m_openWhileLow = false;
};

} // namespace berth
