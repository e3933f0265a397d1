// SPDX-License-Identifier: Apache-2.0
#include "desktop/policies/PatternInput.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

#include "core/ErrorText.h"
#include "core/Glob.h"
#include "desktop/parts/LabelledField.h"
#include "desktop/style/Theme.h"

namespace berth {

PatternInput::PatternInput(QComboBox &kind, QLineEdit &edit, LabelledField &field, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_edit(edit)
    , m_field(field)
    , m_names(new QStringListModel(this))
{
    edit.setFont(fontFor(TextRole::Mono));
    edit.setMaxLength(int(Glob::longest));
    auto *completer = new QCompleter(m_names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(8);
    edit.setCompleter(completer);
    kind.addItems({tr("are named"), tr("are not named")});
    kind.setAccessibleName(tr("Which"));
    connect(&edit, &QLineEdit::textChanged, this, &PatternInput::read);
    connect(&kind, &QComboBox::currentIndexChanged, this, &PatternInput::changed);
}

void PatternInput::set(bool excludes, const QString &pattern)
{
    m_kind.setCurrentIndex(excludes ? 1 : 0);
    m_edit.setText(pattern);
    read();
}

bool PatternInput::excludes() const { return m_kind.currentIndex() == 1; }

void PatternInput::read()
{
    const auto typed = m_edit.text().trimmed().toStdString();
    const auto pattern = typed.empty() ? std::string() : berth::patternOf(typed);
    const auto read = Glob::parse(pattern);
    m_fault = typed.empty() ? tr("Type a name or a pattern; ** stands for all.") : read ? QString() : errorText(read.error());
    if (m_fault.isEmpty())
        m_pattern = pattern;
    m_field.setError(m_fault);
    if (m_fault.isEmpty())
        m_field.setHint(m_hint);
    Q_EMIT changed();
}

void PatternInput::setHint(const QString &hint)
{
    m_hint = hint;
    if (m_fault.isEmpty())
        m_field.setHint(hint);
}

void PatternInput::offer(QStringList names)
{
    names.removeDuplicates();
    names.sort();
    if (names != m_names->stringList())
        m_names->setStringList(names);
}

} // namespace berth
