#include "shell/ui/route.h"

namespace hengping::ui {

namespace {

int hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%' && at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 && hex_digit(text[at + 2]) >= 0) {
      out += static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]));
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

/// Calls `take` for each piece between separators that is not empty.
template <class Take>
void split(std::string_view text, char separator, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    const std::string_view piece = text.substr(0, end);
    if (!piece.empty()) take(piece);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

Route parse_route(std::string_view hash) {
  Route route;
  if (!hash.empty() && hash.front() == '#') hash.remove_prefix(1);
  const std::size_t query = hash.find('?');
  split(hash.substr(0, query), '/', [&](std::string_view piece) { route.parts.push_back(decoded(piece)); });
  if (query == std::string_view::npos) return route;
  split(hash.substr(query + 1), '&', [&](std::string_view piece) {
    const std::size_t equals = piece.find('=');
    const std::string_view value = equals == std::string_view::npos ? std::string_view() : piece.substr(equals + 1);
    route.parameters.insert_or_assign(decoded(piece.substr(0, equals)), decoded(value));
  });
  return route;
}

std::string address_of(std::string_view place, std::string_view id) {
  // identifiers consist of letters, digits, point, underscore and hyphen: nothing to escape
  std::string out = "#/";
  out += place;
  if (!id.empty()) {
    out += '/';
    out += id;
  }
  return out;
}

}  // namespace hengping::ui
