// SPDX-License-Identifier: Apache-2.0
#include "desktop/details/ManifestPage.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QVBoxLayout>

#include "desktop/panes/ArtifactContent.h"
#include "desktop/parts/JsonText.h"
#include "desktop/parts/Parts.h"

namespace berth {

ManifestPage::ManifestPage(ArtifactContent &content, QWidget *parent)
    : ManifestPage(content, new QWidget(parent), parent)
{
}

ManifestPage::ManifestPage(ArtifactContent &content, QWidget *body, QWidget *parent)
    : ContentPage(content, body, parent)
    , m_form(new Segments({tr("Pretty"), tr("As stored")}, tr("Form of the manifest"), body))
    , m_size(makeLabel({}, TextRole::Caption, Shade::Text2, body))
    , m_find(new QLineEdit(body))
    , m_text(new QPlainTextEdit(body))
{
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find in the manifest"));
    m_find->setProperty("quiet", true);
    m_find->setMaximumWidth(qMax(160, m_find->fontMetrics().horizontalAdvance(m_find->placeholderText()) + 40));
    m_find->setMinimumWidth(qMin(m_find->maximumWidth(), m_find->fontMetrics().horizontalAdvance(m_find->placeholderText()) + 40));
    m_text->setReadOnly(true);
    m_text->setFont(fontFor(TextRole::Mono));
    m_text->setAccessibleName(tr("Manifest"));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    auto *copy = makeButton(tr("Copy"), "secondary", "copy", body);
    auto *saveButton = makeButton(tr("Save…"), "secondary", "export", body);
    for (auto *button : {copy, saveButton})
        button->setProperty("mini", true);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(18, 8, 18, 6);
    top->setSpacing(10);
    top->addWidget(m_form);
    top->addStretch();
    top->addWidget(m_find);
    top->addWidget(copy);
    top->addWidget(saveButton);
    auto *ground = new Sheet(Sheet::Kind::Card, body);
    auto *inside = new QVBoxLayout(ground);
    inside->setContentsMargins(8, 6, 4, 6);
    inside->addWidget(m_text);
    auto *around = new QHBoxLayout;
    around->setContentsMargins(18, 0, 18, 8);
    around->addWidget(ground);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addLayout(around, 1);
    auto *mark = new QLabel(body);
    mark->setPixmap(icon("ok", Tint::Ok).pixmap(QSize(14, 14), devicePixelRatioF()));
    auto *checked = new QHBoxLayout;
    checked->setContentsMargins(18, 0, 18, 4);
    checked->setSpacing(6);
    checked->addWidget(mark);
    checked->addWidget(m_size, 1);
    column->addLayout(checked);
    connect(m_form, &Segments::currentChanged, this, &ManifestPage::write);
    connect(m_find, &QLineEdit::textEdited, this, [this] {
        m_text->moveCursor(QTextCursor::Start);
        find();
    });
    connect(m_find, &QLineEdit::returnPressed, this, &ManifestPage::find);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(saveButton, &QPushButton::clicked, this, &ManifestPage::save);
}

void ManifestPage::write()
{
    const auto &bytes = this->content().bytes();
    m_text->setPlainText(m_form->current() == 0 ? prettyJson(bytes) : QString::fromUtf8(bytes));
    m_size->setText(tr("%n bytes, their SHA-256 is the digest", nullptr, int(bytes.size())));
}

void ManifestPage::find()
{
    const QString text = m_find->text();
    if (text.isEmpty())
        return;
    if (!m_text->find(text)) {
        m_text->moveCursor(QTextCursor::Start);
        m_text->find(text);
    }
}

void ManifestPage::save()
{
    auto *dialog = new QFileDialog(this, tr("Save manifest"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("manifest.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes = content().bytes()](const QString &path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            m_size->setText(tr("%1 was not written: %2").arg(path, file.errorString()));
        else
            m_size->setText(tr("Written to %1").arg(path));
    });
    dialog->open();
}

} // namespace berth
