// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/details/ContentPage.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace berth {

class Segments;

/// The manifest itself: laid out to be read, or byte for byte as it is stored.
class ManifestPage final : public ContentPage {
    Q_OBJECT

public:
    ManifestPage(ArtifactContent &content, QWidget *parent);

protected:
    void write() override;

private:
    ManifestPage(ArtifactContent &content, QWidget *body, QWidget *parent);
    void find();
    void save();

    Segments *m_form;
    QLabel *m_size;
    QLineEdit *m_find;
    QPlainTextEdit *m_text;
};

} // namespace berth
