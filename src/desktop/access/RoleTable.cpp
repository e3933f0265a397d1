// SPDX-License-Identifier: Apache-2.0
#include "desktop/access/RoleTable.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>

#include "desktop/parts/Parts.h"
#include "desktop/sessions/RoleText.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

namespace {

constexpr Role roles[] = {Role::Administrator, Role::Member, Role::ImageUploader, Role::None};

QWidget *answer(bool yes, QWidget *parent)
{
    auto *cell = new QWidget(parent);
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 5, 0, 5);
    row->setSpacing(6);
    auto *glyph = new QLabel(cell);
    glyph->setPixmap(icon(yes ? "check" : "x", yes ? Tint::Ok : Tint::Text3).pixmap(QSize(16, 16), parent->devicePixelRatioF()));
    row->addWidget(glyph);
    row->addWidget(makeLabel(yes ? RoleTable::tr("yes") : RoleTable::tr("no"), TextRole::Body, yes ? Shade::Text : Shade::Text3, cell), 1);
    return cell;
}

} // namespace

RoleTable::RoleTable(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(20);
    m_grid->setVerticalSpacing(0);
    const QStringList deeds{tr("See"), tr("Pull"), tr("Push"), tr("Delete, policies, webhooks"), tr("Registries, caches, users")};
    for (int column = 0; column < deeds.size(); ++column) {
        auto *head = makeLabel(deeds.at(column), TextRole::Body, Shade::Text3, this);
        head->setWordWrap(true);
        head->setContentsMargins(0, 2, 0, 6);
        m_grid->addWidget(head, 0, column + 1);
        m_grid->setColumnStretch(column + 1, 1);
    }
    for (int row = 0; row < int(std::size(roles)); ++row) {
        const auto role = roles[row];
        m_names << makeLabel(roleName(role), TextRole::Body, Shade::Text, this);
        m_names.last()->setContentsMargins(8, 0, 0, 0);
        m_grid->addWidget(m_names.last(), row + 1, 0); // as high as its row, which it stands for
        const bool may[] = {roleAllows(role, Action::See), roleAllows(role, Action::Pull), roleAllows(role, Action::Push), roleAllows(role, Action::Delete),
            role == Role::Administrator};
        for (int column = 0; column < int(std::size(may)); ++column)
            m_grid->addWidget(answer(may[column], this), row + 1, column + 1);
    }
}

void RoleTable::setMarked(std::optional<Role> role)
{
    m_marked = -1;
    for (int row = 0; row < m_names.size(); ++row) {
        const bool isIt = role && roles[row] == *role;
        m_names.at(row)->setFont(fontFor(isIt ? TextRole::BodyStrong : TextRole::Body));
        if (isIt)
            m_marked = row;
    }
    update();
}

void RoleTable::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    painter.fillRect(0, m_names.first()->y() - 1, width(), 1, t.line);
    if (m_marked < 0)
        return;
    const QRect row = m_names.at(m_marked)->geometry();
    paintRounded(&painter, QRect(0, row.top(), width(), row.height()), 6, t.fill);
}

} // namespace berth
