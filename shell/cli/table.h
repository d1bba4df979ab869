// Rows in columns that line up on a terminal, Chinese included.
#pragma once

#include <string>
#include <vector>

#include "shell/cli/console.h"

namespace hengping::cli {

using TableRow = std::vector<std::string>;

/// To stdout, a line for each row; rows have as many cells as the first. The last column is not padded.
void print_table(const std::vector<TableRow>& rows, Console& console);

}  // namespace hengping::cli
