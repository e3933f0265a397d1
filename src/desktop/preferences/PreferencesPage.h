// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>
#include <QSettings>

class QVBoxLayout;

namespace berth {

/// One page of the preferences: a heading, then a form. What is changed applies at once.
class PreferencesPage : public QScrollArea {
    Q_OBJECT

public:
    PreferencesPage(const char *glyph, const QString &title, QWidget *parent);

    QString title() const { return m_title; }
    const char *glyph() const { return m_glyph; }

protected:
    /// The page below its heading, as a Designer form has it.
    template <class Form> void setForm(Form &form)
    {
        auto *content = new QWidget(widget());
        form.setupUi(content);
        addBelowHeading(content);
    }

private:
    void addBelowHeading(QWidget *content);

    const char *m_glyph;
    QString m_title;
    QVBoxLayout *m_column;
};

} // namespace berth
