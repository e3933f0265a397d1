// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QCoroTask>

#include "core/Result.h"
#include "desktop/parts/DialogFrame.h"

namespace berth {

namespace Ui {
class NameDialog;
}

/// Asks for one name, checks it while it is typed, and does what the verb says; the dialog stays until that has succeeded.
class NameDialog : public DialogFrame {
    Q_OBJECT

public:
    struct Words {
        QString heading, sentence, label, hint, verb;
    };
    using Check = std::function<QString(const QString &name)>; ///< The error in words, empty if good.
    using Act = std::function<QCoro::Task<Result<void>>(QString name)>;

    NameDialog(const Words &words, Check check, Act act, QWidget *parent);
    ~NameDialog() override;

Q_SIGNALS:
    void done(const QString &name);

private:
    void look();
    void act();

    Check m_check;
    Act m_act;
    std::unique_ptr<Ui::NameDialog> m_ui;
    QPushButton *m_verb;
};

/// The error of a registry's name in the person's language; empty if it is good.
QString registryNameError(const QString &name);
QString imageNameError(const QString &name);
QString tagError(const QString &tag);
QString userNameError(const QString &name);

} // namespace berth
