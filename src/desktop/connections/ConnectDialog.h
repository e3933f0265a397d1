// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QDialog>

#include "client/auth/Connection.h"
#include "client/roles/Driver.h"

class QCheckBox;
class QLineEdit;

namespace berth {

namespace Ui {
class ConnectDialog;
}
class ConnectionProbe;
class LabelledField;

/// Adds or edits a connection: the kind of server left, its form right, a test that says which step fails.
///
/// Nothing is stored here: saved() carries what was entered. The secret stays in the field and in that signal.
class ConnectDialog : public QDialog {
    Q_OBJECT

public:
    /// For a new connection.
    explicit ConnectDialog(QWidget *parent);
    /// For one that exists; `keyAgeDays` of -1: unknown. A secret that is left empty stays as it is, tests included.
    ConnectDialog(const Connection &connection, int keyAgeDays, QWidget *parent);
    ~ConnectDialog() override;

    void test();

    /// The answer to keptSecretNeeded(): the secret as it is kept, empty if it cannot be had.
    void useKeptSecret(const Secret &secret);

Q_SIGNALS:
    void saved(const berth::Connection &connection);
    /// A test needs the secret that was left empty.
    void keptSecretNeeded(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    void listKinds();
    void connectParts();
    void proxyChanged();
    void setKind(const QString &kind);
    const Driver &driver() const;
    /// The fields of all kinds, of which those of the chosen one are shown.
    void addOwnFields();
    /// From the fields; the last argument says what is wrong with them, in place.
    bool check();
    Connection entered() const;
    void probeFinished();
    void trust(const QByteArray &certificate, const QByteArray &authority);
    void save();
    void writeTrust();
    void fieldsChanged();

    Connection m_original;
    bool m_isNew = true;
    bool m_waitsForSecret = false;
    int m_keyAgeDays = -1;
    NetworkAccess m_trust; ///< Only its certificates count.
    std::unique_ptr<ConnectionProbe> m_probe;

    /// A field that one kind of server asks for.
    struct OwnField {
        const Driver *driver;
        const FormField *field;
        QWidget *row;
        LabelledField *label = nullptr; ///< Of a line of text.
        QLineEdit *line = nullptr;
        QCheckBox *box = nullptr;

        QString text() const;
    };
    QList<OwnField> m_own;

    std::unique_ptr<Ui::ConnectDialog> m_ui;
};

} // namespace berth
