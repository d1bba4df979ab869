// What a file would do, as the screens show it before it is taken in.
#pragma once

#include <string>
#include <string_view>

#include "core/codec/json_value.h"
#include "core/ledger/ledger.h"
#include "shell/app/app.h"

namespace hengping::shell {

/// `bytes` is the text that was examined, against this ledger; it is read again only to show what faults point to.
[[nodiscard]] ImportPreview preview_import(const Ledger& ledger, const Intake& intake, std::string name,
                                           std::string_view bytes);

/// A facts file that holds this one fact.
[[nodiscard]] std::string facts_text(const JsonValue& fact);

}  // namespace hengping::shell
