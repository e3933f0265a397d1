// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QWidget>

#include "client/roles/CleanupTypes.h"
#include "client/roles/ListedCleanup.h"
#include "desktop/lists/RichRow.h"
#include "desktop/sessions/Ask.h"

class QLabel;
class QPushButton;

namespace berth {

class Banner;
class RichList;

/// One run of a cleanup: its images, which open into artifacts with verdict and reason, and what can be done about it.
class RunView : public QWidget {
    Q_OBJECT

public:
    explicit RunView(QWidget *parent);

    /// `session` is borrowed and may go.
    void setRegistry(Session *session, const QString &registry);
    /// Null: none. The same run again, with other numbers, keeps what is open.
    void setRun(const CleanupRun *run);
    void setHasBack(bool hasBack);
    void updateActions();

Q_SIGNALS:
    void backRequested();
    /// It is to be fetched anew.
    void changed();
    void contentChanged();

private:
    struct Opened {
        QList<CleanupEntry> entries;
        QString next; ///< Cursor of the rest.
        bool isOpen = false; ///< It is shown; else what is here was fetched for comparing.
        bool isLoading = false;
        bool showsAllKept = false;
        QString failure = {};
    };
    /// The same run of the same registry on the same connection; a newer question of that kind ends an older one.
    bool isOpen(qint64 image) const { return m_opened.contains(image) && m_opened[image].isOpen; }
    /// As isOver(), after a deed: its buttons are for use again.
    bool isOverAfterDeed(quint64 visit);
    bool isOver(quint64 visit) const { return visit != m_visit || !m_session || !m_session->isConnected(); }

    /// One after the other.
    QCoro::Task<> fetchImages();
    QCoro::Task<> readImages();
    QCoro::Task<> fetchArtifacts(qint64 image);
    QCoro::Task<> restore();
    QCoro::Task<> stop();
    QCoro::Task<> compare();
    /// The policies that the run had, else those of now.
    QCoro::Task<Result<void>> findPolicies();
    void activate(const QString &key);
    void showRows();
    void addArtifacts(QList<RichRow> &rows, const CleanupRunImage &image) const;
    void showHead();
    void showDifferences(const QList<CleanupDifference> &differences, qint64 compared, bool isWhole);

    QPointer<Session> m_session;
    QString m_registry;
    std::optional<CleanupRun> m_run;
    QList<CleanupRunImage> m_images;
    QHash<qint64, Opened> m_opened;
    std::vector<CleanupRule> m_rules; ///< For comparing and for reasons.
    std::vector<ProtectionRule> m_protection;
    quint64 m_visit = 0;
    bool m_isBusy = false;
    bool m_isFetching = false;
    bool m_fetchesAgain = false;
    bool m_isRestoring = false; ///< Asked for here, and not seen to be over.

    QPushButton *m_back;
    QLabel *m_title;
    QLabel *m_sum;
    QPushButton *m_stop;
    QPushButton *m_restore;
    QPushButton *m_compare;
    Banner *m_banner;
    RichList *m_list;
};

} // namespace berth
