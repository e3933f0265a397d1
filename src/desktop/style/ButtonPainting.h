// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyleOptionButton;
class QWidget;
class QSize;

namespace berth::buttonpainting {

void panel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
void label(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
QSize size(const QStyleOptionButton &option, const QWidget *widget);

} // namespace berth::buttonpainting
