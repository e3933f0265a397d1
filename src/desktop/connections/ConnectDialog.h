// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QDialog>

#include "client/auth/Connection.h"
#include "client/roles/Driver.h"

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;
class QSpinBox;

namespace berth {

class Banner;
class CertificateCard;
class ConnectionProbe;
class LabelledField;
class ProbeSteps;

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
    QWidget *buildKinds();
    QWidget *buildForm();
    QWidget *buildFoot();
    void setKind(const QString &kind);
    const Driver &driver() const;
    /// The fields of all kinds, of which those of the chosen one are shown.
    void buildOwnFields(QWidget &form, QBoxLayout &column, QBoxLayout &rare);
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

    QListWidget *m_kinds;
    QScrollArea *m_scroll;
    QLabel *m_heading;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_keyId;
    QLineEdit *m_secret;
    QComboBox *m_proxy;
    QLineEdit *m_proxyHost;
    QSpinBox *m_proxyPort;
    LabelledField *m_nameField;
    LabelledField *m_addressField;
    LabelledField *m_keyIdField;
    LabelledField *m_secretField;
    LabelledField *m_proxyField;
    QWidget *m_more;
    QPushButton *m_moreButton;
    QLabel *m_trustLabel;
    QPushButton *m_forget;
    Banner *m_result;
    ProbeSteps *m_steps;
    CertificateCard *m_card;
    QPushButton *m_test;
    QLabel *m_tested;
    QPushButton *m_save;
};

} // namespace berth
