// Files as earlier programs wrote them.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace hengping::test {

/// The text of a file beside the code, from the repository's root; the test stops if it cannot be read.
inline std::string read_beside(const std::string& path) {
  std::ifstream file(HENGPING_SOURCE_DIR "/" + path, std::ios::binary);
  if (!file) throw "cannot read " + path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::string golden(const std::string& name) { return read_beside("tests/core/ledger/golden/" + name); }

}  // namespace hengping::test
