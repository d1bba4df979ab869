// A hierarchy of which parts open and close.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "shell/ui/widgets_basic.h"

namespace hengping::ui {

/// One line; what belongs to it follows it, one level deeper.
struct TreeItem {
  std::string_view key{};  ///< another for each item of the tree
  std::string_view label{};
  int level = 1;  ///< from 1
};

struct TreeOptions {
  std::string_view key{};
  std::string_view name{};
  std::span<const TreeItem> items{};
  std::size_t chosen = 0;  ///< index of the item that is marked; as many as there are items: none
  int open_levels = 0;     ///< branches down to this level are open at first
};

/// The index of the item that was chosen now. The arrow keys walk, open and close as the ARIA practices say; the Tab key stops once.
[[nodiscard]] std::optional<std::size_t> tree(Frame& frame, const TreeOptions& options);

}  // namespace hengping::ui
