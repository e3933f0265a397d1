// SPDX-License-Identifier: Apache-2.0
#pragma once

// The reusable parts that panes and dialogs are made of.
#include "desktop/parts/ActionBar.h"
#include "desktop/parts/Banner.h"
#include "desktop/parts/Buttons.h"
#include "desktop/parts/CodeLine.h"
#include "desktop/parts/DialogFrame.h"
#include "desktop/parts/ElidedLabel.h"
#include "desktop/parts/LabelledField.h"
#include "desktop/parts/Segments.h"
#include "desktop/parts/Sheet.h"
#include "desktop/parts/StackBar.h"
#include "desktop/parts/StateMark.h"
#include "desktop/parts/StatePage.h"
#include "desktop/parts/TabOrder.h"
