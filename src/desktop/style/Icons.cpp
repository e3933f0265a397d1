// SPDX-License-Identifier: Apache-2.0
#include "desktop/style/Icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "desktop/style/Theme.h"

/// A static library's resources are linked only if someone asks for them; the macro wants no namespace around it.
static void loadIconResource() { Q_INIT_RESOURCE(icons); }

namespace berth {

namespace {

QColor colourOf(Tint tint)
{
    const Theme &theme = Theme::current();
    switch (tint) {
    case Tint::Text: return theme.text;
    case Tint::Text2: return theme.text2;
    case Tint::Text3: return theme.text3;
    case Tint::Accent: return theme.accent;
    case Tint::AccentText: return theme.accentText;
    case Tint::OnAccent: return theme.onAccent;
    case Tint::OnDanger: return theme.onDanger;
    case Tint::Ok: return theme.ok;
    case Tint::Warn: return theme.warn;
    case Tint::Danger: return theme.danger;
    case Tint::Protected: return theme.protectedKept;
    }
    return theme.text;
}

QPixmap render(const QString &name, const QSize &size, const QColor &colour)
{
    const QString key = QStringLiteral("berth-%1-%2x%3-%4").arg(name).arg(size.width()).arg(size.height()).arg(colour.rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    loadIconResource();
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(QStringLiteral(":/berth/icons/%1.svg").arg(name));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    if (colour.isValid()) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour);
    }
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class GlyphEngine final : public QIconEngine {
public:
    GlyphEngine(QString name, Tint tint)
        : m_name(std::move(name))
        , m_tint(tint)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        QPixmap drawn = pixmap((QSizeF(rect.size()) * scale).toSize(), mode, state);
        drawn.setDevicePixelRatio(scale);
        painter->drawPixmap(rect.topLeft(), drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return render(m_name, size, mode == QIcon::Disabled ? Theme::current().disabled : colourOf(m_tint));
    }

    QIconEngine *clone() const override { return new GlyphEngine(*this); }
    bool isNull() override { return false; }
    QString key() const override { return QStringLiteral("BerthGlyph"); }

private:
    QString m_name;
    Tint m_tint;
};

} // namespace

QIcon icon(const char *name, Tint tint) { return QIcon(new GlyphEngine(QLatin1String(name), tint)); }

void paintIcon(QPainter *painter, const QRect &rect, const char *name, Tint tint, bool enabled)
{
    GlyphEngine(QLatin1String(name), tint).paint(painter, rect, enabled ? QIcon::Normal : QIcon::Disabled, QIcon::Off);
}

QIcon markIcon()
{
    QIcon result;
    for (const int size : {16, 22})
        result.addPixmap(render(QStringLiteral("berth-small"), {size, size}, {}));
    for (const int size : {24, 32, 48, 64, 128, 256})
        result.addPixmap(render(QStringLiteral("berth"), {size, size}, {}));
    return result;
}

QIcon trayIcon(const QString &state)
{
    QIcon result;
    // Panels are light or dark by the system's own choice, as the application's palette is.
    const QColor colour = Theme::current().text;
    for (const int size : {16, 22, 24, 32, 44, 64})
        result.addPixmap(render(QStringLiteral("tray-") + state, {size, size}, colour));
    result.setIsMask(true);
    return result;
}

} // namespace berth
