// SPDX-License-Identifier: Apache-2.0
// DragSource X Y FILE: a window at that place whose every spot drags the file, as a file manager's does. Says what happens, a word a
// line: "ready", "dragging", then "copied" or "refused".
#include <cstdio>

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QTimer>
#include <QUrl>
#include <QWidget>

namespace {

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

class Source final : public QWidget {
public:
    explicit Source(QString file)
        : m_file(std::move(file))
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_said)
            QTimer::singleShot(0, this, [] { say("ready"); });
        m_said = true;
    }

    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (!(event->buttons() & Qt::LeftButton) || m_isDragging)
            return;
        m_isDragging = true;
        auto *content = new QMimeData;
        content->setUrls({QUrl::fromLocalFile(m_file)});
        auto *drag = new QDrag(this);
        drag->setMimeData(content);
        QTimer::singleShot(0, this, [] { say("dragging"); });
        say(drag->exec(Qt::CopyAction) == Qt::CopyAction ? "copied" : "refused");
        m_isDragging = false;
    }

private:
    QString m_file;
    bool m_said = false;
    bool m_isDragging = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const auto arguments = QApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    Source source(arguments.at(3));
    source.setGeometry(arguments.at(1).toInt(), arguments.at(2).toInt(), 200, 200);
    source.show();
    return QApplication::exec();
}
