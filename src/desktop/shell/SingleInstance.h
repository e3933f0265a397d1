// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

namespace berth {

/// One running program for each person and data folder: a second start hands its files to the first and ends.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// `folder` is private to the person.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);

    /// True if this is the first. Otherwise the files have been handed over (2 s at most are spent on it).
    bool claim(const QStringList &files);

Q_SIGNALS:
    /// A later start: raise the window; `files` may be empty.
    void messageReceived(const QStringList &files);

private:
    void receive();

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace berth
