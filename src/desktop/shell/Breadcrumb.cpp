// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/Breadcrumb.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

#include "client/roles/Types.h"
#include "desktop/parts/Parts.h"

namespace berth {

Breadcrumb::Breadcrumb(QWidget *parent)
    : QWidget(parent)
    , m_back(makeIconButton("chevron-left", tr("Back"), this))
    , m_crumbs(new QHBoxLayout)
    , m_address(new ElidedLabel({}, TextRole::Mono, Shade::Text2, this))
    , m_copy(makeIconButton("copy", tr("Copy address"), this))
{
    m_address->setAlignment(Qt::AlignRight);
    m_crumbs->setSpacing(2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 4);
    row->addWidget(m_back);
    row->addSpacing(4);
    row->addLayout(m_crumbs);
    row->addStretch(1);
    row->addWidget(m_address, 2);
    row->addWidget(m_copy);
    connect(m_back, &QPushButton::clicked, this, &Breadcrumb::backRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address->text()); });
}

void Breadcrumb::setPlace(const Place &place, const QString &tool, const QString &connectionName, const char *glyph, const QString &address, bool canGoBack)
{
    while (auto *item = m_crumbs->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    QList<std::pair<QString, Place>> steps{{connectionName, {place.connectionId, {}, {}}}};
    if (!place.registry.isEmpty())
        steps.emplaceBack(place.registry == topLevel ? tr("(no registry)") : place.registry, Place{place.connectionId, place.registry, {}});
    if (!place.image.isEmpty())
        steps.emplaceBack(place.image, place);
    if (!tool.isEmpty())
        steps.emplaceBack(tool, place);
    for (int i = 0; i < steps.size(); ++i) {
        if (i == 0 || i + 1 < steps.size()) {
            const bool isLast = i + 1 == steps.size();
            // The last one has the room; those before it give way.
            const QString shown =
                isLast ? steps.at(i).first : fontMetrics().elidedText(steps.at(i).first, Qt::ElideMiddle, fontMetrics().averageCharWidth() * 28);
            auto *crumb = makeButton(QString(shown).replace(QLatin1Char('&'), QLatin1String("&&")), "flat", i == 0 ? glyph : nullptr, this);
            crumb->setProperty("mini", true);
            if (shown != steps.at(i).first) {
                crumb->setToolTip(steps.at(i).first);
                crumb->setAccessibleName(steps.at(i).first);
            }
            if (isLast)
                crumb->setFont(fontFor(TextRole::Title));
            connect(crumb, &QPushButton::clicked, this, [this, to = steps.at(i).second] { Q_EMIT placeRequested(to); });
            m_crumbs->addWidget(crumb);
        } else {
            m_crumbs->addSpacing(6);
            m_crumbs->addWidget(new ElidedLabel(steps.at(i).first, TextRole::Title, Shade::Text, this));
        }
        if (i + 1 < steps.size()) {
            auto *arrow = new QLabel(this);
            arrow->setPixmap(icon("chevron-right", Tint::Text2).pixmap(QSize(14, 14), devicePixelRatioF()));
            m_crumbs->addWidget(arrow);
        }
    }
    m_address->setText(address);
    m_address->setVisible(tool.isEmpty());
    m_copy->setVisible(tool.isEmpty());
    m_back->setEnabled(canGoBack);
}

} // namespace berth
