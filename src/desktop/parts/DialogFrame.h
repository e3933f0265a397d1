// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QLabel>
#include <QPushButton>

class QHBoxLayout;
class QVBoxLayout;

namespace berth {

/// A dialog of the house: heading, one sentence, body, and a foot with summary left and buttons right.
class DialogFrame : public QDialog {
    Q_OBJECT

public:
    DialogFrame(const QString &heading, const QString &sentence, int width, QWidget *parent);

    void setHeading(const QString &heading);
    void setSentence(const QString &sentence);
    QVBoxLayout *body() const { return m_body; }
    /// The body as a Designer form has it.
    template <class Form> void setForm(Form &form)
    {
        auto *content = new QWidget(this);
        form.setupUi(content);
        addToBody(content);
    }
    QHBoxLayout *footLeft() const { return m_footLeft; }

    /// `kind` is "primary" or "danger"; with the latter Cancel is the default button.
    QPushButton *addVerb(const QString &text, const char *kind, const char *glyph);

    /// For dialogs whose one button is their verb.
    void hideCancel();

    /// What Enter does: that verb, or for null Cancel.
    void setDefaultVerb(QPushButton *verb);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void addToBody(QWidget *content);
    /// As high as its words need in this width: a low screen begins with less, and some words come later.
    void grow();

    QLabel *m_heading;
    QLabel *m_sentence;
    QVBoxLayout *m_body;
    QHBoxLayout *m_footLeft;
    QHBoxLayout *m_buttons;
    QPushButton *m_cancel;
};

} // namespace berth
