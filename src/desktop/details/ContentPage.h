// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextDocument>

#include "desktop/panes/DetailPage.h"

class QStackedWidget;

namespace berth {

class StatePage;

/// A tab of the details that shows what an artifact holds: loading, error with Retry, or its content. Fetches when it is first looked at.
class ContentPage : public DetailPage {
    Q_OBJECT

public:
    /// `content` is borrowed. `body` becomes this page's.
    ContentPage(ArtifactContent &content, QWidget *body, QWidget *parent);

    /// The content tells of it.
    void setSubject(const Subject &) override { }
    /// Neither a wait nor an error.
    bool showsContent() const;

protected:
    /// Writes the content, which is there, into the body.
    virtual void write() = 0;
    /// A sentence where the artifact has nothing for this page; empty: write() is called.
    virtual QString nothing() const { return {}; }
    const ArtifactContent &content() const { return m_content; }
    /// A tooltip that shows the text as it is, though there be marks in it that a tooltip takes for formatting.
    static QString plainTip(const QString &text) { return Qt::mightBeRichText(text) ? QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()) : text; }
    void showEvent(QShowEvent *event) override;

private:
    void update();

    ArtifactContent &m_content;
    QStackedWidget *m_pages;
    QWidget *m_body;
    StatePage *m_state;
};

} // namespace berth
