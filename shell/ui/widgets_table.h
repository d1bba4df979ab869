// Tables of many rows, of which only those that show are built; and the same as cards where the page is narrow.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/row_window.h"
#include "shell/ui/widgets_basic.h"

namespace hengping::ui {

struct Column {
  std::string_view title{};
  float minimum = 80;  ///< px
  float weight = 1;    ///< its share of what is left
  Align align = Align::start;
  int sort = -1;     ///< what it sorts by; below 0: it does not
  int priority = 0;  ///< the highest goes first where the table is too narrow
};

struct TableSort {
  int by = 0;
  bool descending = false;
};

struct TableOptions {
  std::string_view key{};
  std::string_view name{};
  std::span<const Column> columns{};
  std::size_t rows = 0;
  float width = 0;     ///< the room that there is, px
  bool fills = false;  ///< has a scroller of its own that takes the height left; otherwise it is as high as its rows
};

class Table {
 public:
  /// What a cell takes beside its content, px: a column that must hold something whole is so much wider.
  static constexpr float cell_room = 26;

  Table(Frame& frame, const TableOptions& options, TableSort* sort);

  /// Calls `build(row, table)` for each row that shows or has the focus; it makes one call of a cell function for each column.
  template <class Build>
  void rows(const Build& build) {
    const Scope whole = open_table();
    paint_head();
    const Scope body = open_body();
    each_row(frame_, body_, range_, options_.rows, row_height_, [&](std::size_t row) {
      const Scope names = frame_.keyed("row", row);
      const Scope line = open_row(row);
      column_ = 0;
      build(row, *this);
    });
  }
  /// The row as a whole leads there; one of its cells should be a link to the same place.
  void leads_to(std::string_view address);

  void text(std::string_view text, const TextStyle& style = {});
  /// Digits, aligned at the right.
  void number(std::string_view text, Color color = 0);
  void link(std::string_view text, std::string_view address, bool semibold = false);
  /// A cell of other widgets.
  template <class Build>
  void cell(const Build& build) {
    if (!shows()) return;
    const Scope scope = open_cell({});
    const Scope names = frame_.keyed("within", column_);
    build();
    ++column_;
  }

 private:
  [[nodiscard]] Scope open_table();
  [[nodiscard]] Scope open_body();
  [[nodiscard]] Scope open_row(std::size_t row);
  [[nodiscard]] Scope open_cell(std::string_view name);
  void paint_head();
  void paint_heading(std::size_t column);
  [[nodiscard]] bool shows();
  void choose_columns();

  Frame& frame_;
  TableOptions options_;
  TableSort* sort_;
  Scope names_;
  float row_height_;
  NodeId body_ = 0;
  NodeId row_ = 0;
  std::vector<std::uint8_t> shown_;
  Frame::Range range_{};
  std::size_t column_ = 0;
};

struct CardListOptions {
  std::string_view key{};
  std::string_view name{};
  std::size_t rows = 0;
  float height = 96;  ///< of each card, px
};

/// A list of cards of one height, each a link named by what it shows. `address(row)` says where to, `build(row)` paints the content.
class CardList {
 public:
  CardList(Frame& frame, const CardListOptions& options);
  template <class Address, class Build>
  void rows(const Address& address, const Build& build) {
    const Scope whole = open_list();
    each_row(frame_, frame_.id("list"), range_, options_.rows, options_.height + gap, [&](std::size_t row) {
      const Scope names = frame_.keyed("card", row);
      const Scope item = open_item(row);
      const Scope card = open_card(address(row));
      build(row);
      frame_.name_by_content();
    });
  }

 private:
  static constexpr float gap = 10;
  [[nodiscard]] Scope open_list();
  [[nodiscard]] Scope open_item(std::size_t row);
  [[nodiscard]] Scope open_card(std::string_view address);

  Frame& frame_;
  CardListOptions options_;
  Scope names_;
  Frame::Range range_{};
};

}  // namespace hengping::ui
