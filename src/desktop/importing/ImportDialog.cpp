// SPDX-License-Identifier: Apache-2.0
#include "desktop/importing/ImportDialog.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QProgressBar>
#include <QVBoxLayout>

#include "core/ErrorText.h"
#include "core/SizeSum.h"
#include "core/SizeText.h"
#include "desktop/importing/ArchiveReading.h"
#include "desktop/importing/DropPaths.h"
#include "desktop/importing/ImportCard.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/Session.h"
#include "importing/ui_ImportDialog.h"

namespace berth {

namespace {

/// Stands in the list while an archive is read, and stays with the reason if it is refused.
class ReadingRow final : public Sheet {
public:
    ReadingRow(const QString &fileName, QWidget *parent)
        : Sheet(Kind::Card, parent)
        , bar(new StackBar(6, ImportDialog::tr("Reading"), this))
        , banner(new Banner(this))
        , close(makeIconButton("x", ImportDialog::tr("Take off the list"), this))
        , state(makeLabel(ImportDialog::tr("Reading and checking…"), TextRole::Body, Shade::Text2, this))
    {
        auto *file = new QLabel(this);
        file->setPixmap(icon("archive").pixmap(QSize(16, 16), devicePixelRatioF()));
        auto *top = new QHBoxLayout;
        top->addWidget(file);
        top->addWidget(new ElidedLabel(fileName, TextRole::BodyStrong, Shade::Text, this));
        top->addWidget(state, 1);
        top->addWidget(close);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(16, 12, 16, 14);
        column->addLayout(top);
        column->addWidget(bar);
        column->addWidget(banner);
    }

    StackBar *bar;
    Banner *banner;
    QPushButton *close;
    QLabel *state;
};

} // namespace

ImportDialog::ImportDialog(Session &session, const LayerMap &layers, const QString &registry, QWidget *parent)
    : DialogFrame(tr("Import"), tr("Nothing is stored until you press Import. Add more files by dropping them here."), 860, parent)
    , m_session(&session)
    , m_layers(layers)
    , m_registry(registry)
    , m_ui(std::make_unique<Ui::ImportDialog>())
    , m_sum(makeLabel({}, TextRole::BodyStrong, Shade::Text, this))
    , m_there(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_verb(addVerb(tr("Import"), "primary", "import"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    setForm(*m_ui);
    QPalette own = m_ui->scroll->palette();
    own.setColor(QPalette::Window, Theme::current().surface);
    m_ui->scroll->setPalette(own);
    footLeft()->addWidget(m_sum);
    footLeft()->addWidget(m_there);
    footLeft()->addStretch();
    resize(880, 560);
    connect(m_verb, &QPushButton::clicked, this, &ImportDialog::accepted);
    update();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::addFile(const QString &path)
{
    ++m_files;
    ++m_reading;
    auto *reading = new ArchiveReading(path, this);
    auto *row = new ReadingRow(reading->fileName(), this);
    m_ui->list->addWidget(row);
    connect(row->close, &QPushButton::clicked, this, [this, row, reading] {
        if (reading->parent() == this && !row->banner->isVisible())
            --m_reading;
        disconnect(reading, nullptr, this, nullptr); // it may have ended already, which counts no more
        reading->deleteLater();
        row->deleteLater();
        --m_files;
        update();
    });
    connect(reading, &ArchiveReading::progressed, row, [row](qint64 read, qint64 total) {
        row->bar->setParts({{double(read) / double(qMax<qint64>(1, total)), StackBar::Fill::Accent}});
    });
    connect(reading, &ArchiveReading::finished, this, [this, row, path, reading] {
        const auto archive = reading->result();
        --m_reading;
        if (!archive) {
            row->bar->hide();
            row->state->clear();
            row->banner->show(Banner::Kind::Danger, tr("This file cannot be imported"), errorText(archive.error()));
            update();
            return;
        }
        int at = m_ui->list->indexOf(row);
        for (const auto &warning : archive->warnings) {
            auto *banner = new Banner(this);
            banner->show(Banner::Kind::Warn, {}, errorText(warning));
            m_ui->list->insertWidget(at++, banner);
        }
        for (std::size_t i = 0; m_session && i < archive->images.size(); ++i) {
            auto *card = new ImportCard(path, *archive, i, *m_session, m_layers, m_registry, this);
            m_cards << card;
            m_ui->list->insertWidget(at++, card);
            connect(card, &ImportCard::changed, this, &ImportDialog::update);
            connect(card, &ImportCard::removed, this, [this, card] {
                m_cards.removeAll(card);
                card->deleteLater();
                update();
            });
        }
        row->deleteLater();
        update();
    });
    reading->start();
    update();
}

void ImportDialog::update()
{
    qint64 total = 0;
    qint64 there = 0;
    int wanted = 0;
    bool good = true;
    for (const auto *card : m_cards) {
        if (!card->isWanted())
            continue;
        ++wanted;
        total = sizeSum(total, card->totalBytes());
        there = sizeSum(there, card->presentBytes());
        good = good && card->request(LayerHandling::Pack).has_value();
    }
    setHeading(m_files > 0 ? tr("Import %n archives", nullptr, m_files) : tr("Import"));
    m_verb->setText(wanted > 0 ? tr("Import %n images", nullptr, wanted) : tr("Import"));
    m_verb->setEnabled(wanted > 0 && good && m_reading == 0);
    m_sum->setText(wanted > 0 ? tr("%1 to store").arg(sizeText(total - there)) : QString());
    m_there->setText(there > 0 ? tr("%1 of %2 is there already").arg(sizeText(there), sizeText(total)) : QString());
}

void ImportDialog::accepted()
{
    QList<Order> orders;
    for (const auto *card : m_cards) {
        const auto handling = m_ui->keep->isChecked() ? LayerHandling::KeepAsInFile : LayerHandling::Pack;
        if (auto request = card->isWanted() ? card->request(handling) : std::nullopt)
            orders << Order{std::move(*request), card->title()};
    }
    Q_EMIT importRequested(orders);
    accept();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    for (const auto &path : droppedPaths(event->mimeData()))
        addFile(path);
    event->acceptProposedAction();
}

} // namespace berth
