// Words in the two languages of the product. Both are always complete.
#pragma once

#include <string>

namespace hengping {

struct Bilingual {
  std::string zh;  ///< Simplified Chinese, fit for a formal notice
  std::string en;
  [[nodiscard]] bool operator==(const Bilingual&) const = default;
};

}  // namespace hengping
