// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>

namespace berth {

/// Tells when the system asks the program to end: at the end of the person's session, and by the signals of its system.
/// EndRequest_<system>.cpp listens to the latter.
///
/// One for the whole process.
class EndRequest : public QObject {
    Q_OBJECT

public:
    explicit EndRequest(QObject *parent = nullptr);

Q_SIGNALS:
    /// Once or several times, from the event loop. Nothing is to be asked any more.
    void requested();

private:
    /// What listening needs; it stops with its end.
    struct Listening {
        virtual ~Listening() = default;
    };
    struct Signals;
    void listen();

    std::unique_ptr<Listening> m_listening; ///< Null where there is nothing to listen to.
};

} // namespace berth
