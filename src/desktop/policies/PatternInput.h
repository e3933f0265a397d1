// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QObject>
#include <QString>

class QComboBox;
class QLineEdit;
class QStringListModel;

namespace berth {

class LabelledField;

/// "are named" or "are not named", and a pattern: the two controls by which images or tags are chosen. While the pattern is not complete, the
/// last complete one holds, and the fault is said under the field. Offers names that exist.
class PatternInput : public QObject {
    Q_OBJECT

public:
    /// All are a form's, and the parent's children.
    PatternInput(QComboBox &kind, QLineEdit &edit, LabelledField &field, QObject *parent);

    void set(bool excludes, const QString &pattern);
    bool excludes() const;
    /// As it is stored: "a, b" is "{a,b}".
    std::string pattern() const { return m_pattern; }
    /// Why what stands there is no pattern; empty: it is one, and pattern() is that.
    QString fault() const { return m_fault; }

    /// Under the field, while nothing is wrong.
    void setHint(const QString &hint);
    void offer(QStringList names);

Q_SIGNALS:
    void changed();

private:
    void read();

    QComboBox &m_kind;
    QLineEdit &m_edit;
    LabelledField &m_field;
    QStringListModel *m_names;
    std::string m_pattern = "**";
    QString m_fault;
    QString m_hint;
};

} // namespace berth
