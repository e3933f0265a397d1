// SPDX-License-Identifier: Apache-2.0
// How a ConnectDialog is laid out.
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QSpinBox>
#include <QSslCertificate>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "client/drivers/Drivers.h"
#include "desktop/connections/CertificateCard.h"
#include "desktop/connections/ConnectDialog.h"
#include "desktop/connections/ProbeSteps.h"
#include "desktop/parts/Parts.h"
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
    setWindowTitle(m_isNew ? tr("Connect") : tr("Edit connection"));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(buildKinds());
    middle->addWidget(buildForm(), 1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(middle, 1);
    outer->addWidget(buildFoot());
    resize(820, 620);
    setMinimumSize(680, 480);
    connect(m_kinds, &QListWidget::currentRowChanged, this, [this] { setKind(driver().id); });
    for (auto *field : {m_name, m_address, m_keyId, m_secret, m_proxyHost})
        connect(field, &QLineEdit::textEdited, this, &ConnectDialog::fieldsChanged);
    for (const auto &own : std::as_const(m_own)) {
        if (own.line)
            connect(own.line, &QLineEdit::textEdited, this, &ConnectDialog::fieldsChanged);
    }
    const auto proxyChanged = [this] {
        const bool manual = m_proxy->currentIndex() == int(NetworkAccess::Proxy::Manual);
        m_proxyHost->setEnabled(manual);
        m_proxyPort->setEnabled(manual);
        fieldsChanged();
    };
    connect(m_proxy, &QComboBox::currentIndexChanged, this, proxyChanged);
    // Queued: the test that follows takes down the very button that was pressed.
    connect(
        m_card, &CertificateCard::certificateTrusted, this, [this](const QSslCertificate &certificate) { trust(certificate.toPem(), {}); },
        Qt::QueuedConnection);
    connect(
        m_card, &CertificateCard::authorityTrusted, this, [this](const QSslCertificate &authority) { trust({}, authority.toPem()); }, Qt::QueuedConnection);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_trust = {};
        writeTrust();
        fieldsChanged();
    });
    proxyChanged();
    writeTrust();
    m_more->setVisible(!m_isNew
        && (m_original.network.proxy != NetworkAccess::Proxy::System || !m_original.network.trustedCertificate.isEmpty()
            || !m_original.network.trustedAuthority.isEmpty()));
}

QWidget *ConnectDialog::buildKinds()
{
    auto *ground = new Sheet(Sheet::Kind::Side, this);
    int widest = 0; // the chosen one is bold
    for (const auto &row : drivers())
        widest = qMax(widest, QFontMetrics(fontFor(TextRole::BodyStrong)).horizontalAdvance(row.name));
    ground->setFixedWidth(qMax(232, widest + 44 + 6 + 24 + 8)); // tile, margins of the row and of the list
    m_kinds = new QListWidget(ground);
    m_kinds->setAccessibleName(tr("Kind of server"));
    m_kinds->setItemDelegate(new KindDelegate(m_kinds));
    m_kinds->setFrameShape(QFrame::NoFrame);
    m_kinds->viewport()->setAutoFillBackground(false);
    m_kinds->setSpacing(1);
    for (const auto &row : drivers()) {
        auto *item = new QListWidgetItem(row.name, m_kinds);
        item->setData(Qt::UserRole, row.id);
    }
    auto *hint =
        makeLabel(tr("Docker Registry fits every server that docker can push to: it shows what the protocol tells."), TextRole::Caption, Shade::Text3, ground);
    hint->setWordWrap(true);
    hint->setContentsMargins(8, 0, 8, 0);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(12, 18, 12, 16);
    column->setSpacing(8);
    auto *caption = makeLabel(tr("Kind of server"), TextRole::BodyStrong, Shade::Text3, ground);
    caption->setContentsMargins(8, 0, 0, 0);
    caption->setBuddy(m_kinds);
    column->addWidget(caption);
    column->addWidget(m_kinds, 1);
    column->addWidget(hint);
    return ground;
}

QWidget *ConnectDialog::buildForm()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus of its fields
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *form = new QWidget(m_scroll);
    m_scroll->setWidget(form);
    m_scroll->viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
    const auto line = [form] { return new QLineEdit(form); };
    m_heading = makeLabel({}, TextRole::Heading, Shade::Text, form);
    m_name = line();
    m_address = line();
    m_keyId = line();
    m_secret = line();
    m_proxyHost = line();
    m_secret->setEchoMode(QLineEdit::Password);
    for (auto *field : {m_address, m_keyId})
        field->setFont(fontFor(TextRole::Mono));
    m_nameField = new LabelledField(tr("Name in Berth"), m_name, form);
    m_nameField->setHint(tr("Only you see this name."));
    m_addressField = new LabelledField(tr("Registry address"), m_address, form);
    m_keyIdField = new LabelledField(tr("Access key ID"), m_keyId, form);
    m_secretField = new LabelledField(tr("Secret key"), m_secret, form);
    m_more = new QWidget(form);
    m_proxy = new QComboBox(m_more);
    m_proxy->addItems({tr("As the system says"), tr("None"), tr("This one:")});
    m_proxyPort = new QSpinBox(m_more);
    m_proxyPort->setRange(1, 65535);
    m_proxyPort->setValue(3128);
    m_proxyPort->setAccessibleName(tr("Port of the proxy"));
    m_proxyHost->setPlaceholderText(QStringLiteral("proxy.example.com"));
    m_proxyHost->setAccessibleName(tr("Host of the proxy"));
    m_proxyField = new LabelledField(tr("Proxy"), m_proxy, m_more);
    m_trustLabel = makeLabel({}, TextRole::Body, Shade::Text2, m_more);
    m_trustLabel->setWordWrap(true);
    m_forget = makeButton(tr("Forget"), "secondary", nullptr, m_more);
    m_forget->setProperty("mini", true);
    auto *proxyRow = new QHBoxLayout;
    proxyRow->setSpacing(12);
    proxyRow->addWidget(m_proxyField);
    proxyRow->addWidget(m_proxyHost, 1, Qt::AlignVCenter);
    proxyRow->addWidget(m_proxyPort, 0, Qt::AlignVCenter);
    auto *trustRow = new QHBoxLayout;
    trustRow->addWidget(m_trustLabel, 1);
    trustRow->addWidget(m_forget);
    auto *more = new QVBoxLayout(m_more);
    more->setContentsMargins(0, 0, 0, 0);
    more->setSpacing(10);
    auto *rare = new QVBoxLayout;
    rare->setSpacing(10);
    more->addLayout(rare);
    more->addLayout(proxyRow);
    more->addLayout(trustRow);
    m_moreButton = makeButton(tr("Network and API"), "flat", "gear", form);
    m_moreButton->setProperty("mini", true);
    connect(m_moreButton, &QPushButton::clicked, this, [this] { m_more->setVisible(m_more->isHidden()); });
    m_result = new Banner(form);
    m_steps = new ProbeSteps(form);
    m_card = new CertificateCard(form);
    auto *keyRow = new QHBoxLayout;
    keyRow->setSpacing(14);
    keyRow->addWidget(m_keyIdField, 1, Qt::AlignTop);
    keyRow->addWidget(m_secretField, 1, Qt::AlignTop);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(26, 18, 26, 18);
    column->setSpacing(10);
    column->addWidget(m_heading);
    column->addWidget(m_nameField);
    column->addWidget(m_addressField);
    column->addLayout(keyRow);
    buildOwnFields(*form, *column, *rare);
    column->addWidget(m_moreButton, 0, Qt::AlignLeft);
    column->addWidget(m_more);
    column->addStretch(1);
    column->addWidget(m_result);
    column->addWidget(m_steps);
    column->addWidget(m_card);
    return m_scroll;
}

void ConnectDialog::buildOwnFields(QWidget &form, QBoxLayout &column, QBoxLayout &rare)
{
    for (const auto &row : drivers()) {
        for (const auto &field : row.fields) {
            QWidget *parent = field.isRare ? m_more : &form;
            OwnField own{&row, &field, nullptr};
            if (field.kind == FormField::Kind::Check) {
                own.row = own.box = new QCheckBox(Driver::said(field.label), parent);
                own.box->setToolTip(Driver::said(field.hint));
            } else {
                own.line = new QLineEdit(parent);
                own.line->setFont(fontFor(TextRole::Mono));
                own.row = own.label = new LabelledField(Driver::said(field.label), own.line, parent);
                own.label->setHint(Driver::said(field.hint));
            }
            (field.isRare ? rare : column).addWidget(own.row);
            m_own << own;
        }
    }
}

QWidget *ConnectDialog::buildFoot()
{
    auto *foot = new Sheet(Sheet::Kind::Foot, this);
    m_test = makeButton(tr("Test"), "secondary", "doctor", foot);
    m_tested = makeLabel({}, TextRole::Body, Shade::Text3, foot);
    auto *cancel = makeButton(tr("Cancel"), "secondary", nullptr, foot);
    m_save = makeButton(m_isNew ? tr("Add connection") : tr("Save"), "primary", nullptr, foot);
    m_save->setDefault(true);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 12, 20, 12);
    row->setSpacing(8);
    row->addWidget(m_test);
    row->addWidget(m_tested);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ConnectDialog::save);
    return foot;
}

} // namespace berth
