// SPDX-License-Identifier: Apache-2.0
// How a ConnectDialog is filled and wired.
#include <QCheckBox>
#include <QPainter>
#include <QSslCertificate>
#include <QStyledItemDelegate>

#include "client/drivers/Drivers.h"
#include "connections/ui_ConnectDialog.h"
#include "desktop/connections/ConnectDialog.h"
#include "desktop/sessions/KindTile.h"
#include "desktop/style/BerthStyle.h"

namespace berth {

namespace {

/// A kind of server: its tile, then its name.
class KindDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return {180, qMax(38, option.fontMetrics.height() + 18)}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected)
            paintRounded(painter, option.rect, 6, t.accentSoft);
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            paintRounded(painter, option.rect, 6, {}, t.accent, 2);
        paintKindTile(painter, QRect(option.rect.left() + 8, option.rect.center().y() - 12, 26, 26), index.data(Qt::UserRole).toString());
        painter->save();
        painter->setFont(selected ? fontFor(TextRole::BodyStrong) : option.font);
        painter->setPen(t.text);
        painter->drawText(option.rect.adjusted(44, 0, -6, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
    }
};

} // namespace

void ConnectDialog::build()
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    setWindowTitle(m_isNew ? tr("Connect") : tr("Edit connection"));
    m_ui->save->setText(m_isNew ? tr("Add connection") : tr("Save"));
    listKinds();
    m_ui->scroll->viewport()->setAutoFillBackground(false);
    m_ui->fields->setAutoFillBackground(false);
    for (auto *field : {m_ui->address, m_ui->keyId})
        field->setFont(fontFor(TextRole::Mono));
    addOwnFields();
    connectParts();
    proxyChanged();
    writeTrust();
    m_ui->more->setVisible(!m_isNew
        && (m_original.network.proxy != NetworkAccess::Proxy::System || !m_original.network.trustedCertificate.isEmpty()
            || !m_original.network.trustedAuthority.isEmpty()));
}

void ConnectDialog::listKinds()
{
    int widest = 0; // the chosen one is bold
    for (const auto &row : drivers()) {
        auto *item = new QListWidgetItem(row.name, m_ui->kinds);
        item->setData(Qt::UserRole, row.id);
        widest = qMax(widest, QFontMetrics(fontFor(TextRole::BodyStrong)).horizontalAdvance(row.name));
    }
    m_ui->side->setFixedWidth(qMax(232, widest + 44 + 6 + 24 + 8)); // tile, margins of the row and of the list
    m_ui->kinds->setItemDelegate(new KindDelegate(m_ui->kinds));
    m_ui->kinds->viewport()->setAutoFillBackground(false);
}

/// Each beside those that all kinds have, or where the rare ones are.
void ConnectDialog::addOwnFields()
{
    for (const auto &row : drivers()) {
        for (const auto &field : row.fields) {
            QWidget *parent = field.isRare ? m_ui->more : m_ui->fields;
            OwnField own{&row, &field, nullptr};
            if (field.kind == FormField::Kind::Check) {
                own.row = own.box = new QCheckBox(Driver::said(field.label), parent);
                own.box->setToolTip(Driver::said(field.hint));
            } else {
                own.line = new QLineEdit(parent);
                own.line->setFont(fontFor(TextRole::Mono));
                own.row = own.label = new LabelledField(Driver::said(field.label), own.line, parent);
                own.label->setHint(Driver::said(field.hint));
                connect(own.line, &QLineEdit::textEdited, this, &ConnectDialog::fieldsChanged);
            }
            (field.isRare ? m_ui->rareFields : m_ui->ownFields)->addWidget(own.row);
            m_own << own;
        }
    }
}

void ConnectDialog::connectParts()
{
    connect(m_ui->kinds, &QListWidget::currentRowChanged, this, [this] { setKind(driver().id); });
    for (auto *field : {m_ui->name, m_ui->address, m_ui->keyId, m_ui->secret, m_ui->proxyHost})
        connect(field, &QLineEdit::textEdited, this, &ConnectDialog::fieldsChanged);
    connect(m_ui->proxy, &QComboBox::currentIndexChanged, this, &ConnectDialog::proxyChanged);
    connect(m_ui->moreButton, &QPushButton::clicked, this, [this] { m_ui->more->setVisible(m_ui->more->isHidden()); });
    // Queued: the test that follows takes down the very button that was pressed.
    connect(
        m_ui->card, &CertificateCard::certificateTrusted, this, [this](const QSslCertificate &certificate) { trust(certificate.toPem(), {}); },
        Qt::QueuedConnection);
    connect(
        m_ui->card, &CertificateCard::authorityTrusted, this, [this](const QSslCertificate &authority) { trust({}, authority.toPem()); }, Qt::QueuedConnection);
    connect(m_ui->forget, &QPushButton::clicked, this, [this] {
        m_trust = {};
        writeTrust();
        fieldsChanged();
    });
    connect(m_ui->test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->save, &QPushButton::clicked, this, &ConnectDialog::save);
}

void ConnectDialog::proxyChanged()
{
    const bool isManual = m_ui->proxy->currentIndex() == int(NetworkAccess::Proxy::Manual);
    m_ui->proxyHost->setEnabled(isManual);
    m_ui->proxyPort->setEnabled(isManual);
    fieldsChanged();
}

} // namespace berth
