// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/roles/ServerConfiguration.h"
#include "desktop/panes/ToolPane.h"

class QComboBox;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace berth {

class Banner;
class SettingCard;
class StatePage;
class Switch;

/// What an administrator sets while a server runs. Each change is sent at once; one that is refused goes back, with the reason.
class ServerSettingsPane final : public ToolPane {
    Q_OBJECT

public:
    explicit ServerSettingsPane(QWidget *parent);

    void refresh() override;

protected:
    void sessionChanged(bool isOther) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    SettingCard *addGroup(const QString &title);
    QSpinBox *makeNumber(int least, int most, const QString &name);
    void addAccess();
    void addRoom();
    QCoro::Task<> load();
    QCoro::Task<> save();
    void show(const ServerSettings &settings);
    ServerSettings wished() const;

    ServerSettings m_stored;  ///< As the server has them.
    quint64 m_asked = 0;
    bool m_saving = false;
    int m_shownFloor = 0; ///< In megabytes, as it was put in.
    QStackedWidget *m_pages;
    QWidget *m_content;
    QVBoxLayout *m_column;
    StatePage *m_state;
    Banner *m_banner;
    QComboBox *m_anonymous;
    Switch *m_creates;
    QLineEdit *m_publicUrl;
    QSpinBox *m_tokens;
    QSpinBox *m_floor;
    QSpinBox *m_trash;
    Switch *m_collects;
    QSpinBox *m_scrub;
};

} // namespace berth
