// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QWidget>

#include "desktop/panes/DetailPage.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace berth {

/// Details of the selected row, in tabs below the table. The tab stays when the selection moves on.
class DetailsPane : public QWidget {
    Q_OBJECT

public:
    /// The pages that it has, in the order of their tabs; each is made at once.
    DetailsPane(QList<DetailFeature> features, QWidget *parent);

    /// Says that in place of details; the tabs are those of what can be selected.
    void clear(const QString &hint, Subject::Kind tabs);
    void showSubject(const Subject &subject);
    /// Fetches what is shown anew.
    void refresh();

    /// What Copy takes of the subject; empty: nothing.
    QString reference() const;
    /// Of the page in front.
    DetailPage *page() const;
    /// Null where no feature has that id.
    DetailPage *page(const QString &id) const;

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
    /// The id of the page that the person chose last, for the next run.
    QString wanted() const { return m_wanted; }
    void setWanted(const QString &id);

Q_SIGNALS:
    void openChanged(bool open);
    /// Of one of its pages.
    void contentChanged();
    void createTagRequested();
    void moveTagRequested(const QString &tag);
    void deleteTagsRequested(const QStringList &tags);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Of m_features, by their place in it.
    void setTabs(const QList<int> &features, const Subject &subject);
    void setCount(int feature, const QString &count);
    void setPlatforms(const Subject &subject, bool isSame);
    void showPage();
    void applyOpen();

    const QList<DetailFeature> m_features;
    ArtifactContent *m_content;
    QTabBar *m_tabs;
    QComboBox *m_platform;
    QLabel *m_subject;
    QPushButton *m_toggle;
    QStackedWidget *m_stack;
    QLabel *m_hint;
    QList<DetailPage *> m_pages; ///< One for each feature.
    QHash<int, QString> m_counts; ///< Of tabs whose page tells it.
    QList<int> m_shown;          ///< Features that have a tab now.
    QString m_wanted;            ///< As the person chose it last; empty: the first.
    bool m_settingTabs = false;
    bool m_open = true;
    bool m_low = false;
    bool m_openWhileLow = false;
};

} // namespace berth
