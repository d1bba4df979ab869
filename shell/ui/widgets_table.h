// Tables of many rows, of which only those that show are built; and the same as cards where the page is narrow.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/row_window.h"
#include "shell/ui/widgets_basic.h"

namespace hengping::ui {

/// What a column can be narrowed to. The screen keeps it, and its list obeys it.
struct ColumnFilter {
  struct Choice {
    std::string id, name;
  };
  std::vector<Choice> choices;
  std::set<std::string, std::less<>> chosen;  ///< ids; none: everything shows
};

struct Column {
  std::string_view title{};
  float minimum = 80;  ///< px
  float weight = 1;    ///< its share of what is left
  Align align = Align::start;
  int sort = -1;     ///< what it sorts by; below 0: it does not
  int priority = 0;  ///< the highest goes first where the table is too narrow
  ColumnFilter* filter = nullptr;
};

struct TableSort {
  int by = 0;
  bool descending = false;
};

/// The rows that a person chose, for doing one thing with all of them. The screen keeps it, and takes out what its list no longer holds.
struct TableSelection {
  std::set<std::string, std::less<>> ids;
  std::string anchor;  ///< the row from which a range is counted
};

/// Widths that a person gives columns; Memory::column_widths keeps them once the hand has let go.
struct ColumnWidths {
  std::vector<float> given;  ///< px by column; 0: the table's own
  std::size_t stop = 0;      ///< the column at whose edge the Tab key stops
  int dragged = -1;          ///< the column whose edge the pointer holds; below 0: none
  bool recalled = false;
  float grip = 0;  ///< px from the pointer to the edge that it holds
  bool was_down = false;
  double pressed_at = -1;  ///< seconds: when an edge was pressed last
};

struct TableOptions {
  std::string_view key{};
  std::string_view name{};
  std::span<const Column> columns{};
  std::size_t rows = 0;
  float width = 0;     ///< the room that there is, px
  bool fills = false;  ///< has a scroller of its own that takes the height left; otherwise it is as high as its rows
  TableSelection* selection = nullptr;                 ///< gives each row a tick box; needs the two functions
  std::function<std::string(std::size_t)> row_id{};    ///< the same as long as the row means the same
  std::function<std::string(std::size_t)> row_name{};  ///< for the tick box
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
      selection_cell(row);
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
  [[nodiscard]] bool shows();
  [[nodiscard]] BoxStyle cell_style(std::size_t column) const;
  /// 1-based, among those that show.
  [[nodiscard]] std::int32_t place_of(std::size_t column) const;

  // the head: table_head.cpp
  void paint_head();
  void paint_heading(std::size_t column);
  void paint_sort(std::size_t column);
  void paint_edge(std::size_t column);
  void paint_filter(std::size_t column);
  void filter_choices(std::size_t column, NodeId opener, NodeId popup);

  // which columns show, and how wide: table_columns.cpp
  void choose_columns();
  [[nodiscard]] bool resizes(std::size_t column) const;
  [[nodiscard]] float given(std::size_t column) const;
  [[nodiscard]] float shown_width(std::size_t column) const;
  [[nodiscard]] float room() const;
  void set_width(std::size_t column, float width);
  void recall_widths();
  void keep_widths();
  void resize();
  void resize_by_keys(std::size_t column);
  void resize_by_pointer();

  // tick boxes: table_selection.cpp
  [[nodiscard]] float selection_width() const;
  void selection_heading();
  void selection_cell(std::size_t row);
  void choose_all();
  void choose_row(std::size_t row, bool range);

  Frame& frame_;
  TableOptions options_;
  TableSort* sort_;
  Scope names_;
  ColumnWidths& widths_;
  bool keeps_widths_ = true;  ///< those given fit in
  float row_height_;
  NodeId body_ = 0;
  NodeId row_ = 0;
  std::vector<std::uint8_t> shown_;
  Frame::Range range_{};
  std::size_t column_ = 0;
};

/// Below a table with tick boxes, in one box with it: how many rows are chosen, a button that lets go of them, and `actions`, the buttons
/// for what can be done with them. Paints nothing while none is chosen.
void selection_bar(Frame& frame, TableSelection& selection, const std::function<void()>& actions);

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
