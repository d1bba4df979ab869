#include "shell/cli/table.h"

#include <algorithm>
#include <cstddef>

namespace hengping::cli {

void print_table(const std::vector<TableRow>& rows, Console& console) {
  std::vector<std::size_t> widths(rows.empty() ? 0 : rows.front().size(), 0);
  for (const TableRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i]));
  }
  for (const TableRow& row : rows) {
    std::string line;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) line += padded(row[i], widths[i]) + "  ";
    console.print(line + row.back() + "\n");
  }
}

}  // namespace hengping::cli
