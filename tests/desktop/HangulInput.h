// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPointer>
#include <QTest>
#include <QWidget>

namespace berth::test {

/// Composes in the widget that has the focus as a Hangul input method does: a syllable stands in the field until it is committed, before
/// a key that is none of Hangul, and when Qt tells that the focus is about to leave.
class HangulInput final : public QObject {
public:
    HangulInput()
        : m_target(qobject_cast<QWidget *>(QGuiApplication::focusObject()))
    {
        if (m_target)
            m_target->installEventFilter(this);
    }

    /// Whether the widget takes an input method at all.
    bool isWanted() const
    {
        QInputMethodQueryEvent query(Qt::ImEnabled);
        return m_target && QApplication::sendEvent(m_target, &query) && query.value(Qt::ImEnabled).toBool();
    }

    /// Each stands in the field in the place of the one before: "ㅎ", "하", "한".
    void compose(const QStringList &syllables)
    {
        for (const auto &syllable : syllables)
            send(syllable, {});
    }

    /// The syllable is in the text, and the next one begins.
    void commit(const QString &next = {})
    {
        if (isComposing())
            send(next, m_syllable);
    }

    /// Takes the syllable back, as Esc does where the input method keeps it for itself.
    void cancel() { send({}, {}); }

    /// A key that is none of Hangul: what is composed is committed before the key arrives.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        commit();
        if (m_target)
            QTest::keyClick(m_target.data(), key, modifiers);
    }

    bool isComposing() const { return !m_syllable.isEmpty(); }

    /// Whether the field still shows the syllable, once and with the cursor behind it, as when it was composed.
    bool stands() const { return m_target && isComposing() && cursor() == m_cursor; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::FocusAboutToChange)
            commit();
        return false;
    }

private:
    int cursor() const { return m_target->inputMethodQuery(Qt::ImCursorRectangle).toRect().x(); }

    void send(const QString &syllable, const QString &committed)
    {
        if (!m_target)
            return;
        QInputMethodEvent event(syllable, {{QInputMethodEvent::Cursor, int(syllable.size()), 1, {}}});
        event.setCommitString(committed);
        m_syllable = syllable;
        QApplication::sendEvent(m_target, &event);
        if (m_target)
            m_cursor = cursor();
    }

    QPointer<QWidget> m_target;
    QString m_syllable;
    int m_cursor = 0;
};

/// Ctrl+K as a keyboard that is set to Hangul sends it: the key is Latin, its text is not.
inline void hangulShortcut(QWidget &widget, Qt::Key key, const QString &jamo, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
{
    QTest::sendKeyEvent(QTest::Click, &widget, key, jamo, modifiers);
}

} // namespace berth::test
