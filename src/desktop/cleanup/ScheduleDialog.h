// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>

#include <QPointer>

#include "desktop/cleanup/CronWords.h"
#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/Ask.h"

class QLineEdit;

namespace berth {

namespace Ui {
class ScheduleDialog;
}
class LabelledField;
class TextLabel;

/// When a registry's cleanup runs: a cycle or the five fields, what they mean, and the next runs in local time and UTC.
class ScheduleDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `session` is borrowed and may go meanwhile.
    ScheduleDialog(Session &session, const QString &registry, const QString &cron, QWidget *parent);
    ~ScheduleDialog() override;

Q_SIGNALS:
    void saved();

private:
    struct Field {
        QLineEdit *edit;
        LabelledField *field;
        TextLabel *meaning;
        QString hint;
    };
    void choose(cronwords::Cycle cycle);
    void setFields(const QString &cron);
    void look();
    void showRuns(const QString &cron);
    QString cron() const;
    QCoro::Task<> save();

    QPointer<Session> m_session;
    QString m_registry;
    std::unique_ptr<Ui::ScheduleDialog> m_ui;
    std::array<Field, cronwords::fieldCount> m_fields;
    QPushButton *m_verb;
    QLabel *m_footGlyph;
    QLabel *m_foot;
    bool m_isOff = false;
    bool m_isSetting = false;
    bool m_isSaving = false;
    QString m_shown; ///< The last complete one.
};

} // namespace berth
