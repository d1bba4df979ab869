// Check lists: what is looked at on a visit, by article. They ship with the product (assets/checklists, whose schema describes them), every version that was
// ever used, for inspections name id and version.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/bilingual.h"

namespace hengping::shell {

struct ChecklistItem {
  std::string id;       ///< names the answer, unique within the list
  std::string article;  ///< "7.1": whoever does not meet the item goes against this
  Bilingual text;
};

struct Checklist {
  std::string id;
  int version = 0;
  Bilingual title;
  std::vector<ChecklistItem> items;                                         ///< by article
  [[nodiscard]] const ChecklistItem* item(std::string_view item_id) const;  ///< or null
};

/// Those that ship; the first is what a new inspection begins with.
[[nodiscard]] const std::vector<Checklist>& checklists();
/// Of that id and version; null if this version of the product does not know it.
[[nodiscard]] const Checklist* find_checklist(std::string_view id, int version);

}  // namespace hengping::shell
