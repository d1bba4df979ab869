// What is being filled in and not stated yet, kept so that it is there after the page was closed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hengping::shell {

struct Draft {
  std::string text;                ///< as the form writes it
  std::vector<std::string> blobs;  ///< SHA-256 of what was attached so far
};

/// The entry `draft/<name>`: the hashes apart by spaces, a line feed, the text.
[[nodiscard]] std::string draft_bytes(const Draft& draft);
[[nodiscard]] Draft read_draft(const std::string& bytes);

}  // namespace hengping::shell
