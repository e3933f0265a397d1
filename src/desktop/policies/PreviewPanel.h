// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "client/roles/CleanupTypes.h"

class QLabel;

namespace berth {

class RichList;
class StackBar;

/// What policies would do now, artifact by artifact with the reason, beside the fields that say them.
class PreviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit PreviewPanel(QWidget *parent = nullptr);

    /// Above the list: that it is of the last complete value, or why there is none.
    void setNote(const QString &note, bool isError = false);
    void setSum(const QString &sum, bool isDangerous = false);
    void setBar(const CleanupSums &sums);
    void hideBar();
    RichList &list() { return *m_list; }

    /// The rows of a cleanup's preview.
    void showCleanup(const CleanupPreview &preview, const std::vector<CleanupRule> &rules, const std::vector<ProtectionRule> &protection);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_sum;
    StackBar *m_bar;
    QLabel *m_noteGlyph;
    QLabel *m_note;
    RichList *m_list;
};

/// Shares of a cleanup for a StackBar.
void setShares(StackBar &bar, const CleanupSums &sums);

} // namespace berth
