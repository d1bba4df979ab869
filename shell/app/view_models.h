// Plain data for the screens: what they show, already counted, sorted and written out, testable without drawing. Enumerations and numbers stay
// what they are where the words depend on the language; dates (`YYYY-MM-DD`) and amounts (`1,234,567.80`) are display text.
//
// Lists are objects that a screen keeps: `update` recomputes only when the ledger, the day or the query changed, `row(i)` is cheap
// and allocates nothing, so that a list of 100,000 rows costs a frame only the rows that it paints. Details are built by one call and kept by
// the screen until `App::revision()` differs.
#pragma once

#include "shell/app/award_list.h"
#include "shell/app/deadline_list.h"
#include "shell/app/detail_views.h"
#include "shell/app/display.h"
#include "shell/app/forms.h"
#include "shell/app/inspection_views.h"
#include "shell/app/ledger_views.h"
#include "shell/app/list_views.h"
#include "shell/app/policy_view.h"
#include "shell/app/record_views.h"
#include "shell/app/room.h"
#include "shell/app/store_trouble.h"
#include "shell/app/workbench_view.h"
